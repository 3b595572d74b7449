"""Tell where the article ends: notes about its authors, and what the page says after it."""

from __future__ import annotations

import re

from reader.articles import boilerplate, captions
from reader.articles.article import BlockKind
from reader.articles.page import Line, is_prose, is_to_reader, quotes
from reader.articles.sentences import split_sentences
from reader.articles.topic import Topic

# Paragraphs at the end that may tell who wrote the article.
_LAST = 6
# How much of the text stands above the line that ends the article.
_MOSTLY = 0.6
# Words. What a site says after an article is no longer.
_LONGEST_AFTER = 60
# Characters of the text that tell what it is about.
_MOST_TEXT = 20_000

# "Jane Doe is a reporter", "Jane Doe, professor of law at", "Doe covers China".
_ABOUT = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3})"
    r"(?:,|(?: is| was| covers| reports| writes| edits| leads| joined| teaches| works"
    r"| has (?:been|reported|covered|written|worked))\b)"
)
_OFFICE = re.compile(
    r"^[^,]+ (?:is|was) (?:an?|the|\w+(?: \w+)?)? ?\b(?:fellow|professor|director|advis[eo]r|chair"
    r"|columnist|correspondent|reporter|journalist|author|lecturer|scholar|researcher|editor)\b"
    r".{0,80} (?:at|of|in|for)\b"
)
# What a publisher says of itself below an article.
_POLICY = re.compile(
    r"does not take (?:specific )?policy positions|research is nonpartisan"
    r"|is an? (?:independent|non-?partisan|non-?profit)[\w ]* (?:organi[sz]ation|institution)"
)
_NEWSROOM = re.compile(
    r"(?i)\bnews (?:organi[sz]ation|agency|service|division|provider|outlet|and media)\b"
    r"|\bnewsrooms?\b|\bdedicated to\b|\bmost trusted\b|\baward-winning\b"
)
_SMALL_PRINT = re.compile(
    r"(?i)\b(?:quotes|data) delayed\b|\bsee (?:here|our) for\b"
    r"|\bregistered (?:in|office|trade ?mark)\b"
    r"|\bco\. reg|\bAI-generated\b|\bgenerated (?:by|with|using) (?:AI|artificial)\b"
    r"|\btrademarks?\b|\bISSN\b|(?-i:\bPublished by [A-Z])"
)


_REPLY = re.compile(r"(?i)(?:reply|like|report|upvote|recommend|share)(?: \(?\d+\)?)?|\d+ repl\w+")

_SAID = re.compile(r"\b(?:said|says|told|wrote|asked)\b")


def mark_authors(lines: list[Line], names: list[str]) -> None:
    """Mark the last paragraphs that tell who an author is: "Jane Doe is a reporter in Rome."."""
    last = [line for line in lines if is_prose(line) or _may_be_about(line)][-_LAST:]
    known = " ".join(names).casefold()
    at_end = True
    for line in reversed(last):
        match = _ABOUT.match(line.text)
        named = match is not None and match["name"].casefold() in known
        office = at_end and match is not None and _OFFICE.match(line.text[:160]) is not None
        house = _POLICY.search(line.text) and not _NEWSROOM.search(line.text)
        if line.words <= 70 and (named or office or house):
            line.fate = BlockKind.NOTE.value
        elif not (_is_small_print(line.text) or _is_house(line.text, None)):
            at_end = False


def _may_be_about(line: Line) -> bool:
    return not line.fate and line.words > 4 and _ABOUT.match(line.text) is not None


def drop_tail(lines: list[Line]) -> None:
    """Drop the paragraphs behind the article: what the site says of itself or asks its reader.

    A paragraph is dropped only below a line that ends articles (a note about the author, the
    comments, the copyright), and where it speaks to the reader, names the site, or is a teaser:
    one or two short sentences about something else.
    """
    prose = [index for index, line in enumerate(lines) if is_prose(line)]
    topic = Topic(" ".join(lines[index].text for index in prose[:-1])[:_MOST_TEXT])
    owners = _owners(lines)
    end = _article_end(lines)
    for index in reversed(prose[1:]):
        line = lines[index]
        below = index > end and (_is_small_print(line.text) or _may_go(line, topic))
        if line.words <= _LONGEST_AFTER and (below or _is_house(line.text, owners)):
            lines[index].drop("furniture")
        elif index < end:
            return


def drop_comments(lines: list[Line]) -> None:
    """Drop what readers wrote below the article: texts with buttons to reply between them."""
    prose = [index for index, line in enumerate(lines) if is_prose(line)]
    for index, line in enumerate(lines):
        if line.reason != "comments" or len(prose) < 4 or index < prose[2]:
            continue
        rest = lines[index + 1 :]
        replies = sum(1 for other in rest if _REPLY.fullmatch(other.text))
        written = [other for other in rest if is_prose(other)]
        if written and replies >= max(2, len(written) / 2):
            for other in written:
                other.drop("comments")
            return


def _article_end(lines: list[Line]) -> int:
    """Return the index of the first line that ends articles, in the last part of the page."""
    total = sum(line.words for line in lines if is_prose(line))
    seen = 0
    for index, line in enumerate(lines):
        seen += line.words if is_prose(line) else 0
        if seen >= _MOSTLY * total and _ends_article(line):
            return index
    return len(lines)


def _ends_article(line: Line) -> bool:
    """Say whether a line stands below articles only, never in the middle of one."""
    return line.fate == BlockKind.NOTE.value or line.reason in ("comments", "copyright", "details")


def _owners(lines: list[Line]) -> str:
    return " ".join(captions.letters(line.text) for line in lines if line.reason == "copyright")


def _is_small_print(text: str) -> bool:
    return _SMALL_PRINT.search(text) is not None and _SAID.search(text) is None


def _is_house(text: str, owners: str | None) -> bool:
    """Say whether a site tells what it is; `owners` are its names, None for any."""
    if quotes(text) or not _NEWSROOM.search(text):
        return False
    opening = captions.letters(text.split(",")[0])
    return owners is None or " ".join(opening.split(" ")[:2]) in owners


def _may_go(line: Line, topic: Topic) -> bool:
    if line.words > _LONGEST_AFTER or quotes(line.text):
        return False
    if is_to_reader(line) and topic.share(line.text) < 0.3:
        return True
    short = line.words <= boilerplate.LONGEST_LABEL and len(split_sentences(line.text)) <= 2
    return short and topic.share(line.text) < 0.25
