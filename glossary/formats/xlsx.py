"""Excel workbooks (Office Open XML), by openpyxl: the first sheet with anything in it.

Cells are written as text, never as formulas, so nothing needs defusing; an apostrophe that an
export to CSV put in front is not looked for. Characters that XML cannot hold are left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from itertools import islice
from typing import Any

from glossary.errors import UnreadableGlossary
from glossary.formats.result import (
    MAX_CELL,
    MAX_TERMS,
    Progress,
    ReadResult,
    check_size,
    silent,
    told,
)
from glossary.formats.table import Row, rows_of_terms, terms_from_rows
from glossary.term import Term

_MAX_UNPACKED = 300_000_000
_MAX_RATIO = 200
_MAX_COLUMNS = 100
_PIECE = 1 << 20
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Excel writes a carriage return and the like as _x000D_; openpyxl leaves that to its callers.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile(r"\r|_(?=x[0-9A-Fa-f]{4}_)")


def read(data: bytes, progress: Progress = silent) -> ReadResult:
    """The terms of a workbook.

    Raises UnreadableGlossary; also for one that would unpack to over 300 MB or 200 times its size.
    """
    check_size(data)
    _check_unpacked_size(data)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            total = _row_count(data)
            sheets = (_rows(sheet, total, progress) for sheet in book.worksheets)
            rows = next((found for found in sheets if found), [])
        finally:
            book.close()
    except Exception as error:  # openpyxl lets errors of many libraries through
        if isinstance(error, UnreadableGlossary):
            raise
        raise UnreadableGlossary("This Excel file is broken and cannot be read.") from error
    return terms_from_rows(rows)


def write(terms: Iterable[Term]) -> bytes:
    """A workbook with one sheet of `terms`, the header row fixed on screen."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Glossary")
    sheet.freeze_panes = "A2"
    for row in rows_of_terms(terms):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=_escape(text))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _check_unpacked_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableGlossary("This is not an Excel file.") from error
    if size > _MAX_UNPACKED or (size > len(data) * _MAX_RATIO and size > 1_000_000):
        raise UnreadableGlossary("This Excel file is too big once it is unpacked.")


def _row_count(data: bytes) -> int:
    """About how many rows all sheets have: what a sheet says of itself may be missing or false."""
    count = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                with archive.open(name) as sheet:
                    while piece := sheet.read(_PIECE):
                        count += piece.count(b"<row")
    return count


def _rows(sheet: Any, total: int, progress: Progress) -> list[Row]:
    # Sizes named in the file may be false: the limits count what is really there.
    rows = sheet.iter_rows(values_only=True, max_col=_MAX_COLUMNS)
    limited = told(islice(rows, MAX_TERMS + 2), total, progress)
    return [(line, list(map(_text, cells))) for line, cells in enumerate(limited, 1) if any(cells)]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)[: MAX_CELL + 1])


def _escape(text: str) -> str:
    plain = NOT_XML.sub("", text)
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", plain)


def looks_like(data: bytes) -> bool:
    """Whether the bytes are a zip archive with a workbook in it."""
    return data.startswith(b"PK\x03\x04") and b"xl/" in data
