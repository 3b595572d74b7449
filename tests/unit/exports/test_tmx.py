"""TMX, read again by our own reader of translation memories."""

from __future__ import annotations

from reader.exports import EXPORTS, Document, Options
from reader.exports.options import Script, Version
from reader.translation import tmx


def test_translated_sentences_are_units(document: Document) -> None:
    units = tmx.read(EXPORTS["tmx"].write(document))

    assert [(unit.source, unit.target) for unit in units] == [
        (pair.segment.source, pair.segment.target) for pair in document.pairs[:3]
    ]


def test_each_unit_names_its_origin(document: Document) -> None:
    unit = tmx.read(EXPORTS["tmx"].write(document))[1]

    assert (unit.author, unit.date) == ("Engine A", "2026-01-02T00:00:00+00:00")
    for fact in ("The leaders' phone call", "https://news.example/call", "not approved"):
        assert fact in unit.origin


def test_hostile_text_is_text(hostile: Document) -> None:
    units = tmx.read(EXPORTS["tmx"].write(hostile))

    assert [unit.source for unit in units][1:3] == [
        hostile.pairs[1].segment.source, hostile.pairs[2].segment.source,
    ]  # fmt: skip


def test_the_chinese_is_simplified_as_its_language_tag_says(document: Document) -> None:
    chosen = Options(script=Script.TRADITIONAL, version=Version.REVIEWED)

    unit = tmx.read(EXPORTS["tmx"].write(document, chosen))[1]

    assert unit.target == "双方通了电话。"
    assert "reviewed version, by a person" in unit.origin
