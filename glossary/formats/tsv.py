"""Tab-separated values: as `glossary.formats.csv`, with tabs."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.formats import csv
from glossary.formats.result import Progress, ReadResult, silent
from glossary.term import Term


def read(data: bytes, progress: Progress = silent) -> ReadResult:
    """The terms of a TSV file. Raises UnreadableGlossary."""
    return csv.read(data, progress, delimiter="\t")


def write(terms: Iterable[Term]) -> bytes:
    """A TSV file of `terms` with a header."""
    return csv.write(terms, "\t")
