"""Anki: a deck of the article's terms and sentence pairs, both directions.

A second export of the same article updates the cards of the first one: the ids of deck and note
types are fixed, and a note's guid comes from what never changes when a translation is edited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any, TypeVar

from reader.exports.anki_deck import STYLE, field, file_of, guid, number, tag, template
from reader.exports.document import Document, Entry, Pair
from reader.exports.options import Options
from reader.exports.origin import origin_lines, who
from reader.exports.wording import Wording

T = TypeVar("T")

# Fixed for ever: Anki tells note types apart by them.
_SENTENCE_MODEL = 1763856001
_TERM_MODEL = 1763856002
_SENTENCE_FIELDS = ("English", "Chinese", "Pinyin", "Article", "Made by")
_TERM_FIELDS = (
    "English", "Chinese", "Pinyin", "Meaning", "English sentence", "Chinese sentence", "Source",
    "Article",
)  # fmt: skip
_SENTENCE_MORE = '<div class="more">{{Made by}}<br>{{Article}}</div>'
_TERM_MORE = """<div class="sentence" lang="en">{{English sentence}}</div>
<div class="sentence" lang="zh-Hans">{{Chinese sentence}}</div>
<div class="more">{{Meaning}}</div><div class="more">{{Source}}<br>{{Article}}</div>"""


def write(document: Document, options: Options) -> bytes:
    """Return an .apkg file that every Anki opens (its oldest, documented form)."""
    import genanki

    deck = genanki.Deck(number(document.title), f"Duizhao::{_deck_name(document.title)}")
    deck.description = escape(" ".join(origin_lines(document, options.wording)))
    for note in (*_term_notes(document), *_sentence_notes(document, options.wording)):
        deck.add_note(note)
    return file_of(deck, document.made)


def _term_notes(document: Document) -> Iterator[Any]:
    import genanki

    model = _model(_TERM_MODEL, "Duizhao term", _TERM_FIELDS, _TERM_MORE)
    met = _first_sentences(document)
    for term in _once(document.terms, _term_key):
        meaning = " ".join(filter(None, (term.definition_en, term.definition_zh)))
        values = (
            term.headword,
            term.rendering,
            term.pinyin,
            meaning,
            *met.get(term.id, ("", "")),
            term.source,
            _article(document),
        )
        yield genanki.Note(
            model,
            [field(value) for value in values],
            guid=guid("term", _term_key(term)),
            tags=["duizhao", "duizhao::term", _article_tag(document)],
        )


def _sentence_notes(document: Document, wording: Wording) -> Iterator[Any]:
    import genanki

    model = _model(_SENTENCE_MODEL, "Duizhao sentence", _SENTENCE_FIELDS, _SENTENCE_MORE)
    translated = [pair for pair in document.pairs if pair.segment.target]
    for pair in _once(translated, _pair_key):
        segment = pair.segment
        values = (
            segment.source,
            segment.target,
            pair.pinyin,
            _article(document),
            f"{who(pair, wording)}, {document.made.date().isoformat()}",
        )
        yield genanki.Note(
            model,
            [field(value) for value in values],
            guid=guid("sentence", _pair_key(pair)),
            tags=[
                "duizhao",
                "duizhao::sentence",
                f"duizhao::{segment.status.value}",
                _article_tag(document),
            ],
            # The order of reading is the order of learning.
            due=segment.position,
        )


def _model(number: int, name: str, fields: tuple[str, ...], more: str) -> Any:
    import genanki

    english = "<div>{{English}}</div>"
    chinese = '<div class="zh" lang="zh-Hans">{{Chinese}}</div>'
    pinyin = '<div class="pinyin">{{Pinyin}}</div>'
    both = "{{FrontSide}}<hr id=answer>"
    return genanki.Model(
        number,
        name,
        fields=[{"name": field} for field in fields],
        templates=[
            template("Chinese to English", chinese, both + pinyin + english + more),
            template("English to Chinese", english, both + chinese + pinyin + more),
        ],
        css=STYLE,
    )


def _first_sentences(document: Document) -> dict[str, tuple[str, str]]:
    """Return for each term the first translated sentence that it stands in."""
    met: dict[str, tuple[str, str]] = {}
    for pair in document.sentences:
        for use in pair.segment.terms if pair.segment.target else ():
            met.setdefault(use.term_id, (pair.segment.source, pair.segment.target))
    return met


def _article(document: Document) -> str:
    return " · ".join(filter(None, (document.title, document.address)))


def _article_tag(document: Document) -> str:
    return f"duizhao::article::{tag(document.title)}"


def _deck_name(title: str) -> str:
    # Two colons make a sub-deck.
    return re.sub(r":{2,}", ":", title).strip(": ")[:80] or "Article"


def _term_key(term: Entry) -> str:
    # Without the number of the glossary, which differs from library to library.
    return f"{term.id.rpartition(':')[2]}\n{term.headword}"


def _pair_key(pair: Pair) -> str:
    # The source never changes when a person edits the translation.
    return pair.segment.source


def _once(items: Iterable[T], key: Callable[[T], str]) -> Iterable[T]:
    """Return the items with no key twice: Anki keeps one note of a guid."""
    found: dict[str, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return found.values()
