"""The language of the files: whatever they say of themselves is asked of the wording."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import pytest
from lxml import html

from reader.exports import EXPORTS, Document, Options
from reader.exports.wording import Wording

# What comes with the article, names of programs and licences, and printed keys.
CONTENT = re.compile(
    r"The leaders' phone call|They held a|“Good,” he said\.|Two flags\.|Xu Tianqi"
    r"|June 6, 2025|https://\S+|Engine A|phone call|talk by phone|Ministry list|A[−+]|Enter|Space"
    r"|Esc|English|\b[jkpvtd]\b|liǎngguó|tōng ?diànhuà"
)


def shout(message: str) -> str:
    """A language in which every message is written in capitals, its values left as they are."""
    parts = re.split(r"(%\(\w+\)s)", message)
    return "".join(part if part.startswith("%(") else part.upper() for part in parts)


def spoken(key: str, document: Document) -> str:
    """All text of an export in that language, without pinyin."""
    wording = Wording("zh-Hans", shout)
    data = EXPORTS[key].write(document, Options(wording=wording))
    if key == "html":
        return of_page(html.document_fromstring(data.decode()))
    if key == "docx":
        return of_word(docx.Document(io.BytesIO(data)))
    if key == "epub":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            pages = [book.read(f"EPUB/{name}.xhtml") for name in ("article", "terms", "about")]
        return " ".join(of_page(html.document_fromstring(page)) for page in pages)
    return data.decode()


def of_page(tree: html.HtmlElement) -> str:
    """What a person would see or hear of a page."""
    seen = tree.xpath("//body//text()[not(ancestor::script)][not(ancestor::rt)]")
    heard = tree.xpath("//body//@aria-label | //body//@title")
    return " ".join([*seen, *heard])


def of_word(document: Any) -> str:
    """What stands in paragraphs and tables of a Word document."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(part.text for part in (*document.paragraphs, *cells))


@pytest.mark.parametrize("key", ["html", "docx", "epub", "text"])
def test_a_file_says_nothing_past_its_wording(key: str, document: Document) -> None:
    said = CONTENT.sub("", spoken(key, document))

    assert re.findall(r"[a-z]{2,}", said) == []


def test_values_are_put_into_the_message_of_the_language() -> None:
    wording = Wording("zh-Hans", {"Engine: %(engines)s": "引擎：%(engines)s"}.__getitem__)

    assert wording.gettext("Engine: %(engines)s", engines="100%") == "引擎：100%"


def test_the_page_is_marked_with_the_language_of_its_labels(document: Document) -> None:
    page = EXPORTS["html"].write(document, Options(wording=Wording("zh-Hans", str)))

    assert b'<html lang="zh-Hans"' in page
