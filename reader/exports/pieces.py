"""A sentence cut into pieces that carry their pinyin, their term and their word links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.chinese.annotate import Token
from reader.chinese.ruby import stretches
from reader.exports.document import Pair
from reader.translation.segment import Segment

_OPENING = frozenset("“‘（《〈「『【〔")
# Start and end in characters, and what the span is: a term's number or a link's number.
Span = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; put together the pieces are the sentence.

    `ruby` is the word with its pinyin, for a long one each of its words ("" over a mark), () where
    it has none; `breaks` tells that a line may end after it, which browsers do
    not see between two words with pinyin. `term` is the number of its term (from 1, 0 for none);
    `links` are the numbers of its word links, separated by spaces: pieces with a common number
    are partners. `level` is that of the word in HSK 3.0, 1 to 7 (for 7-9), 0 for none.
    """

    text: str
    ruby: tuple[tuple[str, str], ...] = ()
    term: int = 0
    links: str = ""
    level: int = 0
    breaks: bool = False


def english(segment: Segment, numbers: Mapping[str, int]) -> tuple[Piece, ...]:
    """Return the pieces of the source. `numbers` gives the number of a term by its id."""
    terms = [
        (use.source_start, use.source_end, numbers.get(use.term_id, 0)) for use in segment.terms
    ]
    links = [(ln.source_start, ln.source_end, at) for at, ln in enumerate(segment.links, 1)]
    return _cut(segment.source, terms, links)


def chinese(pair: Pair, numbers: Mapping[str, int]) -> tuple[Piece, ...]:
    """Return the pieces of the target: its words where they are known."""
    segment = pair.segment
    terms = [
        (use.target_start, use.target_end, numbers.get(use.term_id, 0)) for use in segment.terms
    ]
    links = [(ln.target_start, ln.target_end, at) for at, ln in enumerate(segment.links, 1)]
    if "".join(token.text for token in pair.tokens) != segment.target:
        return _cut(segment.target, terms, links)
    return tuple(
        replace(
            _piece(token, terms, links),
            breaks=bool(token.pinyin) and _may_break(segment.target, token.end),
        )
        for token in pair.tokens
    )


def _may_break(text: str, at: int) -> bool:
    """Return whether a line may end before the character at an offset, after a Chinese word."""
    return text[at : at + 1].isalnum() or text[at : at + 1] in _OPENING


def _ruby(token: Token) -> tuple[tuple[str, str], ...]:
    return tuple(stretches(token)) if token.pinyin else ()


def _cut(text: str, terms: Sequence[Span], links: Sequence[Span]) -> tuple[Piece, ...]:
    ends = {min(max(end, 0), len(text)) for span in (*terms, *links) for end in span[:2]}
    borders = sorted(ends | {0, len(text)})
    return tuple(_piece(Token(text[a:b], a, b), terms, links) for a, b in pairwise(borders))


def _piece(token: Token, terms: Sequence[Span], links: Sequence[Span]) -> Piece:
    start, end = token.start, token.end
    return Piece(
        token.text,
        _ruby(token),
        next((number for a, b, number in terms if a < end and start < b), 0),
        " ".join(str(number) for a, b, number in links if a < end and start < b),
        token.level.hsk3,
    )
