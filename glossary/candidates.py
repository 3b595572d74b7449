"""Candidates: stretches of an article that look like terms.

Term extraction with the usual parts: linguistic filters over word n-grams (Justeson and Katz 1995,
"Technical terminology: some linguistic properties and an algorithm for identification in text"),
nested candidates counted as C-value does (Frantzi, Ananiadou and Mima 2000), and how much rarer a
phrase's words are than everyday English. No part-of-speech tagger: stop words do its work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 5
# From this Zipf frequency on, a lone word in capitals is no abbreviation but a shouted word.
EVERYDAY = 4.5
# A phrase that comes once is a candidate where its words lie so far below the commonest (Zipf).
RARE = 1.5
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’&\-‑][^\W_]+)*")
_QUOTED = re.compile(r"“([^”]{4,50})”|\"([^\"]{4,50})\"")
_STOP_TEXT = """
    a about above across after again against ago all almost along already also although always
    am among amid an and another any anyone anything are around as at away back be became
    because become been before began begin being below between beyond both but by called came
    can cannot come could day days did different direct do does doing done down due during each
    either else end enough even ever every few first for former from further get give given go
    going good got great had has have he her here hers him his how however huge i if in
    including indeed instead into is it its itself just keep know last late later least less let
    like likely long made make makes making many may maybe me might more most much must my near
    need never new next no nor not nothing now of off often old on once one ones only onto or
    other others our out over own part people per perhaps put quite rather really respective
    right said same saw say saying says second see seem seen set several shall she should show
    since so some something soon still such take taken tell than that the their them then there
    these they thing things third this those though three through thus time times to today
    together told tomorrow too took toward towards two under until up upon us use used using
    various very via was way we week well went were what whatever when where whether which while
    who whole whom whose why will with within without would year years yes yesterday yet you
    your monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december mr mrs ms dr added according asked
    despite per throughout whereas warn warns
"""
_STOP = frozenset(_STOP_TEXT.split())
_FRAME_TEXT = """
    a an the of in on at for with from by against between among into over through under its their
    his her our your this these those some any no several many such and or other
"""
_FRAME = frozenset(_FRAME_TEXT.split())
_VERBISH = re.compile(r"(?:ly|ed)$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be a term. `places` are (sentence number, start, end), in characters."""

    text: str
    places: tuple[tuple[int, int, int], ...]
    score: float


_Place = tuple[int, int, int]


def candidates(
    sentences: Sequence[str],
    taken: Callable[[str], Iterable[tuple[int, int]]],
    commonness: Callable[[str], float],
    limit: int = 30,
    known: Callable[[str], Iterable[tuple[int, int]]] = lambda _: (),
) -> list[Candidate]:
    """The phrases of an article that look most like terms, best first.

    `taken` gives the spans of a sentence where known terms stand: nothing that touches them is a
    candidate. `commonness` is a word's Zipf frequency (0 unknown, 3 rare, 6 everyday). `known`
    gives the spans that a dictionary has as fixed phrases: such a one need not come twice.
    """
    found: dict[str, list[_Place]] = {}
    shown: dict[str, str] = {}
    marked: set[str] = set()
    framed: set[str] = set()
    for number, sentence in enumerate(sentences):
        busy = list(taken(sentence))
        marks = {(m.start(), m.end()) for m in _QUOTED.finditer(sentence)}
        fixed = set(known(sentence))
        for start, end, is_framed in _phrases(sentence):
            if any(a < end and start < b for a, b in busy):
                continue
            text = sentence[start:end]
            key = _key(text)
            found.setdefault(key, []).append((number, start, end))
            if key not in shown or shown[key][0].isupper():
                shown[key] = text
            is_quoted = any(a == start - 1 and b - end in (1, 2) for a, b in marks)
            if is_quoted or (start, end) in fixed:
                marked.add(key)
            if is_framed:
                framed.add(key)
    own = _outside_longer(found)
    ranked = [
        Candidate(shown[key], tuple(found[key]), score)
        for key in found
        if (score := _score(shown[key], own[key], key in marked, key in framed, commonness)) > 0
    ]
    ranked.sort(key=lambda each: (-each.score, each.places[0]))
    return _apart(ranked)[:limit]


def _phrases(sentence: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what looks like a noun phrase, and whether it looks like a whole one: it
    stands behind an article, a preposition or the like, and no other noun follows it.
    """
    places = [(m.start(), m.end()) for m in _WORD.finditer(sentence)]
    words = [sentence[start:end] for start, end in places]
    joined = [sentence[left[1] : right[0]] in (" ", "\u00a0") for left, right in pairwise(places)]
    for first in range(len(words)):
        opens = first > 0 and joined[first - 1] and words[first - 1].lower() in _FRAME
        for last in range(first, min(first + LONGEST, len(words))):
            if last > first and not joined[last - 1]:
                break
            goes_on = last + 1 < len(words) and joined[last]
            is_whole = opens and not (goes_on and words[last + 1].lower() not in _STOP)
            if _looks_like_noun_phrase(words[first : last + 1], at_start=first == 0):
                yield places[first][0], places[last][1], is_whole


def _looks_like_noun_phrase(words: Sequence[str], *, at_start: bool) -> bool:
    low = [word.lower().replace("’", "'").removesuffix("'s") for word in words]
    if low[0] in _STOP or low[-1] in _STOP or _VERBISH.search(low[-1]) or "'" in words[-1][-3:]:
        return False
    if any((word in _STOP and word != "of") or word.endswith("ly") for word in low[:-1]):
        return False
    if len(words) == 1:
        # A lone word is a candidate only as a name or an abbreviation.
        return (words[0].isupper() and len(words[0]) > 1) or (
            words[0][0].isupper() and not at_start
        )
    return True


def _key(text: str) -> str:
    words = re.split(r"[\s\-‑]+", text.lower().replace("’", "'"))
    last = words[-1].rstrip(".")
    if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return " ".join((*words[:-1], last))


def _outside_longer(found: dict[str, list[_Place]]) -> Counter[str]:
    """How often each phrase stands outside any longer phrase that is as frequent as itself."""
    counts = Counter({key: len(places) for key, places in found.items()})
    longer: Counter[str] = Counter()
    for key, number in counts.items():
        words = key.split()
        for size in range(1, len(words)):
            for start in range(len(words) - size + 1):
                inner = " ".join(words[start : start + size])
                if number > 1 and inner in counts:
                    longer[inner] = max(longer[inner], number)
    return Counter({key: number - longer[key] for key, number in counts.items()})


def _score(
    text: str,
    count: int,
    is_marked: bool,
    is_framed: bool,
    commonness: Callable[[str], float],
) -> float:
    words = text.split()
    content = [word for word in words if word.lower() not in _STOP]
    names = sum(word[0].isupper() for word in content)
    is_name = names == len(content)
    rarity = sum(max(0.0, 6.0 - commonness(word.lower())) for word in content) / len(content)
    if len(words) == 1:
        shouts = text.isupper() and commonness(text.lower()) > EVERYDAY
        alone = count < 2 and not text.isupper()
        return 0.0 if shouts or alone or not is_name else rarity * 0.8 + count
    is_rare = is_framed and rarity > RARE and len(content) == len(words) < 4
    if count < 2 and not (is_marked or (is_name and len(words) <= 4) or is_rare):
        return 0.0
    return rarity + 1.5 * count + 2.0 * is_marked + 1.5 * is_name + 0.3 * len(words)


def _apart(ranked: Iterable[Candidate]) -> list[Candidate]:
    """Those that stand somewhere where no better one does, and hold none that was kept."""
    kept: list[Candidate] = []
    taken: set[tuple[int, int]] = set()
    for each in ranked:
        letters = [{(n, at) for at in range(start, end)} for n, start, end in each.places]
        inside = f" {_key(each.text)} "
        is_new = any(taken.isdisjoint(place) for place in letters)
        if is_new and not any(f" {_key(other.text)} " in inside for other in kept):
            kept.append(each)
            taken.update(*letters)
    return kept
