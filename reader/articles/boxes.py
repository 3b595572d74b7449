"""Judge the short lines between two paragraphs: a heading, a list, a pull quote, or a box.

A heading stands alone above its text. Several short lines together are a list, or, where buttons
or times of publication stand among them, a box of links to other articles.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from reader.articles import headline, page, quotations
from reader.articles.article import BlockKind
from reader.articles.page import Line, ends_sentence, is_prose, is_to_reader
from reader.articles.raw import RawKind
from reader.articles.sentences import split_sentences

_BUTTONS = frozenset(
    ("follow", "account", "newsletter", "share", "comments", "player", "related", "search")
)
# Lines. A newsletter box names itself at both ends, at most this far from what it says.
_BOX = 3
# The last line of a newsletter box, and the first words of what one says.
_CLOSING = re.compile(
    r"(?i)(?:subscribe|sign (?:me )?up|submit|join|(?:enter )?(?:your )?e?-?mail.*)\W*"
)
_INVITING = re.compile(
    r"(?i)(?:get|receive|catch|join|discover|stay|sign|keep|the (?:latest|best|most|planet|day"
    r"|week)|an? (?:\w+ )?(?:weekly|daily|monthly|free|essential|curated|round))\b"
)
# What may stand between a heading and its text.
_BETWEEN = ("advertisement", "credit", "details")
# A length of a video or the time of an article among links: "02:14 - Source: CNN", "1 hour ago".
_STAMP = re.compile(
    r"\d{1,2}:\d\d(?:\b.{0,20})?|\d+ min(?:ute)?s? read|earlier today|\d{1,2}", re.I
)
_LISTED = re.compile(
    r"(?i)(?:summary|key (?:points|takeaways|findings|facts)|highlights|at a glance"
    r"|in (?:brief|short)|what (?:to|we|you) (?:need to )?know|the gist)\W*"
)
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = re.compile(rf"(?i)\b({'|'.join(_NUMBERS)})\b")
_LONGEST_POINT = 22
_SPEAKER = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}: \S")


def drop_boxes(lines: list[Line]) -> None:
    """Drop what a newsletter box or a bar of buttons says between its own labels."""
    for index, line in enumerate(lines):
        if line.fate or line.kind is RawKind.HEADING or line.words > 30:
            continue
        above = [other.reason for other in lines[max(0, index - _BOX) : index]]
        below = [other.reason for other in lines[index + 1 : index + 1 + _BOX]]
        if _sells(lines, index):
            line.drop("account")
        elif is_prose(line):
            if _invites(lines, index):
                line.drop("newsletter")
        elif page.is_spoken(line.text) and not _is_inviting(line):
            continue
        elif "newsletter" in above and {"newsletter", "account"} & set(below):
            line.drop("newsletter")
        elif line.words > 6 or ends_sentence(line.text) or not below:
            continue
        elif (above and above[-1] in _BUTTONS and below[0] in _BUTTONS) or (
            below[0] in ("account", "newsletter") and index and is_prose(lines[index - 1])
        ):
            line.drop(below[0])


def _sells(lines: list[Line], index: int) -> bool:
    """Say whether a line tells the reader, above a button to join, what joining brings."""
    line, below = lines[index], lines[index + 1 : index + 3]
    told = [other for other in below[:1] if not other.fate and is_to_reader(other)]
    button = below[len(told) : len(told) + 1]
    if not button or button[0].reason != "account" or button[0].words > 3:
        return False
    begins = bool(told) or (index > 0 and lines[index - 1].fate == "dropped")
    return begins and line.words < 17 and is_to_reader(line)


def _invites(lines: list[Line], index: int) -> bool:
    """Say whether a text stands inside a newsletter box: under its name, above its button."""
    above = [other for other in lines[max(0, index - 2) : index] if other.reason == "newsletter"]
    below = [other.reason for other in lines[index + 1 : index + 3]]
    named = bool(above) and not _CLOSING.fullmatch(lines[index - 1].text)
    asked = {"newsletter", "account"} & set(below)
    return named and bool(asked) and _is_inviting(lines[index])


def _is_inviting(line: Line) -> bool:
    return is_to_reader(line) or _INVITING.match(line.text) is not None


def mark_runs(lines: list[Line], first: int, last: int) -> None:
    """Judge each run of short lines from `first` to `last`, the ends of the running text."""
    quotations.mark_quotations(lines, first, last)
    _mark_counted(lines[first : last + 1])
    prose = [i for i in range(first, last + 1) if is_prose(lines[i])]
    for above, below in pairwise(prose):
        run = lines[above + 1 : below]
        if any(_is_open(line) for line in run):
            _judge(run, lines[above])
    if _is_interview([lines[i] for i in prose]):
        for line in lines[first:last]:
            if _is_open(line) and line.text.endswith("?"):
                line.fate = BlockKind.PARAGRAPH.value


def mark_summary(lines: list[Line], title: int, first: int) -> None:
    """Mark the points that stand between the headline and the text, two or more of them."""
    heads = [i for i in range(title + 1, first) if _LISTED.fullmatch(lines[i].text)]
    for index, line in enumerate(lines[:-1]):
        if _LISTED.fullmatch(line.text):
            _mark_listed(lines, index)
    least = 3 if heads else 6
    start = heads[-1] + 1 if heads else title + 1
    points: list[Line] = []
    for line in lines[start:first]:
        if (
            _is_open(line)
            and line.words < _LONGEST_POINT
            and line.words >= least
            and not line.text.endswith((":", ";"))
        ):
            points.append(line)
        elif len(points) < 2:
            points = []
    if title < 0 or len(points) < 2:
        return
    for index in heads[-1:]:
        lines[index].fate, lines[index].reason = BlockKind.HEADING.value, ""
    for line in points:
        line.fate = BlockKind.ITEM.value


def _mark_listed(lines: list[Line], index: int) -> None:
    """Mark "Key points" and the bullets, or the short sentences, under it."""
    below = lines[index + 1]
    sentences = list(takewhile(_is_point, lines[index + 1 : index + 9]))
    if page.is_bulleted(below.text) and not below.fate:
        sentences = []
    elif len(sentences) < 2 or len(sentences) > 7 or not all(map(is_prose, sentences)):
        return
    lines[index].fate, lines[index].reason = BlockKind.HEADING.value, ""
    for line in sentences:
        line.fate = BlockKind.ITEM.value


def _is_open(line: Line) -> bool:
    return (
        not line.fate
        and line.kind is RawKind.UNKNOWN
        and not page.is_bulleted(line.text)
        and not headline.byline_of(line.text)
    )


def _is_stamp(line: Line) -> bool:
    return bool(_STAMP.fullmatch(line.text)) or (
        line.fate in ("", "dropped") and headline.is_date(line.text)
    )


def _judge(run: list[Line], above: Line) -> None:
    """Judge the lines between two paragraphs, of which `above` is the first."""
    for line in run:
        if not line.fate and headline.byline_of(line.text):
            line.drop("details")
    if _mark_list(run, above):
        return
    opened = [line for line in run if _is_open(line)]
    heading = _heading_of(run)
    others = [line for line in opened if line is not heading and not _is_entry(run, line)]
    boxed = any(line.reason in _BUTTONS for line in run) or any(_is_stamp(line) for line in run)
    if boxed:
        for line in others:
            if not page.is_spoken(line.text):
                line.drop("related")
    elif len(opened) > 2:
        rest = sum(line.words for line in others[1:]) / max(len(others) - 1, 1)
        headed = others[0].words <= 6 and rest >= 1.5 * others[0].words
        for line in others[1:] if headed else others:
            if not page.is_spoken(line.text):
                line.fate = BlockKind.ITEM.value


def _is_entry(run: list[Line], line: Line) -> bool:
    """Say whether a line heads an entry of a live page: after its time, above its picture."""
    index = next(i for i, other in enumerate(run) if other is line)
    around = run[index - 1 : index] + run[index + 1 : index + 2]
    return len(around) == 2 and _is_stamp(around[0]) and around[1].fate == BlockKind.CAPTION.value


def _heading_of(run: list[Line]) -> Line | None:
    """Return the last line of a run that may head the text below it."""
    for line in reversed(run):
        if _is_open(line):
            fits = line.words <= page.LONGEST_HEADING and not ends_sentence(line.text.rstrip("?"))
            return line if fits and not line.text[0].islower() and not _is_stamp(line) else None
        if line.fate == "dropped" and line.reason not in _BETWEEN:
            return None
    return None


def _mark_list(run: list[Line], above: Line) -> bool:
    """Mark the lines after one that ends with a colon; say whether there are any."""
    starts = [i for i, line in enumerate(run) if _is_open(line) and line.text.endswith(":")]
    start = starts[0] + 1 if starts else 0
    items = [line for line in run[start:] if _is_open(line)]
    if any(line.text.endswith(":") for line in items):
        return False
    listed = len(items) > 1 or any(page.is_numbered(line) for line in items)
    if not (starts or above.text.endswith(":")) or not listed:
        return False
    if any(line.reason in _BUTTONS for line in run[start:]):
        return False
    if starts:
        run[start - 1].fate = BlockKind.PARAGRAPH.value
    usual = sum(line.words for line in items[:-1]) / max(len(items) - 1, 1)
    if len(items) > 2 and _heading_of(run) is items[-1] and items[-1].words < usual / 2:
        items.pop()
    for line in items:
        line.fate = BlockKind.ITEM.value
    return True


def _mark_counted(lines: list[Line]) -> None:
    """Mark the points of "Three of its rules are known:" where three short lines follow."""
    for index, line in enumerate(lines):
        count = _COUNTED.search(line.text) if line.text.endswith(":") else None
        number = _NUMBERS.index(count[1].casefold()) + 2 if count else 0
        points = lines[index + 1 : index + 1 + number]
        if number and len(points) == number and all(_is_point(point) for point in points):
            line.fate = line.fate or BlockKind.PARAGRAPH.value
            for point in points:
                point.fate = BlockKind.ITEM.value


def _is_point(line: Line) -> bool:
    plain = not line.fate and line.kind is RawKind.UNKNOWN and not page.is_bulleted(line.text)
    single = len(split_sentences(line.text)) < 3
    return plain and single and line.words <= 30 and not page.quotes(line.text)


def _is_interview(prose: list[Line]) -> bool:
    """Say whether a question and its answer stand behind the names of their speakers."""
    return any(
        asked.text.endswith("?") and _SPEAKER.match(asked.text) and _SPEAKER.match(answer.text)
        for asked, answer in pairwise(prose)
    )
