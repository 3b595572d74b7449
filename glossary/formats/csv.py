"""Comma-separated values (RFC 4180), as Excel reads and writes them.

Written in UTF-8 with a byte order mark, because Excel takes it for another encoding without;
cells that a spreadsheet would run as a formula get an apostrophe in front, which reading takes
away again. Everything a term holds is kept.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from glossary.errors import UnreadableGlossary
from glossary.formats.cells import defuse, restore
from glossary.formats.result import Progress, ReadResult, check_size, silent
from glossary.formats.table import Row, rows_of_terms, terms_from_rows
from glossary.formats.text import decode
from glossary.term import Term

_DELIMITERS = ",;\t"


def read(data: bytes, progress: Progress = silent, *, delimiter: str = "") -> ReadResult:
    """The terms of a CSV file; the delimiter is found in its first line when it is not given.

    Raises UnreadableGlossary.
    """
    check_size(data)
    text = decode(data)
    return terms_from_rows(_rows(text, delimiter or _delimiter_of(text)), progress)


def write(terms: Iterable[Term], delimiter: str = ",") -> bytes:
    """A CSV file of `terms` with a header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for row in rows_of_terms(terms):
        writer.writerow([defuse(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    # csv counts the lines read so far; a record starts after those of the record before.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, [restore(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableGlossary(
            "Line {line} of this file cannot be read: it may be cut off or not be a table.",
            line=line,
        ) from error


def _delimiter_of(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=first.count)
