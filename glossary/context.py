"""Contexts in which an English form is not the term: "to chip in" is not about semiconductors.

`Term.blocked` lists them, one phrase each:

- a phrase with a form of the term in it (or `~`, for any of its forms) blocks the form just there:
  `potato ~`, `~ and salsa`, `chip off the old block`;
- a phrase without one is a cue: it blocks the term where it stands in the same sentence, at most
  10 words away: `climbers` for summit. It speaks of the nearer one where the word stands twice,
  and not of a form that is clear by itself or beside another term (computer chip, G20 summit).

In a phrase, `/` separates alternatives (`fish/potato ~`), `^` in front means none of them
(`^a/the chip in`), `*` at an end stands for any letters (`climb*`), `$` for the end of the
clause. Words with a capital match as written, and so do those after `=` (`America =first`); all
others in any case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glossary.inflection import stem
from glossary.words import Words, bare, clean, fold

_CLAUSE_END = re.compile(r"[.!?;:,()—…]|\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!?…]|\n[^\S\n]*\n")
_SEPARATORS = re.compile(r"[\s/^]+")
_REACH = 10
_PHRASE = 8
PLACE = "~"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a text a candidate stands: words `first` up to, not including, `last`."""

    words: Words
    first: int
    last: int

    def clause(self) -> tuple[int, int]:
        """The first and the last (exclusive) word of the clause, no further than a phrase is."""
        low, high = max(0, self.first - _PHRASE), min(len(self.words), self.last + _PHRASE)
        first, last = self.first, self.last
        while first > low and not _ends(_CLAUSE_END, self.words.gap(first)):
            first -= 1
        while last < high and not _ends(_CLAUSE_END, self.words.gap(last)):
            last += 1
        return first, last

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
        return _ends(_SENTENCE_END, self.words.gap(index))


def _ends(border: re.Pattern[str], gap: str) -> bool:
    return gap != " " and border.search(gap) is not None


_folded = lru_cache(maxsize=50_000)(fold)


@lru_cache(maxsize=50_000)
def _written(word: str) -> str:
    return bare(clean(word))


@dataclass(frozen=True, slots=True)
class _Slot:
    """One word of a phrase: which words may stand there."""

    is_none_of: bool
    takes_end: bool
    folded: frozenset[str]
    written: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]

    def takes(self, word: str | None) -> bool:
        """Whether `word`, or None for the end of the clause, may stand here."""
        if word is None:
            return self.is_none_of or self.takes_end
        return self.is_none_of != (
            _folded(word) in self.folded
            or (bool(self.written) and _written(word) in self.written)
            or (bool(self.beginnings) and self._opens(word))
            or (bool(self.endings) and self._closes(word))
        )

    def _opens(self, word: str) -> bool:
        return _folded(word).startswith(self.beginnings) or _written(word).startswith(
            self.beginnings
        )

    def _closes(self, word: str) -> bool:
        return _folded(word).endswith(self.endings) or _written(word).endswith(self.endings)


def _is_as_written(pattern: str) -> bool:
    return pattern.startswith("=") or pattern != pattern.lower()


def _slot(pattern: str) -> _Slot:
    alternatives = pattern.removeprefix("^").split("/")
    whole = [each for each in alternatives if "*" not in each and each != "$"]
    return _Slot(
        is_none_of=pattern.startswith("^"),
        takes_end="$" in alternatives,
        folded=frozenset(fold(each) for each in whole if not _is_as_written(each)),
        written=frozenset(bare(each.removeprefix("=")) for each in whole if _is_as_written(each)),
        beginnings=tuple(each[:-1] for each in alternatives if each[1:].endswith("*")),
        endings=tuple(each[1:] for each in alternatives if each[:1] == "*" and len(each) > 1),
    )


def names_form(phrase: str, forms: Sequence[str]) -> bool:
    """Whether a phrase of a context holds one of `forms`, a form of one word in any inflection.

    >>> names_form("council sanctioned", ["sanctions"]), names_form("crisps", ["chip"])
    (True, False)
    """
    lowered = phrase.lower().replace("=", "")
    if any(f" {form.lower()} " in f" {lowered} " for form in forms):
        return True
    keys = {stem(fold(word)) for word in _SEPARATORS.split(lowered)}
    return any(" " not in form and stem(fold(form)) in keys for form in forms)


_Phrase = tuple[_Slot, ...]


def _stands_at(phrase: _Phrase, start: int, words: Sequence[str], first: int, last: int) -> bool:
    for number, slot in enumerate(phrase, start):
        if not slot.takes(words[number] if first <= number < last else None):
            return False
    return True


def _is_plain(pattern: str) -> bool:
    """Whether single words in small letters are all that a pattern asks for."""
    return (
        not _is_as_written(pattern)
        and not pattern.startswith(("^", "*"))
        and "/*" not in pattern
        and "$" not in pattern
    )


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocked contexts of one term, sorted by kind."""

    around: tuple[tuple[_Phrase, _Phrase], ...]
    literal: tuple[_Phrase, ...]
    cues: tuple[_Phrase, ...]
    words: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, phrases: Sequence[str], forms: Sequence[str]) -> Blocks:
        """The contexts written in `phrases` for a term with these English forms."""
        around, literal, cues = [], [], []
        words: set[str] = set()
        beginnings: tuple[str, ...] = ()
        for phrase in phrases:
            patterns = phrase.split()
            slots = tuple(map(_slot, patterns))
            if PLACE in patterns:
                hole = patterns.index(PLACE)
                around.append((slots[:hole], slots[hole + 1 :]))
            elif names_form(phrase, forms):
                literal.append(slots)
            elif len(patterns) == 1 and _is_plain(patterns[0]):
                words |= slots[0].folded
                beginnings += slots[0].beginnings
            elif patterns:
                cues.append(slots)
        return cls(tuple(around), tuple(literal), tuple(cues), frozenset(words), beginnings)

    def hold(self, place: Place, is_clear: Callable[[], bool]) -> bool:
        """Whether the words at `place` stand in one of the contexts.

        `is_clear` tells whether the form is no homograph there, so that cues do not count; it is
        asked only where there is a cue.
        """
        return self._hold_here(place) or (self._hold_nearby(place) and not is_clear())

    def _hold_here(self, place: Place) -> bool:
        if not (self.around or self.literal):
            return False
        words, (first, last) = place.words.words, place.clause()
        for before, after in self.around:
            start = place.first - len(before)
            if _stands_at(before, start, words, first, last) and _stands_at(
                after, place.last, words, first, last
            ):
                return True
        return any(
            _stands_at(phrase, start, words, first, last)
            for phrase in self.literal
            for start in range(place.last - len(phrase), place.first + 1)
        )

    def _hold_nearby(self, place: Place) -> bool:
        if not (self.words or self.beginnings or self.cues):
            return False
        first, last = place.nearby()
        words = place.words.words
        folded = list(map(_folded, words[first:last]))
        return (
            not self.words.isdisjoint(folded)
            or (bool(self.beginnings) and any(w.startswith(self.beginnings) for w in folded))
            or any(
                _stands_at(phrase, start, words, first, last)
                for phrase in self.cues
                for start in range(first, last - len(phrase) + 1)
            )
        )
