"""My words as an Anki deck: starred words with the sentences that they were met in.

A second file updates the cards of the first one, whatever was edited in between: the ids of deck
and note type are fixed, and a note's guid comes from the id that the word has in the browser.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reader.exports.anki_deck import STYLE, field, file_of, guid, number, tag, template
from reader.exports.safety import cleaned

# Fixed for ever: Anki tells note types apart by it.
_MODEL = 1763856003
_DECK = "Duizhao::My words 我的生词"
_FIELDS = (
    "Chinese", "Pinyin", "English", "Chinese sentence", "English sentence", "Sentence with a gap",
    "Hint", "Article",
)  # fmt: skip
_MORE_STYLE = """
.zh { font-size: 1.6em; } .sentence { font-size: .9em; }
hr { border: 0; border-top: 1px solid #8f8676; margin: 1em 0; }
"""


@dataclass(frozen=True, slots=True)
class StarredWord:
    """A starred word or term. Every text may be "" but `id`, and one of the two languages.

    `kind` is "word", "term" or "english" (an English word with its Chinese meaning). `gap` is the
    sentence with the word left out, `hint` the same sentence in the other language.
    """

    id: str
    kind: str
    chinese: str
    pinyin: str
    english: str
    sentence_zh: str
    sentence_en: str
    gap: str
    hint: str
    article: str


def write(words: Iterable[StarredWord], made: datetime.datetime) -> bytes:
    """Return an .apkg file: per word a card in both directions, and one with a gap."""
    import genanki

    deck = genanki.Deck(number("my words"), _DECK)
    model = _model()
    for position, word in enumerate({word.id: cleaned(word) for word in words}.values()):
        deck.add_note(_note(model, word, position))
    return file_of(deck, made)


def _note(model: Any, word: StarredWord, position: int) -> Any:
    import genanki

    values = (
        word.chinese, word.pinyin, word.english, word.sentence_zh, word.sentence_en, word.gap,
        word.hint, word.article,
    )  # fmt: skip
    tags = ["duizhao", f"duizhao::{tag(word.kind)}"]
    if word.article:
        tags.append(f"duizhao::article::{tag(word.article)}")
    return genanki.Note(
        model,
        [field(value) for value in values],
        guid=guid("my-word", word.id),
        tags=tags,
        # The order in which they were starred is the order of learning.
        due=position,
    )


def _model() -> Any:
    import genanki

    chinese = '<div class="zh" lang="zh-Hans">{{Chinese}}</div>'
    english = '<div lang="en">{{English}}</div>'
    pinyin = '<div class="pinyin">{{Pinyin}}</div>'
    in_chinese = '<div class="sentence" lang="zh-Hans">{{Chinese sentence}}</div>'
    in_english = '<div class="sentence" lang="en">{{English sentence}}</div>'
    gap = '<div>{{Sentence with a gap}}</div><div class="sentence">{{Hint}}</div>'
    rule, foot = "{{FrontSide}}<hr id=answer>", '<div class="more">{{Article}}</div>'
    return genanki.Model(
        _MODEL,
        "Duizhao my word",
        fields=[{"name": name} for name in _FIELDS],
        templates=[
            template(
                "Chinese to English",
                _both(chinese + in_chinese),
                rule + pinyin + english + in_english + foot,
            ),
            template(
                "English to Chinese",
                _both(english + in_english),
                rule + chinese + pinyin + in_chinese + foot,
            ),
            template(
                "Gap",
                "{{#Sentence with a gap}}" + gap + "{{/Sentence with a gap}}",
                rule + chinese + pinyin + english + in_chinese + in_english + foot,
            ),
        ],
        css=STYLE + _MORE_STYLE,
    )


def _both(front: str) -> str:
    """Return a front that makes no card where one of the two languages is missing."""
    return f"{{{{#Chinese}}}}{{{{#English}}}}{front}{{{{/English}}}}{{{{/Chinese}}}}"
