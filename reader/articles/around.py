"""Drop what stands around the article: links to others, promotions, second copies."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.articles import boilerplate, captions
from reader.articles.article import BlockKind
from reader.articles.page import (
    Line,
    ends_sentence,
    is_dated,
    is_prose,
    is_spoken,
    is_to_reader,
    quotes,
)
from reader.articles.raw import RawKind
from reader.articles.sentences import split_sentences
from reader.articles.topic import Topic

_READ_MORE = re.compile(r"(?i)(?:read|see|learn) (?:more|full story)\W*|full story\W*")


# Three words at least: "Day 1" and "Part 2" are headings.
_NUMBERED_PAGE = re.compile(r"(?P<head>[^\d.!?]\S* \S.* .*\S) +\d{1,3}")
_LONGEST_SLOGAN = 12
_LONGEST_QUESTION = 10
# The part of a heading's words that the text under it has too.
_SAME = 0.6


def drop_before(lines: list[Line], title: int, reason: str = "menu") -> None:
    """Drop the menus, banners and slogans in front of the headline; keep other prose."""
    for line in lines[:title]:
        slogan = line.words <= _LONGEST_SLOGAN and not quotes(line.text)
        if not line.fate and (slogan or not is_prose(line) or is_to_reader(line)):
            line.drop(reason)


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
    after_text = start > 1 and _is_text(lines[start - 2])
    if late and _only_teasers(lines[start:], after_text):
        for line in lines[start:]:
            if not line.fate or line.fate == BlockKind.CAPTION.value:
                line.drop("related")
        return len(lines)
    end = start
    while end < len(lines) and not _ends_links(lines, end):
        end += 1
    links = [line for line in lines[start:end] if not line.fate]
    # The last short line before prose goes on is rather the heading of that prose.
    closed = end > start + 1 and lines[end - 2].fate == "dropped"
    if len(links) > 1 and end < len(lines):
        last = links[-1]
        if last.words <= 5 or closed or _heads(last, lines[end : end + 2]):
            links.pop()
    for line in links:
        if line.kind is not RawKind.HEADING:
            line.drop("related")
    return end


def _heads(link: Line, below: list[Line]) -> bool:
    """Say whether the words of a line are those of the text under it."""
    topic = Topic(" ".join(line.text for line in below))
    return Topic(link.text).size > 1 and topic.share(link.text) > _SAME


def _is_text(line: Line) -> bool:
    spoken = not line.fate and line.words > 3 and is_spoken(line.text)
    return spoken or is_prose(line)


def _ends_links(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if line.fate == "title" or is_dated(line) or (_is_text(line) and not is_prose(line)):
        return True
    # One of the links may be a long question.
    asks = line.words <= _LONGEST_QUESTION and line.text.endswith("?")
    among = asks and not quotes(line.text) and not lines[index - 1].fate
    links = lines[max(0, index - 2) : index]
    among = among and len(links) == 2 and all(not link.fate and link.words > 4 for link in links)
    return is_prose(line) and not among


def drop_linked(lines: list[Line]) -> None:
    """Drop a headline with "Read more" under it."""
    for line, below in pairwise(lines):
        if line.fate or line.kind is not RawKind.UNKNOWN or not _READ_MORE.fullmatch(below.text):
            continue
        if line.words <= boilerplate.LONGEST_LABEL and line.text[-1] not in '.…!"”':
            line.drop("related")


def _only_teasers(rest: list[Line], after_text: bool) -> bool:
    """Say whether no article goes on in the rest of a page: only links, and what they are about.

    Right behind a paragraph (`after_text`) one text under some links may be the next paragraph,
    so that there must be several, each under a link of its own.
    """
    prose = [line for line in rest if _is_text(line)]
    last = max((index for index, line in enumerate(rest) if _is_text(line)), default=-1)
    links = [line for line in rest[: last + 1] if not line.fate and not _is_text(line)]
    told = all(
        line.words < (20 if len(links) < 3 * len(prose) else 45)
        and len(split_sentences(line.text)) == 1
        for line in prose
    )
    texts = [_is_text(line) for line in rest[: last + 1] if not line.fate]
    if prose and after_text and (len(prose) < 2 or texts != [False, True] * len(prose)):
        return False
    # One lone link and then a paragraph: a box in the middle of the article.
    return told and (len(links) > 1 or not prose) and len(links) >= len(prose)


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
        linked = index == first + 1 and lines[first - 1].reason in ("player", "related")
        if linked and not lines[first].fate and not ends_sentence(line.text):
            lines[first].drop("related")
            line.drop("repeated")
            continue
        if _is_contents(lines, first, index):
            lines[first].drop("menu")
            seen[key] = index
            continue
        fuller = first != title and index - first <= 4 and line.words > lines[first].words
        keep, lose = (index, first) if fuller else (first, index)
        close = abs(index - first) <= 4 and first != title
        if close and not lines[keep].fate and line.words <= captions.LONGEST_CAPTION:
            lines[keep].fate = BlockKind.CAPTION.value
        lines[lose].drop("repeated")
        seen[key] = keep


def _is_contents(lines: list[Line], first: int, second: int) -> bool:
    """Say whether the first of two equal lines belongs to a table of contents."""
    return (
        lines[first].fate in ("", "dropped")
        and not any(is_prose(line) for line in lines[first : first + 2])
        and is_prose(lines[min(second + 1, len(lines) - 1)])
        and not ends_sentence(lines[first].text)
    )


def drop_running_heads(lines: list[Line]) -> None:
    """Drop the lines that stand on every page of a document, beside the number of the page."""
    short = [None if line.fate or line.words > 14 else line.text for line in lines]
    numbered = [_NUMBERED_PAGE.fullmatch(text) if text else None for text in short]
    pages = Counter(match["head"] for match in numbered if match)
    copies = Counter(short)
    # What stands right below the number again and again heads the next page.
    below = {
        text
        for match, text in zip(numbered, short[1:], strict=False)
        if match and pages[match["head"]] > 1 and text and copies[text] > 1
    }
    for line, match, text in zip(lines, numbered, short, strict=True):
        if (match and pages[match["head"]] > 1) or text in below:
            line.drop("menu")


def drop_promotions(lines: list[Line]) -> None:
    """Drop what stands between "skip past newsletter promotion" and "after" it."""
    starts = [i for i, line in enumerate(lines) if line.text.lower().startswith("skip past ")]
    for start in starts:
        for end in range(start + 1, min(start + 10, len(lines))):
            if re.match(r"(?i)(after|end of) .{0,30}promotion", lines[end].text):
                for line in lines[start : end + 1]:
                    line.drop("newsletter")
                break
