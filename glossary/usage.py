"""How the terms of a sentence fared in its translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from glossary.chinese import to_traditional
from glossary.countries import abbreviated
from glossary.matching import Match
from glossary.term import Term

Span = tuple[int, int]


class UsageState(StrEnum):
    """What became of a term.

    OBEYED: the wanted rendering stands there; INSERTED: it does because we put it there; VARIANT:
    an accepted rendering stands there; CONFLICT: only the rendering that another glossary wants
    stands there; MISSED: none of them.
    """

    OBEYED = "obeyed"
    INSERTED = "inserted"
    VARIANT = "variant"
    MISSED = "missed"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Usage:
    """One match with its state and the characters of the target where it stands, else (0, 0)."""

    match: Match
    state: UsageState
    target_start: int = 0
    target_end: int = 0


def usages(
    target: str,
    matches: Sequence[Match],
    inserted: Iterable[Span] = (),
    rivals: Mapping[str, Sequence[str]] | None = None,
) -> list[Usage]:
    """The state of each match of a source sentence in its Chinese `target`, in their order.

    Every place of the target counts for one match only: longer renderings are placed first, so
    that 贸易战 inside 贸易战没有赢家 is not counted again; several matches of one term take its
    places from left to right. `inserted` are the spans of the target that we put there; `rivals`
    gives, by term id, the renderings that other glossaries want for the same English.
    """
    places = _place(target, [_renderings(match.term) for match in matches])
    spans = tuple(inserted)
    rivals = rivals or {}
    lost = [n for n in range(len(matches)) if n not in places]
    rival_places = _place(
        target, [tuple(rivals.get(match.term.id, ())) for match in matches], places.values(), lost
    )
    return [
        _usage(target, match, places.get(n), rival_places.get(n), spans)
        for n, match in enumerate(matches)
    ]


def _usage(
    target: str, match: Match, place: Span | None, rival: Span | None, inserted: Sequence[Span]
) -> Usage:
    if place is None:
        short = abbreviated(target, match.term.rendering)
        if short is not None:
            return Usage(match, UsageState.VARIANT, *short)
        if rival is None:
            return Usage(match, UsageState.MISSED)
        return Usage(match, UsageState.CONFLICT, *rival)
    start, end = place
    if any(first < end and start < last for first, last in inserted):
        return Usage(match, UsageState.INSERTED, start, end)
    is_wanted = any(each in target[start:end] for each in _wanted(match.term))
    return Usage(match, UsageState.OBEYED if is_wanted else UsageState.VARIANT, start, end)


def _wanted(term: Term) -> tuple[str, ...]:
    wanted = (term.rendering, term.traditional or to_traditional(term.rendering))
    return tuple(dict.fromkeys(each for each in wanted if each))


def _renderings(term: Term) -> tuple[str, ...]:
    accepted = [*term.accepted, *map(to_traditional, term.accepted)]
    return tuple(dict.fromkeys((*_wanted(term), *filter(None, accepted))))


def _place(
    target: str,
    renderings: Sequence[Sequence[str]],
    taken: Iterable[Span] = (),
    only: Iterable[int] | None = None,
) -> dict[int, Span]:
    """A span of the target for as many matches as have one, by number of the match."""
    free = dict.fromkeys(range(len(renderings)) if only is None else only)
    by_text: dict[str, list[int]] = {}
    for number in free:
        for each in renderings[number]:
            by_text.setdefault(each, []).append(number)
    used = list(taken)
    placed: dict[int, Span] = {}
    found = [(at, text) for text in by_text for at in _occurrences(text, target)]
    for start, text in sorted(found, key=lambda item: (-len(item[1]), item[0])):
        end = start + len(text)
        if any(first < end and start < last for first, last in used):
            continue
        waiting = [number for number in by_text[text] if number in free]
        if waiting:
            number = min(waiting, key=lambda n: (renderings[n][0] != text, n))
            placed[number] = (start, end)
            used.append((start, end))
            del free[number]
    return placed


def _occurrences(text: str, target: str) -> Iterator[int]:
    start = target.find(text)
    while start >= 0:
        yield start
        start = target.find(text, start + 1)
