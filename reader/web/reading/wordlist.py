"""The words of an article as JSON for the page's script. Offsets are those of JavaScript."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.services.words import ArticleWords, ChineseWord, EnglishWord, SentenceWords


def as_json(words: ArticleWords) -> dict[str, Any]:
    """The words of an article; keys are short because there are thousands of them.

    `chinese`: p pinyin, s senses, t traditional, m measure words, h and o the levels of HSK 3.0
    and 2.0, left out where empty. `english`: l dictionary form, z Chinese words as [word,
    pinyin, sense], b band. `sentences`, by position: c Chinese words and e English ones as
    start, end, key, …; l links as four offsets each.
    """
    return {
        "chinese": {text: _chinese(word) for text, word in words.chinese.items()},
        "english": {key: _english(word) for key, word in words.english.items()},
        "sentences": {str(one.position): _sentence(one) for one in words.sentences},
    }


def _chinese(word: ChineseWord) -> dict[str, Any]:
    return _filled(
        p=word.pinyin,
        s=word.senses,
        t=word.traditional,
        m=[f"{text} {pinyin}" for text, pinyin in word.measures],
        h=word.level.label,
        o=word.level.hsk2,
    )


def _english(word: EnglishWord) -> dict[str, Any]:
    return _filled(l=word.lemma, z=word.chinese, b=word.band)


def _sentence(one: SentenceWords) -> dict[str, Any]:
    source, target = _units(one.source), _units(one.target)
    return {
        "c": [
            part
            for start, end in one.chinese
            for part in (target[start], target[end], one.target[start:end])
        ],
        "e": [
            part for start, end, key in one.english for part in (source[start], source[end], key)
        ],
        "l": [
            offset
            for a, b, c, d in one.links
            for offset in (source[a], source[b], target[c], target[d])
        ],
    }


def _units(text: str) -> list[int] | range:
    """For each offset in characters, the offset in UTF-16 units."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if character > "\uffff" else 1))
    return units


def _filled(**values: Iterable[Any] | int) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
