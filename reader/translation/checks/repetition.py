"""Does the target say the same again and again?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.translation.segment import Issue

# 声波声波声波, 非常非常非常非常; 哈哈哈 and 一个一个 are Chinese.
_LOOP = re.compile(
    r"(?P<unit>[\u3400-\u9fffA-Za-z]{2,30}?)(?:[，、,· ]?(?P=unit)){2,}|([\u3400-\u9fff])\2{4,}"
)
_TWICE = re.compile(r"(?P<unit>[\u3400-\u9fff0-9-]{4,30}?(?<=[\u3400-\u9fff]))[，、, ]?(?P=unit)")
_CLAUSE = re.compile(r"[^，。；：！？、,.;:!?“”‘’（）()《》A-Za-z ]{7,}")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z ]")
_LONG = 12
_MOST_LATIN = 4


def repetition_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield the stretches of the target that repeat what it said, unless the source does so too."""
    if _repeats_words(source):
        return
    loops = [m.span() for pattern in (_LOOP, _TWICE) for m in pattern.finditer(target)]
    for start, end in loops or _second_clauses(target) or _second_stretches(target):
        yield Issue("repetition", 0, 0, start, end, detail=target[start:end][:40])
        return


def _repeats_words(source: str) -> bool:
    """Say whether three words of the source stand in it twice, in the same order."""
    words = _WORD.findall(source.lower())
    triples = list(zip(words, words[1:], words[2:], strict=False))
    twice = any(a == b for a, b in pairwise(words))
    return twice or len(set(triples)) < len(triples)


def _second_clauses(target: str) -> list[tuple[int, int]]:
    seen: set[str] = set()
    found: list[tuple[int, int]] = []
    for clause in _CLAUSE.finditer(target):
        if clause[0] in seen:
            found.append(clause.span())
        seen.add(clause[0])
    return found


def _second_stretches(target: str) -> list[tuple[int, int]]:
    """Return the second places of twelve characters that stood before, without overlap."""
    first: dict[str, int] = {}
    for at in range(len(target) - _LONG + 1):
        piece = target[at : at + _LONG]
        if len(_LATIN.findall(piece)) < _MOST_LATIN and at - first.setdefault(piece, at) >= _LONG:
            return [(at, at + _LONG)]
    return []
