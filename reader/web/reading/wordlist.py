"""The words of an article as JSON for the page's script. Offsets are those of JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reader.services.words import ArticleWords, ChineseWord, EnglishWord, SentenceWords


def as_json(words: ArticleWords) -> dict[str, Any]:
    """The words of an article; keys are short because there are thousands of them.

    `chinese`: p pinyin, s senses, t traditional, m measure words, h and o the levels of HSK 3.0
    and 2.0, left out where empty. `english`: l dictionary form, z Chinese words as [word,
    pinyin, sense], b band; its keys are in small letters. `sentences`, by position: c Chinese
    words as gap, length, key, …, where a gap is what lies between a word and the one before; e
    English words as gap, length, …; l links as source and target start and end, each counted
    from the link before.
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
    chinese = [(target[start], target[end]) for start, end in one.chinese]
    english = [(source[start], source[end]) for start, end, _ in one.english]
    keys = [one.target[start:end] for start, end in one.chinese]
    return {
        "c": [part for gap, key in zip(_gaps(chinese), keys, strict=True) for part in (*gap, key)],
        "e": [part for gap in _gaps(english) for part in gap],
        "l": _steps([(source[a], source[b], target[c], target[d]) for a, b, c, d in one.links]),
    }


def _gaps(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """For each span, its distance from the end of the one before, and its length."""
    at = 0
    for start, end in spans:
        yield start - at, end - start
        at = end


def _steps(rows: Iterable[tuple[int, ...]]) -> list[int]:
    """The rows in one list, each number as its difference to that of the row before."""
    steps: list[int] = []
    before: tuple[int, ...] = ()
    for row in rows:
        steps += [new - old for new, old in zip(row, before or (0,) * len(row), strict=True)]
        before = row
    return steps


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
