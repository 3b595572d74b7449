"""Tell captions by what stands beside them: credits, and labels of the picture."""

from __future__ import annotations

import re

from reader.articles import captions
from reader.articles.article import BlockKind
from reader.articles.page import Line, ends_sentence, is_dated, is_prose, quotes
from reader.articles.sentences import split_sentences

_HIDE = re.compile(r"(?i)(?:hide|toggle|view) captions?")
_LABEL = re.compile(r"(?i)(?:(?:image|photo|picture) )?caption\W*")
_DRAWN = re.compile(r"(?i)illustrations?[:,]")
# Words of a caption that has no credit of its own.
_LONGEST_PLAIN = 30
_SHORTEST_PLAIN = 9
_LONGEST_CREDIT = 8


def mark_captions(lines: list[Line]) -> None:
    """Mark the captions that only their neighbours tell."""
    for index, line in enumerate(lines):
        if _LABEL.fullmatch(line.text) and index + 1 < len(lines):
            line.drop("credit")
            _mark(lines[index + 1])
        elif _HIDE.fullmatch(line.text):
            _mark_above(lines, index)
        elif _is_under_credit(lines, index) or _is_over_credit(lines, index):
            _mark(line)
    for index, line in enumerate(lines):
        if line.reason == "credit" and _is_alone(lines, index):
            line.fate, line.reason = BlockKind.CAPTION.value, ""


def _is_alone(lines: list[Line], index: int) -> bool:
    """Say whether no caption stands beside a credit: a drawing has only the artist's name."""
    beside = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    drawn = captions.is_signature(lines[index].text) or _DRAWN.match(lines[index].text)
    return bool(drawn) and not any(
        other.fate == BlockKind.CAPTION.value or other.reason in ("repeated", "credit", "player")
        for other in beside
    )


def _mark(line: Line) -> None:
    if not line.fate:
        line.fate = BlockKind.CAPTION.value


def _mark_above(lines: list[Line], index: int) -> None:
    """Mark the caption above "hide caption"; its credit may stand between them."""
    above = [line for line in lines[max(0, index - 3) : index] if not _HIDE.fullmatch(line.text)]
    if len(above) < 2:
        return
    before, line = above[-2:]
    if line.reason == "credit":
        _mark(before)
    elif not line.fate and line.words <= _LONGEST_CREDIT and before.words > line.words:
        line.drop("credit")
        _mark(before)
    else:
        _mark(line)


def _is_under_credit(lines: list[Line], index: int) -> bool:
    """Say whether a line stands below a credit, and the head or the text goes on after it."""
    line = lines[index]
    if index == 0 or index + 1 == len(lines) or is_dated(line):
        return False
    above, after = lines[index - 1], lines[index + 1]
    owned = above.reason == "credit" or (above.reason == "copyright" and "/" in above.text)
    # A credit behind a caption belongs to that one.
    owned = owned and not (index > 1 and lines[index - 2].fate == BlockKind.CAPTION.value)
    unstopped = line.words >= _SHORTEST_PLAIN and not is_prose(line)
    return owned and (is_dated(after) or (unstopped and is_prose(after)))


def _is_over_credit(lines: list[Line], index: int) -> bool:
    """Say whether "Credit" or a photographer's name stands below a line."""
    line, after = lines[index], lines[index + 1 : index + 2]
    if not after or after[0].reason != "credit" or is_dated(line):
        return False
    credit = after[0].text
    if credit.lower().startswith("credit"):
        return line.words <= captions.LONGEST_CAPTION
    if not 3 < line.words <= _LONGEST_PLAIN or quotes(line.text):
        return False
    labelled = captions.names_photographer(credit) and ends_sentence(line.text)
    return (labelled or captions.is_signature(credit)) and len(split_sentences(line.text)) == 1
