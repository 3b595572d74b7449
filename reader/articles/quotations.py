"""Tell quotations that stand alone: pull quotes, and what somebody wrote, in a block of its own."""

from __future__ import annotations

import re

from reader.articles import headline, page
from reader.articles.article import BlockKind
from reader.articles.page import Line, ends_sentence, is_prose
from reader.articles.raw import RawKind
from reader.articles.sentences import split_sentences
from reader.articles.topic import Topic

_SOURCE = r"(?: \([^()]{3,80}\)\.?)?"
_WHOLE = re.compile(rf"(?:“[^“”]+”|\"[^\"]+\"|‘[^‘]+’|'[^']+(?:'\w[^']*)*'){_SOURCE}")
_ATTRIBUTION = re.compile(r"[—–-] ?[A-ZÀ-Þ]\S*(?: \S+){0,7}")
_FIRST_PERSON = re.compile(r"\b(?:I|I[’']m|I[’']ve|we|my|our)\b")
_CITING = re.compile(
    r"(?i)\b(?:wrote|writes?|says?|said|reads?|told|asked|replied|answered|put it|like this"
    r"|translat\w+|version|sentence|words|rendering|text|message|statement|poem|letter|lines?)\b"
    r"[^.]{0,60}:$"
)
# Words. What is longer is a paragraph, not a quotation in large print or in a block.
_LONGEST = 40
_SHORTEST = 6
# A quotation in large print says again what a paragraph near it says, almost word for word.
_AGAIN = 0.9
_NEAR = 4


def mark_quotations(lines: list[Line], first: int, last: int) -> None:
    """Mark the quotations between the first and the last line of running text."""
    for index in range(max(first, 1), min(last + 1, len(lines) - 1)):
        line, below = lines[index], lines[index + 1]
        if line.fate or line.kind is not RawKind.UNKNOWN or line.words > _LONGEST:
            continue
        if not below.fate and _is_signed(line, below):
            line.fate = below.fate = BlockKind.QUOTE.value
        elif (
            (line.words >= _SHORTEST and ends_sentence(line.text) and _WHOLE.fullmatch(line.text))
            or _is_cited(lines[index - 1], line, below)
            or _is_said_again(line, lines[max(0, index - _NEAR) : index])
        ):
            line.fate = BlockKind.QUOTE.value


def _is_signed(line: Line, below: Line) -> bool:
    """Say whether the line below names who says what the line says."""
    named = _ATTRIBUTION.fullmatch(below.text) and not ends_sentence(below.text)
    if named and ends_sentence(line.text) and not page.is_bulleted(line.text):
        return True
    if not headline.is_names(below.text) or ends_sentence(line.text) or page.is_bulleted(line.text):
        return False
    return len(split_sentences(line.text)) > 1 or bool(_FIRST_PERSON.search(line.text))


def _is_cited(above: Line, line: Line, below: Line) -> bool:
    """Say whether "He wrote:" stands above a line, and the text goes on below it."""
    if not _CITING.search(above.text) or line.text.endswith(":"):
        return False
    listed = page.is_bulleted(line.text) or page.is_numbered(line)
    goes_on = is_prose(below) or below.text.endswith(":")
    return goes_on and not listed and not page.is_numbered(below)


def _is_said_again(line: Line, near: list[Line]) -> bool:
    topic = Topic(line.text)
    if topic.size < _SHORTEST or not is_prose(line) or line.text.endswith(":"):
        return False
    longer = [other for other in near if other.words > line.words and is_prose(other)]
    return any(Topic(other.text).share(line.text) >= _AGAIN for other in longer)
