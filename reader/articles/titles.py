"""Find the headline of a page among its menus and banners."""

from __future__ import annotations

import re

from reader.articles import captions, headline
from reader.articles.page import Line, is_bulleted, is_prose
from reader.articles.raw import RawKind


def find_title(lines: list[Line], hint: str) -> int:
    """Return the index of the headline, -1 where the page has none."""
    for index, line in enumerate(lines):
        if line.kind is RawKind.TITLE and not line.fate:
            return index
    wanted = captions.letters(hint)
    first = next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))
    if wanted:
        for index, line in enumerate(lines[: first + 12]):
            letters = captions.letters(line.text)
            if not line.fate and line.words >= 3 and (letters in wanted or wanted in letters):
                return index
    early = [i for i in range(first) if _may_be_title(lines[i])]
    if early:
        return _best(lines, early)
    late = [i for i in range(first, min(first + 12, len(lines))) if _titled(lines, i)]
    if late:
        return late[0]
    return _sentence_title(lines, first)


def _may_be_title(line: Line) -> bool:
    if line.fate or line.words > 32 or line.text[-1] in ".,;:" or not line.text[0].isprintable():
        return False
    if re.search(r"\s[>›»/]\s", line.text) or is_bulleted(line.text):
        return False
    return not any(headline.is_detail(part) for part in headline.parts_of(line.text)[:3])


def _best(lines: list[Line], candidates: list[int]) -> int:
    """Return the first long candidate of the last group; menus part the groups."""
    group: list[int] = []
    for index in candidates:
        between = lines[group[-1] + 1 : index] if group else []
        menus = sum(1 for line in between if line.reason in ("menu", "account", "search"))
        if menus >= 2 and lines[index].words >= 4:
            group = []
        group.append(index)
    candidates = group
    for least in (4, 3, 2, 1):
        for index in candidates:
            if lines[index].words >= least:
                return index
    return candidates[0]


def _titled(lines: list[Line], index: int) -> bool:
    """Say whether a line after some prose is a headline: a byline or a date follows it."""
    line = lines[index]
    return (
        line.words >= 3
        and _may_be_title(line)
        and any(
            not after.fate and any(headline.is_detail(p) for p in headline.parts_of(after.text))
            for after in lines[index + 1 : index + 10]
        )
    )


def _sentence_title(lines: list[Line], first: int) -> int:
    """Return `first` where a short sentence heads a longer paragraph, else -1."""
    rest = [line for line in lines[first + 1 :] if is_prose(line)]
    if first < len(lines) and rest and lines[first].words <= 16 < rest[0].words:
        return first
    return -1
