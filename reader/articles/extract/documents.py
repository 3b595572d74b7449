"""DOCX and EPUB files: their paragraphs, with what styles and markup say about them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from reader.articles.extract.web import LONGEST_CELL, read_html
from reader.articles.raw import RawBlock, RawKind, RawText
from reader.errors import EmptyInput, InputTooLarge, UnreadableFile

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

# Bytes that the members of a document may have unpacked, together; and how many they may be.
LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 5000

_STYLES = (
    (re.compile(r"title$", re.I), RawKind.TITLE),
    (re.compile(r"heading", re.I), RawKind.HEADING),
    (re.compile(r"list", re.I), RawKind.ITEM),
    (re.compile(r"quote", re.I), RawKind.QUOTE),
    (re.compile(r"caption", re.I), RawKind.CAPTION),
)
_BROKEN = "This file is broken: it cannot be opened. Save it again, or paste its text."


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a zip in memory and refuse bombs and passwords before anything is unpacked.

    Raises `UnreadableFile` and `InputTooLarge`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile(_BROKEN) from error
    if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > LARGEST_UNPACKED:
        raise InputTooLarge("This file would grow far too large when it is unpacked.")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile("This file is locked with a password. Unlock it, then try again.")
    return archive


def read_docx(data: bytes) -> RawText:
    """Return the paragraphs and table cells of a Word document, in order.

    Raises `UnreadableFile` for a broken one and `EmptyInput` for one without text.
    """
    import docx
    import lxml.etree
    from docx.opc.exceptions import OpcError
    from docx.table import Table as WordTable

    open_zip(data).close()
    blocks: list[RawBlock] = []
    try:
        document = docx.Document(io.BytesIO(data))
        for part in document.iter_inner_content():
            blocks += _docx_table(part) if isinstance(part, WordTable) else _docx_blocks(part)
        author, title = document.core_properties.author, document.core_properties.title
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, lxml.etree.LxmlError) as error:
        raise UnreadableFile(_BROKEN) from error
    if not blocks:
        raise EmptyInput("This document holds no text.")
    byline = "" if author == "python-docx" else author
    return RawText(tuple(blocks), title=title or "", byline=byline or "")


def _docx_table(table: Table) -> list[RawBlock]:
    """Read the rows of short data as a line each, and all other cells paragraph by paragraph."""
    blocks: list[RawBlock] = []
    seen: set[object] = set()
    for row in table.rows:
        # A cell that spans rows or columns comes once for each.
        cells = [cell for cell in {c._tc: c for c in row.cells}.values() if cell._tc not in seen]
        seen.update(cell._tc for cell in cells)
        texts = [" ".join(cell.text.split()) for cell in cells]
        if len(cells) > 1 and all(len(text) <= LONGEST_CELL for text in texts):
            line = " | ".join(text for text in texts if text)
            blocks += [RawBlock(line, RawKind.ITEM)] if line else []
        else:
            blocks += [b for cell in cells for p in cell.paragraphs for b in _docx_blocks(p)]
    return blocks


def _docx_blocks(paragraph: Paragraph) -> list[RawBlock]:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    text = paragraph.text
    kind = next((kind for rule, kind in _STYLES if rule.search(style)), RawKind.UNKNOWN)
    return [RawBlock(line.strip(), kind) for line in text.split("\n") if line.strip()]


def read_epub(data: bytes) -> RawText:
    """Return the text of an e-book, chapter after chapter in reading order."""
    import ebooklib.epub
    import lxml.etree

    open_zip(data).close()
    try:
        book = ebooklib.epub.read_epub(io.BytesIO(data), options={"ignore_ncx": True})
        pages = [book.get_item_with_id(entry[0]) for entry in book.spine]
        texts = [page.get_content().decode("utf-8", "replace") for page in pages if page]
    except (
        ebooklib.epub.EpubException,
        zipfile.BadZipFile,
        lxml.etree.LxmlError,
        KeyError,
        AttributeError,
        TypeError,
        IndexError,
    ) as error:
        raise UnreadableFile(_BROKEN) from error
    blocks = [block for text in texts if text.strip() for block in _chapter(text)]
    if not blocks:
        raise EmptyInput("This e-book holds no text.")
    titles = [value for value, _ in book.get_metadata("DC", "title")]
    authors = [value for value, _ in book.get_metadata("DC", "creator")]
    return RawText(
        tuple(blocks), title=(titles or [""])[0] or "", byline=", ".join(a for a in authors if a)
    )


def _chapter(markup: str) -> list[RawBlock]:
    return [
        RawBlock(block.text, RawKind.UNKNOWN) if block.kind is RawKind.FURNITURE else block
        for block in read_html(markup).blocks
    ]
