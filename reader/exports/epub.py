"""EPUB 3: the article for e-readers, every sentence over its Chinese, pinyin as ruby if wished."""

from __future__ import annotations

import io
import uuid
from typing import Any

from reader.exports.document import TITLE_KIND, Document, origin_lines
from reader.exports.options import Options
from reader.exports.package import sealed
from reader.exports.rows import rows_of, template, template_text


def write(document: Document, options: Options) -> bytes:
    """Return the book: the article, its terms where it has any, and where it comes from."""
    from ebooklib import epub

    book = epub.EpubBook()
    _metadata(book, document)
    parts = {"article": document.title or "Article", "terms": "Terms", "about": "About this text"}
    if not document.terms:
        del parts["terms"]
    pages = {part: _page(part, document, options) for part in parts}
    style = template_text("book.css").encode()
    for page in pages.values():
        book.add_item(page)
    book.add_item(epub.EpubItem("style", "book.css", "text/css", style))
    book.toc = [epub.Link(page.file_name, parts[part], part) for part, page in pages.items()]
    book.add_item(epub.EpubNav())
    # The table of contents of EPUB 2, which the writer's spine names in any case.
    book.add_item(epub.EpubNcx())
    book.spine = [(page.id, "yes") for page in pages.values()]
    file = io.BytesIO()
    writer = epub.EpubWriter(file, book, {"mtime": document.made, "epub3_landmark": False})
    writer.process()
    writer.write()
    return sealed(file.getvalue())


def _metadata(book: Any, document: Document) -> None:
    name = "\n".join((document.title, document.address))
    book.set_identifier(uuid.uuid5(uuid.NAMESPACE_URL, name).urn)
    book.set_title(document.title or "Article")
    book.set_language("en")
    book.add_metadata("DC", "language", "zh-Hans")
    if document.byline:
        book.add_author(document.byline)
    book.add_metadata("DC", "description", " ".join(origin_lines(document)))
    if document.address:
        book.add_metadata("DC", "source", document.address)


def _page(part: str, document: Document, options: Options) -> Any:
    from ebooklib import epub

    text = template("book.xhtml").render(
        part=part,
        document=document,
        options=options,
        blocks=[block for block in rows_of(document) if block.kind != TITLE_KIND],
        origin=origin_lines(document),
    )
    return epub.EpubItem(part, f"{part}.xhtml", "application/xhtml+xml", text.encode())
