"""The English of Chinese words as dictionary forms, and how close an English word comes to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.chinese.cedict import Entry
from reader.chinese.dictionary import Dictionary
from reader.english.lemmas import tokens

_ASIDE = re.compile(r"\([^)]*\)|,.*$")
# A gloss of more words explains the word instead of translating it.
_LONGEST = 6
# What a piece of a word says counts less than what the whole word says.
_PIECE = 0.75
_SAME_STEM = 0.8

Gloss = tuple[tuple[str, ...], float]


class Glosses:
    """The glosses of words, remembered. Threads may share one."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self.of = lru_cache(maxsize=8192)(self._of)

    def _of(self, word: str) -> tuple[Gloss, ...]:
        """Return the glosses of a word: their meaningful words, and what they are worth."""
        entries = self._dictionary.lookup(word)
        if entries:
            return tuple(_glosses(entries, 1.0))
        parts = self._dictionary.parts(word)
        pieces = [list(_glosses(found, _PIECE)) for piece, found in parts if len(piece) > 1]
        firsts = [gloss for piece in pieces for gloss, _ in piece[:1]]
        name = dict.fromkeys(lemma for gloss in firsts for lemma in gloss)
        whole = [(tuple(name), 1.0)] if "·" in word and len(firsts) > 1 else []
        return (*whole, *(gloss for piece in pieces for gloss in piece))


def closeness(lemmas: Sequence[str], glosses: Iterable[Gloss]) -> float:
    """Return how surely these English words are said by one of the glosses, 0 to 1.

    1 is the gloss itself; a gloss that has other meaningful words besides is worth less, and so
    is a word of the same stem (stability for stable).
    """
    return max((worth * _share(lemmas, gloss) for gloss, worth in glosses), default=0.0)


def _share(lemmas: Sequence[str], gloss: Sequence[str]) -> float:
    matched = [max((_alike(lemma, word) for word in gloss), default=0.0) for lemma in lemmas]
    if not all(matched):
        return 0.0
    return float(sum(matched) / max(len(gloss), len(lemmas)) ** 0.8 / len(lemmas) ** 0.2)


def _alike(lemma: str, word: str) -> float:
    if lemma == word:
        return 1.0
    shared = min(len(lemma), len(word))
    needed = max(5, round(0.7 * max(len(lemma), len(word))))
    return _SAME_STEM if shared >= needed and lemma[:needed] == word[:needed] else 0.0


def _glosses(entries: Iterable[Entry], worth: float) -> Iterable[Gloss]:
    for entry in entries:
        if entry.is_surname or entry.is_variant:
            continue
        for place, sense in enumerate(entry.senses):
            for gloss in _ASIDE.sub("", sense).split(";"):
                found = tokens(gloss)
                meaningful = tuple(token.lemma for token in found if token.is_content)
                if 0 < len(meaningful) <= _LONGEST:
                    # Later senses are rarer.
                    yield meaningful, worth * (1 - 0.03 * min(place, 6))
