"""Plain text: one paragraph a line, or lines wrapped at a width, which are joined again."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.articles.raw import RawBlock

# Characters. Text wrapped by hand or by a program has lines of 40 to 130.
_NARROWEST = 40
_WIDEST = 130
# How far a line may stay under the width although one more word would have fitted.
_SLACK = 6
_HYPHEN = re.compile(r"[A-Za-z]{2,}-$")
_INDENT = re.compile(r"^(?: {2,}|\t)")
_FINAL = re.compile(r"[.!?…:][\"'”’)\]]*$")
_MARKER = re.compile(r"^\s*(?:[•‣▪●*–-]|\d{1,2}[.)]|>)\s")


def read_plain(text: str, narrowest: int = _NARROWEST) -> list[RawBlock]:
    """Return the paragraphs of plain text, in order.

    A line is a paragraph of its own, unless the lines are plainly wrapped: most of them are
    about as long as the longest, so that the next word did not fit. `narrowest` is the least
    width in characters at which text may be wrapped.
    """
    lines = text.expandtabs(4).splitlines()
    width = wrapped_width(lines, narrowest)
    paragraphs: list[str] = []
    previous = ""
    for line in lines:
        if width and previous and line.strip() and _goes_on(previous, line, width):
            paragraphs[-1] = join_lines(paragraphs[-1], line)
        elif line.strip():
            paragraphs.append(line.strip())
        previous = line
    return [RawBlock(paragraph) for paragraph in paragraphs]


def wrapped_width(lines: list[str], narrowest: int = _NARROWEST) -> int:
    """Return the width in characters at which lines are wrapped, 0 where they are not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < 3:
        return 0
    width = lengths[max(0, int(len(lengths) * 0.97) - 1)]
    if not narrowest <= width <= _WIDEST or lengths[-1] > 2 * width:
        return 0
    pairs = [
        (a.rstrip(), b.strip())
        for a, b in pairwise(lines)
        if a.strip() and b.strip() and len(a.strip()) >= max(narrowest // 2, width // 3)
    ]
    if len(pairs) < 2:
        return 0
    full = [(a, b) for a, b in pairs if _fills(a, b, width)]
    running = sum(1 for a, _ in full if not _FINAL.search(a))
    return width if len(full) >= 0.55 * len(pairs) and running >= 0.6 * len(full) else 0


def _fills(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - _SLACK


def _goes_on(line: str, following: str, width: int) -> bool:
    if _MARKER.match(following):
        return False
    if _INDENT.match(following) and not _INDENT.match(line):
        return False
    if _fills(line.rstrip(), following.strip(), width):
        return True
    return following.lstrip()[0].islower() and len(line.strip()) > width // 2


def join_lines(line: str, following: str) -> str:
    """Join two wrapped lines; a word that was hyphenated at the break becomes whole again.

    >>> join_lines("an inter-", "national deal"), join_lines("a long-", "term plan")
    ('an international deal', 'a long-term plan')
    """
    line, following = line.rstrip(), following.strip()
    if not _HYPHEN.search(line) or not following[:1].islower():
        return f"{line} {following}"
    from wordfreq import zipf_frequency

    head = line[:-1].rsplit(" ", 1)[-1]
    tail = re.split(r"[^A-Za-z]", following, maxsplit=1)[0]
    # "long-term" keeps its hyphen: "longterm" is far rarer than "long" and "term" are.
    common = min(zipf_frequency(head, "en"), zipf_frequency(tail, "en"))
    whole = zipf_frequency(head + tail, "en") > max(1.5, common - 2)
    return f"{line[:-1]}{following}" if whole else f"{line}{following}"


def read_subtitles(text: str) -> list[RawBlock]:
    """Return the words of SRT subtitles: cues joined to sentences, sentences to paragraphs.

    A pause of four seconds, or eight sentences, begin a new paragraph.
    """
    import pysrt

    paragraphs: list[list[str]] = [[]]
    ended = 0
    for cue in pysrt.from_string(text):
        words = " ".join(re.sub(r"<[^>]{1,40}>|\{[^}]{1,40}\}", "", cue.text).split())
        stops = sum(1 for part in paragraphs[-1] if _FINAL.search(part))
        pause = cue.start.ordinal - ended > 4000
        if paragraphs[-1] and _FINAL.search(paragraphs[-1][-1]) and (pause or stops >= 8):
            paragraphs.append([])
        if words:
            paragraphs[-1].append(words)
        ended = cue.end.ordinal
    return [RawBlock(" ".join(parts)) for parts in paragraphs if parts]
