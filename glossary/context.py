"""Contexts in which an English form is not the term: "to chip in" is not about semiconductors.

`Term.blocked` lists them, one phrase each:

- a phrase with a form of the term in it (or `~`, for any of its forms) blocks the form just there:
  `potato ~`, `~ and salsa`, `chip off the old block`;
- a phrase without one is a cue: it blocks the term where it stands in the same sentence, at most
  10 words away: `climbers` for summit. It speaks of the nearer one where the word stands twice,
  and not of a form that is clear by itself or beside another term (computer chip, G20 summit).

In a phrase, `/` separates alternatives (`fish/potato ~`), `^` in front means none of them
(`^a/the chip in`), `*` at an end stands for any letters (`climb*`), `$` for the end of the
sentence. Words with a capital match as written, all others in any case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.words import Words, bare, clean, fold

_CLAUSE_END = re.compile(r"[.!?;:,()—…]|\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…]|\n[^\S\n]*\n")
_REACH = 10
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

    def nearby(self) -> tuple[int, int]:
        """The first and the last (exclusive) word near enough for a cue, in the same sentence.

        Half of the way to the next occurrence of the same word belongs to that one.
        """
        keys, last_word = self.words.keys, self.last - 1
        low, high = max(0, self.first - _REACH), min(len(keys), self.last + _REACH)
        first, last = self.first, self.last
        while first > low and not self._ends_before(first):
            first -= 1
            if keys[first] == keys[last_word]:
                first += (self.first - first + 1) // 2
                break
        while last < high and not self._ends_before(last):
            last += 1
            if keys[last - 1] == keys[last_word]:
                last -= (last - self.last + 1) // 2
                break
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

    def hold(self, place: Place, is_clear: Callable[[], bool]) -> bool:
        """Whether the words at `place` stand in one of the contexts.

        `is_clear` tells whether the form is no homograph there, so that cues do not count; it is
        asked only where there is a cue.
        """
        return (
            any(_fits_around(patterns, hole, place) for hole, patterns in self.around)
            or any(_covers(patterns, place) for patterns in self.literal)
            or (self._hold_nearby(place) and not is_clear())
        )

    def _hold_nearby(self, place: Place) -> bool:
        if not (self.words or self.beginnings or self.sentence):
            return False
        first, last = place.nearby()
        folded = list(map(_folded, place.words.words[first:last]))
        return (
            not self.words.isdisjoint(folded)
            or (bool(self.beginnings) and any(w.startswith(self.beginnings) for w in folded))
            or any(_is_in_span(patterns, place, first, last) for patterns in self.sentence)
        )
