"""Find the headline of a page among its menus and banners."""

from __future__ import annotations

import re

from reader.articles import captions, headline
from reader.articles.page import Line, is_bulleted, is_prose, is_to_reader, quotes
from reader.articles.raw import RawKind
from reader.articles.sentences import split_sentences
from reader.articles.topic import Topic

# Lines: no page has more above its article; text without end is looked at in part.
_MOST_CANDIDATES = 200
# Characters of the text that tell what it is about.
_MOST_TEXT = 20_000
# Words of a first paragraph, and of all that may stand above it.
_SHORTEST_PARAGRAPH = 25
_LONGEST_SUMMARY = 80
# Words of a headline with a full stop, which few have.
_LONGEST_STOPPED = 18
# How much less than the best a candidate above it may score.
_MARGIN = 1.2
_MENUS = ("menu", "account", "search", "cookies")
_SUMMARY = re.compile(r"(?i)(summary|key (points|takeaways)|highlights|in brief|in short)\W*")
_NUMBERED_QUESTION = re.compile(r"\d{1,2}\. ")
# "Asia Pacific|Xi's patience": a section in front of the headline, which stands again below.
_PROGRAMME = re.compile(r"[^|]{2,40}\|[^|]+")


def find_title(lines: list[Line], hint: str) -> int:
    """Return the index of the headline, -1 where the page has none."""
    for index, line in enumerate(lines):
        if line.kind is RawKind.TITLE and not line.fate:
            return index
    wanted = captions.letters(hint)
    first = _text_start(lines)
    if wanted:
        for index, line in enumerate(lines[: first + 12]):
            letters = captions.letters(line.text)
            if not line.fate and line.words >= 3 and (letters in wanted or wanted in letters):
                return index
    if _is_question(lines, first):
        first = next((i for i in range(first + 1, len(lines)) if is_prose(lines[i])), len(lines))
    early = [i for i in range(first) if _may_be_title(lines[i])]
    if early:
        return _best(lines, early[-_MOST_CANDIDATES:], first)
    late = [i for i in range(first, min(first + 12, len(lines))) if _titled(lines, i)]
    if late:
        return late[0]
    return -1 if wanted else _sentence_title(lines, first)


def _text_start(lines: list[Line]) -> int:
    """Return the index of the first prose, passing over what a page says to its reader."""
    prose = [i for i, line in enumerate(lines) if is_prose(line)]
    above = 0
    for index in prose[:-2]:
        # Slogans and summaries above the first paragraph are short.
        if is_to_reader(lines[index]):
            continue
        if lines[index].words >= _SHORTEST_PARAGRAPH:
            return index
        above += lines[index].words
        if above > _LONGEST_SUMMARY:
            break
    plain = (i for i in prose[:-2] if not is_to_reader(lines[i]))
    return next(plain, prose[0] if prose else len(lines))


def _may_be_title(line: Line) -> bool:
    if line.fate or line.words > 32 or line.text[-1] in ",;:" or not line.text[0].isprintable():
        return False
    if line.text[-1] == "." and (line.words > _LONGEST_STOPPED or quotes(line.text)):
        return False
    if re.search(r"\s[>›»/]\s", line.text) or is_bulleted(line.text):
        return False
    if _NUMBERED_QUESTION.match(line.text):
        return False
    parts = headline.parts_of(line.text)[:3]
    # "Department Press Briefing – June 5, 2025" is a headline, "Politics | June 5" is none.
    dashed = len(parts) > 1 and not re.search(r"[|•·●]", line.text) and parts[0].count(" ") >= 2
    return not any(headline.is_detail(part) for part in (parts[:1] if dashed else parts))


def _is_question(lines: list[Line], index: int) -> bool:
    """Say whether the first prose is rather a headline of one question."""
    if index >= len(lines) or lines[index].words > 20 or not lines[index].text.endswith("?"):
        return False
    return len(split_sentences(lines[index].text)) == 1


def _best(lines: list[Line], candidates: list[int], first: int) -> int:
    """Return the best candidate before the text that begins at `first`.

    A headline stands above its summary: of nearly equal ones together the first is taken.
    """
    topic = Topic(" ".join(line.text for line in lines[first:] if is_prose(line))[:_MOST_TEXT])
    owners = [captions.letters(line.text) for line in lines if line.reason == "copyright"]
    owners = owners[-_MOST_CANDIDATES:]
    scores = {i: _score(lines, i, first, topic, owners) for i in candidates}
    chosen = best = max(candidates, key=lambda i: scores[i])
    for index in reversed(candidates[: candidates.index(best)]):
        if any(line.reason in _MENUS for line in lines[index:chosen]):
            break
        if scores[index] > scores[best] - _MARGIN:
            chosen = index
    return chosen


def _score(lines: list[Line], index: int, first: int, topic: Topic, owners: list[str]) -> float:
    """Say how much a line before the text looks like its headline: about -5 to 7.

    A headline has some length, says what the text is about, stands near the text or its byline,
    and is not the name of the site, which the copyright line repeats.
    """
    line = lines[index]
    score = min(line.words, 8) / 2 + 4 * min(topic.share(line.text), 0.5)
    between = lines[index + 1 : first]
    menus = sum(1 for other in between if other.reason in _MENUS and other.words < 20)
    score -= min(menus, 7) / 4 + (0.75 if menus else 0)
    signed = next((i for i, other in enumerate(between[:6]) if _is_signed(other)), 6)
    score += 1.5 - signed / 4 if signed < 6 else 0
    if line.text[-1] == ".":
        score -= 2
    if any(captions.letters(line.text) in owner for owner in owners):
        score -= 3
    if _PROGRAMME.fullmatch(line.text) or headline.column_and_author(line.text):
        score -= 3
    if any(_SUMMARY.fullmatch(other.text) for other in lines[max(0, index - 4) : index]):
        score -= 2
    return score


def _is_signed(line: Line) -> bool:
    parts = headline.parts_of(line.text)
    return not line.fate and (
        headline.is_names(line.text)
        or any(headline.is_date(part) or headline.byline_of(part) for part in parts)
    )


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


def join_title(lines: list[Line], title: int) -> list[Line]:
    """Join a headline that was broken over two lines: after a colon, or before a small letter."""
    if title < 0 or lines[title].kind is RawKind.TITLE:
        return lines
    for upper, lower in ((title - 1, title), (title, title + 1)):
        if upper >= 0 and lower < len(lines) and _is_broken(lines[upper], lines[lower]):
            text = f"{lines[upper].text} {lines[lower].text}"
            joined = Line(text, fate="title", words=text.count(" ") + 1)
            return [*lines[:upper], joined, *lines[lower + 1 :]]
    return lines


def _is_broken(upper: Line, lower: Line) -> bool:
    if any(line.fate not in ("", "title") or is_prose(line) for line in (upper, lower)):
        return False
    if upper.words + lower.words > 24 or upper.words < 2 or lower.text[-1] in ".:;,":
        return False
    if any(headline.is_detail(part) for part in headline.parts_of(lower.text)):
        return False
    return lower.text[0].islower() or (upper.text.endswith((":", ",")) and lower.words > 2)
