"""PDF files: their text, with running heads and page numbers told apart."""

from __future__ import annotations

import io
import logging
import re
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from reader.articles.extract.plain import read_plain
from reader.articles.raw import RawBlock, RawKind, RawText
from reader.errors import InputTooLarge, UnreadableFile

MOST_PAGES = 500
# Characters: the columns of a newspaper are narrow.
_NARROWEST = 22
# What word processors write where a person gave no title.
_FILE_NAME = re.compile(
    r"(?i)^(?:microsoft word - |untitled|document ?\d*$)|\.(?:docx?|pdf|indd|odt)$"
)
_BROKEN = "This file is broken: it cannot be opened. Save it again, or paste its text."


def read_pdf(data: bytes) -> RawText:
    """Return the text of a PDF: wrapped lines joined, running heads and page numbers marked.

    Raises `UnreadableFile` for one that is broken, locked, or only pictures of pages.
    """
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    try:
        with _quiet("pypdf"):
            document = pypdf.PdfReader(io.BytesIO(data))
            if document.is_encrypted and not document.decrypt(""):
                raise UnreadableFile(
                    "This PDF is locked with a password. Unlock it, then try again."
                )
            if len(document.pages) > MOST_PAGES:
                raise InputTooLarge(
                    "This PDF has more than {limit} pages. Take out the article.",
                    limit=MOST_PAGES,
                )
            pages = [page.extract_text().splitlines() for page in document.pages]
            facts = document.metadata
    except (PyPdfError, DependencyError, ValueError, KeyError, TypeError, OSError,
            RecursionError, AttributeError, IndexError, NotImplementedError) as error:  # fmt: skip
        raise UnreadableFile(_BROKEN) from error
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableFile(
            "This PDF holds pictures of pages and no text. Copy the text out with a program that "
            "recognises letters, then paste it here."
        )
    title = (facts.title if facts else "") or ""
    if _FILE_NAME.search(title):
        title = ""
    return RawText(tuple(pdf_blocks(pages)), title=title)


@contextmanager
def _quiet(package: str) -> Iterator[None]:
    """Keep this thread's log records of a package back: each flaw of a file is a warning there."""
    thread = threading.get_ident()

    def elsewhere(record: logging.LogRecord) -> bool:
        return record.thread != thread

    names = [name for name in tuple(sys.modules) if name.partition(".")[0] == package]
    for name in names:
        logging.getLogger(name).addFilter(elsewhere)
    try:
        yield
    finally:
        for name in names:
            logging.getLogger(name).removeFilter(elsewhere)


def pdf_blocks(pages: list[list[str]]) -> list[RawBlock]:
    """Join the pages without their running heads, which follow at the end as furniture."""
    running = _running_lines(pages)
    text: list[str] = []
    furniture: list[RawBlock] = []
    for page in pages:
        lines = [line.replace("\u00a0", " ") for line in page if line.strip()]
        for index, line in enumerate(lines):
            edge = index < 2 or index >= len(lines) - 2
            if edge and (_shape(line) in running or re.fullmatch(r"\W*\d{1,4}\W*", line)):
                furniture.append(RawBlock(line.strip(), RawKind.FURNITURE))
            else:
                text.append(line)
    return [*read_plain("\n".join(text), _NARROWEST), *furniture]


def _running_lines(pages: list[list[str]]) -> set[str]:
    """Return the shapes of lines that stand at the top or foot of at least half the pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line.strip()]
        counts.update({_shape(line) for line in (*lines[:2], *lines[-2:])})
    return {shape for shape, times in counts.items() if times >= max(2, len(pages) / 2)}


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).casefold()
