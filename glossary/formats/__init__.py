"""Glossary files: one module for each format, each with `read` and `write`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from glossary.errors import UnreadableGlossary
from glossary.formats import csv, omegat, tbx, tsv, xlsx
from glossary.formats.columns import header_of
from glossary.formats.result import Progress, ReadResult, Rejected, silent
from glossary.formats.text import decode
from glossary.term import Term

__all__ = ["FORMATS", "Format", "Progress", "ReadResult", "Rejected", "detect", "read", "write"]


class Reader(Protocol):
    """Reads a file of one format; `progress` is told lines done and lines in all."""

    def __call__(self, data: bytes, progress: Progress = silent) -> ReadResult:
        """The terms of the file. Raises UnreadableGlossary."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what people call it, its file name ending, its media type, its functions."""

    label: str
    suffix: str
    media_type: str
    read: Reader
    write: Callable[[Iterable[Term]], bytes]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("CSV", ".csv", "text/csv; charset=utf-8", csv.read, csv.write),
        "tsv": Format(
            "TSV", ".tsv", "text/tab-separated-values; charset=utf-8", tsv.read, tsv.write
        ),
        "xlsx": Format(
            "Excel",
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            xlsx.read,
            xlsx.write,
        ),
        "tbx": Format("TBX", ".tbx", "application/x-tbx+xml", tbx.read, tbx.write),
        "omegat": Format("OmegaT", ".txt", "text/plain; charset=utf-8", omegat.read, omegat.write),
    }
)
_BY_SUFFIX = {"csv": "csv", "tsv": "tsv", "tab": "tsv", "utf8": "omegat"}


def detect(data: bytes, name: str = "") -> str:
    """The key in FORMATS of a file; what stands in it counts more than its `name`.

    Raises UnreadableGlossary for files of other kinds.
    """
    if xlsx.looks_like(data):
        return "xlsx"
    if data[:4] in (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0"):
        raise UnreadableGlossary(
            "This is not a glossary file. Please use CSV, TSV, Excel (.xlsx), TBX or OmegaT."
        )
    text = decode(data)
    if text.lstrip("\ufeff \r\n\t").startswith("<"):
        return "tbx"
    first = next((line for line in text.splitlines() if line.strip()), "")
    if "\t" in first and first.count("\t") >= first.count(","):
        return "tsv" if header_of(first.split("\t")) else _BY_SUFFIX.get(_ending(name), "omegat")
    return "csv"


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def read(data: bytes, name: str = "", progress: Progress = silent) -> ReadResult:
    """The terms of a glossary file of any known format. Raises UnreadableGlossary.

    `progress` is told now and then how many lines of how many are read.
    """
    return FORMATS[detect(data, name)].read(data, progress)


def write(terms: Iterable[Term], format_name: str) -> bytes:
    """A file of `terms`; `format_name` is a key of FORMATS."""
    return FORMATS[format_name].write(terms)
