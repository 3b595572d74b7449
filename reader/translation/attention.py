"""Word links from the attention of a translation model. Pure functions, no model.

The weight of a target token on a source token is the decoder's cross-attention. A pair of words
is linked where each is the other's best partner, the usual symmetrisation by intersection of
statistical word alignment (Och & Ney 2003), or where one weight leaves little doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.translation.argos_package import Piece
from reader.translation.engine import Link

SURE = 0.5
LEAST = 0.12
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_MEANINGFUL = re.compile(r"\w")


def links_from_attention(
    source: str,
    source_pieces: Sequence[Piece],
    target: str,
    target_pieces: Sequence[Piece],
    attention: Sequence[Sequence[float]],
) -> tuple[Link, ...]:
    """Return word links; `attention[t][s]` is the weight of target piece t on source piece s."""
    words = [found.span() for found in _WORD.finditer(source)]
    if not words or not any(piece.end for piece in source_pieces):
        return ()
    weights = _by_word(words, source_pieces, attention)
    best_target = [max(range(len(weights)), key=lambda t: weights[t][w]) for w in range(len(words))]
    pairs = []
    for index, (piece, row) in enumerate(zip(target_pieces, weights, strict=False)):
        start, end = _bare_span(target, piece)
        word = max(range(len(words)), key=lambda w: row[w])
        mutual = best_target[word] == index and row[word] >= LEAST
        if end > start and (mutual or row[word] >= SURE):
            pairs.append((words[word], (start, end)))
    return tuple(_merged(pairs))


def linked_span(links: Sequence[Link], start: int, end: int) -> tuple[int, int] | None:
    """Return the target span that the source characters *start* to *end* are linked to.

    None where they have no link, or where a word from elsewhere is linked into that span.
    """
    inside = [link for link in links if link.source_start < end and start < link.source_end]
    if not inside:
        return None
    first = min(link.target_start for link in inside)
    last = max(link.target_end for link in inside)
    strangers = [
        link
        for link in links
        if link not in inside and link.target_start < last and first < link.target_end
    ]
    return None if strangers else (first, last)


def _by_word(
    words: Sequence[tuple[int, int]],
    pieces: Sequence[Piece],
    attention: Sequence[Sequence[float]],
) -> list[list[float]]:
    """Return the attention of each target piece on each word: the sum over the word's pieces."""
    owners = [
        [
            index
            for index, piece in enumerate(pieces)
            if piece.start < end and start < piece.end and piece.end > piece.start
        ]
        for start, end in words
    ]
    return [
        [sum(row[index] for index in own if index < len(row)) for own in owners]
        for row in attention
    ]


def _bare_span(text: str, piece: Piece) -> tuple[int, int]:
    """Return the span of *piece* without spaces; empty where it is punctuation only."""
    content = text[piece.start : piece.end]
    if not _MEANINGFUL.search(content):
        return piece.start, piece.start
    start = piece.start + len(content) - len(content.lstrip())
    return start, piece.end - len(content) + len(content.rstrip())


def _merged(pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> list[Link]:
    """Join neighbouring target pieces that are linked to the same word."""
    links: list[Link] = []
    for (source_start, source_end), (start, end) in pairs:
        last = links[-1] if links else None
        if last and last.source_start == source_start and last.target_end == start:
            links[-1] = Link(source_start, source_end, last.target_start, end)
        else:
            links.append(Link(source_start, source_end, start, end))
    return links
