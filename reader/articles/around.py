"""Drop what stands around the article: links to others, promotions, second copies."""

from __future__ import annotations

import re

from reader.articles import boilerplate, captions
from reader.articles.article import BlockKind
from reader.articles.page import Line, ends_sentence, is_dated, is_prose
from reader.articles.raw import RawKind
from reader.articles.sentences import split_sentences

_BUTTONS = ("follow", "account", "newsletter", "share", "comments", "player", "related")
_READER = re.compile(r"(?i)\b(you|your|our)\b")


def drop_before(lines: list[Line], title: int, reason: str = "menu") -> None:
    """Drop the menus and banners in front of the headline; keep prose that is not to the reader."""
    for index, line in enumerate(lines[:title]):
        if line.fate:
            continue
        near = {other.reason for other in lines[max(0, index - 2) : index + 3]}
        to_reader = _READER.search(line.text) and line.words <= boilerplate.LONGEST_BOX
        if not is_prose(line):
            line.drop(reason)
        elif to_reader and near & {"cookies", "account", "newsletter"}:
            line.drop("cookies" if "cookies" in near else "account")


def drop_related(lines: list[Line]) -> None:
    """Drop the links that follow "Related", "Most read" and such, up to the next prose."""
    total = sum(line.words for line in lines if is_prose(line)) or 1
    seen = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        seen += line.words if is_prose(line) else 0
        index += 1
        if line.fate == "dropped" and boilerplate.opens_list(line.text):
            index = _drop_links(lines, index, late=seen > 0.6 * total)


def _drop_links(lines: list[Line], start: int, late: bool) -> int:
    """Drop the links from `start` on; return the index of the first line that is none."""
    if late and _only_teasers(lines[start:]):
        for line in lines[start:]:
            if not line.fate or line.fate == BlockKind.CAPTION.value:
                line.drop("related")
        return len(lines)
    end = start
    while end < len(lines) and not is_prose(lines[end]) and not is_dated(lines[end]):
        end += 1
    links = [line for line in lines[start:end] if not line.fate]
    # The last short line before prose goes on is rather the heading of that prose.
    if end < len(lines) and len(links) > 1 and links[-1].words <= 5:
        links.pop()
    for line in links:
        if line.kind is not RawKind.HEADING:
            line.drop("related")
    return end


def _only_teasers(rest: list[Line]) -> bool:
    """Say whether no article goes on here: as many headlines as paragraphs, and short ones."""
    prose = [line for line in rest if is_prose(line)]
    last = max((index for index, line in enumerate(rest) if is_prose(line)), default=-1)
    links = [line for line in rest[: last + 1] if not line.fate and not is_prose(line)]
    # One lone link and then a paragraph: a box in the middle of the article.
    return (
        (len(links) > 1 or not prose)
        and len(links) >= len(prose)
        and all(line.words < 20 and len(split_sentences(line.text)) == 1 for line in prose)
    )


def drop_repeats(lines: list[Line], title: int) -> None:
    """Drop second copies of a caption, of the headline or of any text of four words and more.

    Where one copy carries more (the picture's credit), that one is kept if it stands beside.
    """
    seen: dict[str, int] = {}
    if title >= 0:
        seen[captions.letters(lines[title].text)] = title
    for index, line in enumerate(lines):
        if index == title or line.fate == "dropped" or line.words < 4:
            continue
        key = captions.without_credit(line.text)
        first = seen.setdefault(key, index)
        if first == index:
            continue
        fuller = first != title and index - first <= 4 and line.words > lines[first].words
        keep, lose = (index, first) if fuller else (first, index)
        close = abs(index - first) <= 4 and first != title
        if close and not lines[keep].fate and line.words <= captions.LONGEST_CAPTION:
            lines[keep].fate = BlockKind.CAPTION.value
        lines[lose].drop("repeated")
        seen[key] = keep


def drop_promotions(lines: list[Line]) -> None:
    """Drop what stands between "skip past newsletter promotion" and "after" it."""
    starts = [i for i, line in enumerate(lines) if line.text.lower().startswith("skip past ")]
    for start in starts:
        for end in range(start + 1, min(start + 10, len(lines))):
            if re.match(r"(?i)(after|end of) .{0,30}promotion", lines[end].text):
                for line in lines[start : end + 1]:
                    line.drop("newsletter")
                break


def drop_boxes(lines: list[Line]) -> None:
    """Drop the short lines that stand inside a box whose other lines were dropped."""
    for index, line in enumerate(lines):
        if line.fate or line.kind is RawKind.HEADING or line.words > 30:
            continue
        above = lines[index - 1].reason if index else ""
        below = [other.reason for other in lines[index + 1 : index + 3]]
        if above == "newsletter" and "newsletter" in below:
            line.drop("newsletter")
        elif line.words > 6 or ends_sentence(line.text) or is_prose(line):
            continue
        elif (above in _BUTTONS and below[:1] and below[0] in _BUTTONS) or (
            below[:1] and below[0] in ("account", "newsletter") and index and _spoken(lines, index)
        ):
            line.drop(below[0])


def _spoken(lines: list[Line], index: int) -> bool:
    """Say whether the line stands right under a paragraph: a box begins there."""
    return is_prose(lines[index - 1])
