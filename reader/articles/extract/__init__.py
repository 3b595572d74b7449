"""Read any supported input into raw text: the kind is told by the content, then by the name."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.articles import decoding
from reader.articles.extract.documents import open_zip, read_docx, read_epub
from reader.articles.extract.pdf import read_pdf
from reader.articles.extract.plain import read_plain, read_subtitles
from reader.articles.extract.web import read_html
from reader.articles.raw import RawKind, RawText
from reader.errors import EmptyInput, InputTooLarge, UnreadableFile

__all__ = ["read_file", "read_html", "read_text"]

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_CUE = re.compile(r"\s*\d+\s*\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> ")
_FRONT_MATTER = re.compile(r"\A---\n(.{0,4000}?)\n---\n", re.S)


def read_text(text: str) -> RawText:
    """Return the paragraphs of pasted text. White space and line ends may be of any kind.

    Raises `EmptyInput`, `InputTooLarge` and `UnreadableFile`.
    """
    checked = decoding.checked(text)
    return RawText(tuple(read_plain(checked)))


def read_file(name: str, data: bytes, charset: str = "") -> RawText:
    """Return the paragraphs of a .txt, .md, .html, .docx, .pdf, .epub or .srt file.

    `name` is kept as the address; `charset` is what the carrier declares. Raises `EmptyInput`,
    `InputTooLarge` and `UnreadableFile`.
    """
    decoding.check_size(data)
    raw = _read_known(name.lower(), data, charset)
    length = sum(len(block.text) for block in raw.blocks)
    if length > decoding.LONGEST_TEXT:
        raise InputTooLarge(
            "The text is too long: it has {length} characters, and {limit} is the limit.",
            length=f"{length:,}",
            limit=f"{decoding.LONGEST_TEXT:,}",
        )
    if not length:
        raise EmptyInput("There is no text in this file.")
    return replace(raw, address=name)


def _read_known(name: str, data: bytes, charset: str) -> RawText:
    if b"%PDF-" in data[:1024]:
        return read_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return _read_zip(data)
    if data.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            "This is an old Word file (.doc), or a locked one. Save it as .docx without a "
            "password, then try again."
        )
    if data.startswith(_PICTURES) and b"\0" in data[:4096]:
        raise UnreadableFile("This is a picture, not text. Paste the text of the article instead.")
    if name.endswith((".docx", ".epub", ".pdf")):
        raise UnreadableFile(
            "This file is broken: it cannot be opened. Save it again, or paste its text."
        )
    text = decoding.decode(data, charset)
    if _MARKUP.match(text[:4096]) or name.endswith((".html", ".htm", ".xhtml")):
        return _checked_blocks(read_html(text.replace("\0", "")))
    text = decoding.checked(text)
    if _CUE.match(text[:400]) or name.endswith(".srt"):
        return RawText(tuple(read_subtitles(text)))
    if name.endswith((".md", ".markdown")):
        return _read_markdown(text)
    return RawText(tuple(read_plain(text)))


def _read_zip(data: bytes) -> RawText:
    with open_zip(data) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        return read_docx(data)
    if "META-INF/container.xml" in names:
        return read_epub(data)
    if "[Content_Types].xml" in names:
        raise UnreadableFile("This document is broken, or it is not a Word document.")
    raise UnreadableFile("This is a zip file of an unknown kind. Unpack it and choose one file.")


def _checked_blocks(raw: RawText) -> RawText:
    """Take invisible marks off the blocks of a page; refuse one that has no text."""
    if not raw.blocks:
        raise EmptyInput("This web page holds no text.")
    length = sum(len(block.text) for block in raw.blocks)
    if length > decoding.LONGEST_TEXT:
        return raw
    clean = (replace(b, text=decoding.checked(b.text)) for b in raw.blocks if _visible(b.text))
    return replace(raw, blocks=tuple(clean))


def _visible(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _read_markdown(text: str) -> RawText:
    """Read Markdown by way of HTML; every block is content, none is furniture."""
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    raw = read_html("<html><body>" + MarkdownIt("js-default").render(body) + "</body></html>")
    blocks = tuple(
        replace(b, kind=RawKind.UNKNOWN) if b.kind is RawKind.FURNITURE else b for b in raw.blocks
    )
    return _checked_blocks(replace(raw, blocks=blocks))
