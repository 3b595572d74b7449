"""Say of each line that is left what block of the article it is."""

from __future__ import annotations

from reader.articles import boilerplate, boxes, captions, details, page
from reader.articles.article import BlockKind
from reader.articles.page import Line
from reader.articles.raw import RawKind
from reader.articles.sentences import split_sentences

# Words of a summary right under the headline.
_SHORTEST_SUMMARY = 5


def mark_body(lines: list[Line]) -> None:
    """Say what the lines of the article's body are, and drop the labels around it."""
    title = next((i for i, line in enumerate(lines) if line.fate == "title"), -1)
    numbered = sum(1 for line in lines if page.is_numbered(line)) > 1
    _mark_numbered_headings(lines)
    first, last = details.body_start(lines, title), details.body_end(lines)
    boxes.mark_summary(lines, title, first)
    boxes.mark_runs(lines, first, last)
    whole = " ".join(captions.letters(line.text) for line in lines if page.is_prose(line))
    for index, line in enumerate(lines):
        if line.fate:
            continue
        if line.kind in (RawKind.ITEM, RawKind.QUOTE):
            line.fate = line.kind.value
        elif index > last >= 0 and page.is_bulleted(line.text) and line.words <= 6:
            line.drop("menu")
        elif index and lines[index - 1].fate == "title" and line.words >= _SHORTEST_SUMMARY:
            line.fate = BlockKind.PARAGRAPH.value
        else:
            page.mark_items(line, numbered)
        if not line.fate:
            line.fate = _body_kind(line, index, first, last, whole)
        if line.fate == "dropped":
            line.drop("menu" if line.words <= 5 else "related")


def _mark_numbered_headings(lines: list[Line]) -> None:
    """Mark the headings that are numbered through; the last point of a list is none."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if page.is_numbered_heading(line, below) and not page.is_numbered(above):
            line.fate = BlockKind.HEADING.value


def _body_kind(line: Line, index: int, first: int, last: int, whole: str) -> str:
    """Return the block kind of a line, or "dropped" for a label outside the body."""
    if page.is_prose(line):
        return BlockKind.PARAGRAPH.value
    if line.kind is RawKind.HEADING and index < last:
        return BlockKind.HEADING.value
    stopped = page.is_spoken(line.text) or line.text.endswith(",")
    if index > last >= 0 and line.words <= boilerplate.LONGEST_LABEL and not stopped:
        return "dropped"
    if index < first - 1 and line.words <= 8 and last >= 0 and not stopped:
        return "dropped"
    if captions.is_dated_picture(line.text) and first <= index < last:
        return BlockKind.CAPTION.value
    if line.words >= 5 and line.text[0] in '"“' and captions.letters(line.text) in whole:
        return BlockKind.QUOTE.value
    if (
        _is_heading(line)
        and first <= index + 1
        and (index >= first or line.words <= 4 or (line.words <= 8 and line.text.endswith("?")))
    ):
        return BlockKind.HEADING.value
    return BlockKind.PARAGRAPH.value


def _is_heading(line: Line) -> bool:
    text = line.text
    if line.words > page.LONGEST_HEADING or text[0].islower():
        return False
    if len(split_sentences(text)) > 1:
        return False
    if text.endswith(":"):
        return line.words <= 5
    if text[-1] == "…":
        return line.words <= 8
    return text[-1] not in '.,;"”)' or line.kind is RawKind.HEADING
