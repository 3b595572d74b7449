"""Is the target a whole Chinese sentence of a length that fits its source?

The bounds on length are those of 997 human translations of news and encyclopedia sentences: all
but two in a thousand lie between 0.88 and 3.0 units a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.translation.segment import Issue

_WORD = re.compile(r"[\w'’-]+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,:]*")
_LATIN_LETTER = re.compile("[A-Za-z]")
_PLAIN_WORD = re.compile(r"\b[a-z]{2,}\b")
_CLOSERS = " \"'”’)）》】」』"
_HALF_STOPS = {
    ",": ",，、",
    "，": ",，、",
    "、": ",，、",
    ":": ":：",
    "：": ":：",
    ";": ";；",
    "；": ";；",
}
_MID_CLAUSE = re.compile(
    "(?:以及|因为|但是|并且|而且|由于|或者|关于|对于|如果|虽然|尽管|[被把])[。.]?$"
)
_LEAST_WORDS = 8
_FEWEST_WORDS = 4
_CUT_OFF_BELOW = 0.75
# From so many words on: the fewest and the most units a word.
_RANGES = ((15, (0.8, 3.0)), (8, (0.6, 3.5)), (0, (0.4, 6.0)))
_LEAST_HAN_SHARE = 0.25


def size(target: str) -> float:
    """Return the length of Chinese text in units: a Han character is 1, a Latin word 1.5."""
    return len(_HAN.findall(target)) + 1.5 * len(_LATIN_WORD.findall(target))


def cut_off_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield a dangling comma, an end amid a clause, or a target far too short for its source."""
    body = target.rstrip(_CLOSERS)
    if not body:
        return
    last, end = body[-1], len(body)
    if last in _HALF_STOPS and source.rstrip(_CLOSERS)[-1:] not in _HALF_STOPS[last]:
        yield Issue("cut-off", 0, 0, end - 1, end, detail=last)
        return
    unfinished = _MID_CLAUSE.search(body)
    if unfinished:
        yield Issue("cut-off", 0, 0, unfinished.start(), end, detail=unfinished[0])
        return
    words = len(_WORD.findall(source))
    if words >= _LEAST_WORDS and size(body) < _CUT_OFF_BELOW * words:
        yield Issue("cut-off", 0, len(source), 0, len(target))


def length_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield a target that is much shorter or longer than translations of such a source are."""
    words = len(_WORD.findall(source))
    if words < _FEWEST_WORDS or not _HAN.search(target):
        return
    low, high = next(limits for least, limits in _RANGES if words >= least)
    if not low * words <= size(target) <= high * words:
        yield Issue("length", 0, len(source), 0, len(target))


def single_word_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield a target of one word, or none, for a source of a whole clause."""
    if len(_WORD.findall(source)) >= 5 and 0 < size(target) <= 2:
        yield Issue("single-word", 0, len(source), 0, len(target), detail=target.strip())


def untranslated_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield a target that is still English: no Chinese in it, or hardly any."""
    if not target.strip():
        return
    han, latin = len(_HAN.findall(target)), len(_LATIN_LETTER.findall(target))
    if not han:
        # A name, a code or a number may stand as it is: VCG, 10:30, Xu Tianqi.
        is_prose = _PLAIN_WORD.search(source) or len(_WORD.findall(source)) > 3
        if latin and is_prose:
            yield Issue("untranslated", 0, len(source), 0, len(target))
    elif latin > 20 and han < _LEAST_HAN_SHARE * latin and _PLAIN_WORD.search(target):
        yield Issue("untranslated", 0, len(source), 0, len(target))


def empty_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield a target without any letter or digit where the source has some."""
    if any(ch.isalnum() for ch in source) and not any(ch.isalnum() for ch in target):
        yield Issue("empty", 0, len(source), 0, len(target))
