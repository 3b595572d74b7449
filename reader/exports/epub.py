"""EPUB 3: the article for e-readers, every sentence over its Chinese, pinyin as ruby if wished."""

from __future__ import annotations

import io
import uuid
from typing import Any

from reader.exports.document import TITLE_KIND, Document
from reader.exports.options import Options
from reader.exports.origin import origin_lines
from reader.exports.package import sealed
from reader.exports.rows import rows_of, template, template_text
from reader.exports.wording import Wording


def write(document: Document, options: Options) -> bytes:
    """Return the book: the article, its terms where it has any, and where it comes from."""
    from ebooklib import epub

    book = epub.EpubBook()
    _metadata(book, document, options.wording)
    _ = options.wording.gettext
    parts = {
        "article": document.title or _("Article"),
        "terms": _("Terms"),
        "about": _("About this text"),
    }
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


def _metadata(book: Any, document: Document, wording: Wording) -> None:
    name = "\n".join((document.title, document.address))
    book.set_identifier(uuid.uuid5(uuid.NAMESPACE_URL, name).urn)
    book.set_title(document.title or wording.gettext("Article"))
    book.set_language("en")
    book.add_metadata("DC", "language", document.chinese)
    if document.byline:
        book.add_author(document.byline)
    book.add_metadata("DC", "description", " ".join(origin_lines(document, wording)))
    if document.address:
        book.add_metadata("DC", "source", document.address)


def _page(part: str, document: Document, options: Options) -> Any:
    from ebooklib import epub

    text = template("book.html").render(
        part=part,
        document=document,
        options=options,
        blocks=[block for block in rows_of(document, options.wording) if block.kind != TITLE_KIND],
        origin=origin_lines(document, options.wording),
        language=options.wording.language,
        _=options.wording.gettext,
    )
    return epub.EpubItem(part, f"{part}.xhtml", "application/xhtml+xml", text.encode())
