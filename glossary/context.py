"""Contexts in which an English form is not the term: "to chip in" is not about semiconductors.

`Term.blocked` lists them, one phrase each:

- a phrase with a form of the term in it (or `~`, for any of its forms) blocks the form just there:
  `potato ~`, `~ and salsa`, `chip off the old block`;
- a phrase without one blocks the term wherever the phrase stands in the same sentence:
  `climbers` for summit.

In a phrase, `/` separates alternatives (`fish/potato ~`), `^` in front means none of them
(`^a/the chip in`), `*` at an end stands for any letters (`climb*`), `$` for the end of the
sentence. Words with a capital match as written, all others in any case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.words import Words, bare, clean, fold

_CLAUSE_END = re.compile(r"[.!?;:,()—…]|\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…]|\n[^\S\n]*\n")
_REACH = 60
PLACE = "~"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a text a candidate stands: words `first` up to, not including, `last`."""

    words: Words
    first: int
    last: int

    def around(self, index: int) -> str | None:
        """Word `index`, or None when it is in another clause or outside the text."""
        if not 0 <= index < len(self.words):
            return None
        low, high = min(index, self.first), max(index, self.last - 1)
        for gap in range(low + 1, high + 1):
            if _CLAUSE_END.search(self.words.gap(gap)):
                return None
        return self.words.words[index]

    def sentence(self) -> tuple[int, int]:
        """The first and the last (exclusive) word of the sentence, at most 60 to each side."""
        first, last = self.first, self.last
        while first > max(0, self.first - _REACH) and not self._ends_before(first):
            first -= 1
        while last < min(len(self.words), self.last + _REACH) and not self._ends_before(last):
            last += 1
        return first, last

    def _ends_before(self, index: int) -> bool:
        return _SENTENCE_END.search(self.words.gap(index)) is not None


_folded = lru_cache(maxsize=50_000)(fold)


@lru_cache(maxsize=20_000)
def _alternatives(pattern: str) -> tuple[bool, tuple[str, ...]]:
    alternatives = pattern.removeprefix("^").split("/")
    return pattern.startswith("^"), tuple(
        bare(each) if each != each.lower() or "*" in each or each == "$" else fold(each)
        for each in alternatives
    )


def _is_one(alternative: str, word: str) -> bool:
    written = bare(clean(word)) if alternative != alternative.lower() else _folded(word)
    if alternative.startswith("*"):
        return len(alternative) > 1 and written.endswith(alternative[1:])
    if alternative.endswith("*"):
        return written.startswith(alternative[:-1])
    return written == alternative


def _fits(pattern: str, word: str | None) -> bool:
    none_of, alternatives = _alternatives(pattern)
    if word is None:
        return none_of or "$" in alternatives
    return none_of != any(_is_one(alternative, word) for alternative in alternatives)


def _fits_around(patterns: Sequence[str], hole: int, place: Place) -> bool:
    before = enumerate(reversed(patterns[:hole]), 1)
    after = enumerate(patterns[hole + 1 :])
    return all(_fits(p, place.around(place.first - n)) for n, p in before) and all(
        _fits(p, place.around(place.last + n)) for n, p in after
    )


def _covers(patterns: Sequence[str], place: Place) -> bool:
    for start in range(place.last - len(patterns), place.first + 1):
        if all(_fits(p, place.around(start + n)) for n, p in enumerate(patterns)):
            return True
    return False


def _is_plain(pattern: str) -> bool:
    """Whether single words in small letters are all that a pattern asks for."""
    return (
        pattern == pattern.lower()
        and not pattern.startswith(("^", "*"))
        and "/*" not in pattern
        and "$" not in pattern
    )


def _is_in_span(patterns: Sequence[str], place: Place, first: int, last: int) -> bool:
    words = place.words.words
    for start in range(first, last - len(patterns) + 1):
        if all(_fits(p, words[start + n]) for n, p in enumerate(patterns)):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocked contexts of one term, sorted by kind."""

    around: tuple[tuple[int, tuple[str, ...]], ...]
    literal: tuple[tuple[str, ...], ...]
    sentence: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, phrases: Sequence[str], forms: Sequence[str]) -> Blocks:
        """The contexts written in `phrases` for a term with these English forms."""
        around, literal, sentence = [], [], []
        words: list[str] = []
        padded_forms = [f" {form.lower()} " for form in forms]
        for phrase in phrases:
            patterns = tuple(phrase.split())
            if PLACE in patterns:
                around.append((patterns.index(PLACE), patterns))
            elif any(form in f" {phrase.lower()} " for form in padded_forms):
                literal.append(patterns)
            elif len(patterns) == 1 and _is_plain(patterns[0]):
                words += _alternatives(patterns[0])[1]
            elif patterns:
                sentence.append(patterns)
        return cls(
            tuple(around),
            tuple(literal),
            tuple(sentence),
            frozenset(word for word in words if not word.endswith("*")),
            tuple(word[:-1] for word in words if word.endswith("*")),
        )

    def hold(self, place: Place) -> bool:
        """Whether the words at `place` stand in one of the contexts."""
        return (
            any(_fits_around(patterns, hole, place) for hole, patterns in self.around)
            or any(_covers(patterns, place) for patterns in self.literal)
            or self._hold_in_sentence(place)
        )

    def _hold_in_sentence(self, place: Place) -> bool:
        if not (self.words or self.beginnings or self.sentence):
            return False
        first, last = place.sentence()
        folded = list(map(_folded, place.words.words[first:last]))
        return (
            not self.words.isdisjoint(folded)
            or (bool(self.beginnings) and any(w.startswith(self.beginnings) for w in folded))
            or any(_is_in_span(patterns, place, first, last) for patterns in self.sentence)
        )
