"""Searching terms as a person types: English, Chinese, pinyin with or without tones, initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from glossary.chinese import to_traditional
from glossary.formats.columns import has_han
from glossary.pinyin import initials, pinyin_of, syllables_of, without_tones
from glossary.term import Term
from glossary.words import Keys, Words, clean, fold

_SYLLABLE_TONE = re.compile(r"(?<=[a-zü:])[1-5]")
_SEPARATOR = "\n"


@dataclass(frozen=True, slots=True)
class _Entry:
    term: Term
    english: str
    chinese: str
    toned: str
    plain: str
    initials: str


class SearchIndex:
    """Terms made ready for searching; make it once for many queries."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        traditional = to_traditional(
            _SEPARATOR.join("|".join(term.renderings).replace("\n", " ") for term in self._terms)
        ).split(_SEPARATOR)
        self._entries = [
            _entry(term, other) for term, other in zip(self._terms, traditional, strict=False)
        ]

    def search(self, query: str, limit: int = 50) -> list[Term]:
        """The terms that fit `query`, best first; all of them, in their order, for an empty one.

        A whole name fits better than its beginning, and that better than its middle. Chinese
        queries find simplified and traditional renderings; pinyin may have tone marks, tone
        numbers or none, with or without spaces; several initials are enough (xxdggx).
        """
        query = unicodedata.normalize("NFC", query).strip()
        if not query:
            return list(self._terms[:limit])
        if has_han(query):
            wanted = "".join(query.split())
            ranked = [(_rank(wanted, entry.chinese), entry) for entry in self._entries]
        else:
            asked = _Query.of(query)
            ranked = [(asked.rank(entry), entry) for entry in self._entries]
        found = sorted((item for item in ranked if item[0]), key=lambda item: -item[0])
        return [entry.term for _, entry in found[:limit]]


@dataclass(frozen=True, slots=True)
class _Query:
    english: str
    toned: str
    plain: str

    @classmethod
    def of(cls, query: str) -> _Query:
        compact = re.sub(r"[\s'’]", "", query.lower())
        plain = without_tones(_SYLLABLE_TONE.sub("", compact))
        return cls(_english(query), compact if not compact.isascii() else "", plain)

    def rank(self, entry: _Entry) -> int:
        """From 0 (no fit) to 10 (the whole name)."""
        best = _rank(self.english, entry.english) if self.english else 0
        if self.toned:
            return max(best, _rank(self.toned, entry.toned))
        if len(self.plain) > 1:
            best = max(best, _rank(self.plain, entry.plain) - 1, _rank(self.plain, entry.initials))
        return best


# After a change of one term the index of all is made anew: the others are not worked out again.
@lru_cache(maxsize=50_000)
def _entry(term: Term, traditional: str) -> _Entry:
    pinyin = pinyin_of(term)
    own = term.pinyin.split() or pinyin.split()
    all_initials = {initials(own), *(initials(syllables_of(each)) for each in term.accepted)}
    return _Entry(
        term,
        _SEPARATOR.join(map(_english, term.forms)),
        _SEPARATOR.join((*term.renderings, *traditional.split("|"), term.traditional)),
        re.sub(r"[\s'’]", "", pinyin.lower()),
        without_tones(pinyin),
        _SEPARATOR.join(sorted(all_initials)),
    )


def _english(text: str) -> str:
    return " ".join(fold(clean(word)) for word in Words(text, Keys()).words)


def _rank(wanted: str, names: str) -> int:
    """How well `wanted` fits one of the names: whole 10, beginning 8, a word's 6, inside 3."""
    if wanted not in names:
        return 0
    best = 3
    for name in names.split(_SEPARATOR):
        if name == wanted:
            return 10
        if name.startswith(wanted):
            best = 8
        elif f" {wanted}" in name:
            best = max(best, 6)
    return best
