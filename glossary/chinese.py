"""Finding terms in Chinese by their renderings, in simplified and traditional characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from glossary.term import Term

# Marks and characters that Taiwan, Hong Kong and the mainland write differently, one for one.
_LOCAL = str.maketrans(
    "「」『』臺爲峯羣衆着裏綫僞温説脱産户强麽牀鈎綉汙祕鷄滙麪奬没敎査唘箇伙准",
    "“”‘’台為峰群眾著裡線偽溫說脫產戶強麼床鉤繡污秘雞匯麵獎沒教查啟個夥準",
)


@lru_cache(maxsize=2)
def _converter(config: str) -> Any:
    from opencc import OpenCC

    return OpenCC(config)


def to_traditional(text: str) -> str:
    """`text` in traditional characters by OpenCC's phrase rules, in Taiwan's standard (s2tw).

    >>> to_traditional("一个中国原则")
    '一個中國原則'
    """
    converted: str = _converter("s2tw").convert(text)
    # Forms of OpenCC that no newspaper writes: an old measure word, half of the partners.
    return converted.replace("箇", "個").replace("伙伴", "夥伴")


def to_simplified(text: str) -> str:
    """`text` in simplified characters by OpenCC's phrase rules (t2s).

    >>> to_simplified("貿易戰")
    '贸易战'
    """
    simplified: str = _converter("t2s").convert(text)
    return simplified


def traditional_of(term: Term) -> str:
    """The term's traditional rendering: its own where it has one, else by rule."""
    return term.traditional or to_traditional(term.rendering)


class ChineseIndex:
    """An Aho-Corasick automaton over all renderings of the terms (Aho and Corasick 1975)."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, Term] = {}
        for term in terms:
            for rendering in term.renderings:
                if rendering:
                    self._terms.setdefault(_plain(rendering), term)
            if term.traditional:
                self._terms.setdefault(_plain(term.traditional), term)
        self._add_traditional()
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._patterns = list(self._terms)
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)

    def _add_traditional(self) -> None:
        # One call for all: OpenCC's start costs more than its work. Renderings hold no line break.
        simplified = list(self._terms)
        converted = to_traditional("\n".join(simplified)).split("\n")
        for rendering, traditional in zip(simplified, converted, strict=True):
            self._terms.setdefault(_plain(traditional), self._terms[rendering])

    def find(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Start, end and term of every rendering, the longest at each place, without overlaps."""

        found = self._automaton.find_matches_as_indexes(text.translate(_LOCAL))
        for index, start, end in found:
            pattern = self._patterns[index]
            if not _cuts_latin_word(text, start, end):
                yield start, end, self._terms[pattern]


def _plain(rendering: str) -> str:
    return " ".join(rendering.split()).translate(_LOCAL)


def _cuts_latin_word(text: str, start: int, end: int) -> bool:
    """Whether one of the ends stands inside a Latin word: AI in MAIL."""
    edges = (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
    return any(len(edge) == 2 and all(map(_is_latin, edge)) for edge in edges)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
