"""Plain text: one paragraph a line, or lines wrapped at a width, which are joined again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.articles.raw import RawBlock

# Characters. Text wrapped by hand or by a program has lines of 40 to 130.
_NARROWEST = 40
_WIDEST = 130
# How far a line may stay under the width although one more word would have fitted.
_SLACK = 6
# Lines, and their part of those that run on, that must agree on the width.
_FEWEST = 2
_AGREEING = 0.6
_HYPHEN = re.compile(r"[A-Za-z]{2,}-$")
_INDENT = re.compile(r"^(?: {2,}|\t)")
# In a subtitle: marks of style, then sounds in brackets and the dash before each who speaks.
_STYLE = re.compile(r"<[^>]{1,40}>|\{[^}]{1,40}\}")
_UNSPOKEN = re.compile(r"^\s*[\[(♪][^\])♪]{1,60}[\])♪]|^\s*[-–—]\s*(?=\w)", re.M)
_FINAL = re.compile(r"[.!?…:][\"'”’)\]]*$")
_MARKER = re.compile(r"^\s*(?:[•‣▪●*–-]|\d{1,2}[.)]|>)\s")


def read_plain(text: str, narrowest: int = _NARROWEST) -> list[RawBlock]:
    """Return the paragraphs of plain text, in order.

    A line is a paragraph of its own, unless the lines are plainly wrapped: most that run on are
    about as long as each other, so that the next word did not fit. `narrowest` is the least
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
    """Return the width in characters at which lines are wrapped, 0 where they are not.

    Each line that runs on into the next (a small letter begins it) votes for the widths at which
    it would have been wrapped there: those that hold the line, but not the next word too. The
    lines of wrapped text agree.
    """
    votes: Counter[int] = Counter()
    running: list[int] = []
    for line, following in pairwise(lines):
        length = len(line.rstrip())
        if not (narrowest <= length <= _WIDEST and following.strip()) or _FINAL.search(line):
            continue
        if following.lstrip()[0].islower():
            running.append(length)
            votes.update(range(length, _with_next(line, following) + _SLACK))
    if not votes:
        return 0
    width = max(votes, key=lambda width: (votes[width], -width))
    agreeing = votes[width]
    return width if agreeing >= _FEWEST and agreeing >= _AGREEING * len(running) else 0


def _with_next(line: str, following: str) -> int:
    """Return the length of a line with the first word of the next one behind it."""
    return len(line.rstrip()) + 1 + len(following.strip().split(" ", 1)[0])


def _goes_on(line: str, following: str, width: int) -> bool:
    length = len(line.rstrip())
    if _MARKER.match(following) or length > width + (0 if _FINAL.search(line) else _SLACK):
        return False
    if _INDENT.match(following) and not _INDENT.match(line):
        return False
    if _with_next(line, following) > width - _SLACK:
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


def _spoken(cue: str) -> str:
    """Return the words of a cue without marks of style, sounds in brackets and speech dashes."""
    return " ".join(_UNSPOKEN.sub("", _STYLE.sub("", cue)).split())


def read_subtitles(text: str) -> list[RawBlock]:
    """Return the words of SRT subtitles: cues joined to sentences, sentences to paragraphs.

    A pause of four seconds, or eight sentences, begin a new paragraph.
    """
    import pysrt

    paragraphs: list[list[str]] = [[]]
    ended = 0
    for cue in pysrt.from_string(text):
        words = _spoken(cue.text)
        stops = sum(1 for part in paragraphs[-1] if _FINAL.search(part))
        pause = cue.start.ordinal - ended > 4000
        if paragraphs[-1] and _FINAL.search(paragraphs[-1][-1]) and (pause or stops >= 8):
            paragraphs.append([])
        if words:
            paragraphs[-1].append(words)
        ended = cue.end.ordinal
    return [RawBlock(" ".join(parts)) for parts in paragraphs if parts]
