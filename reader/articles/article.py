"""The article: what cleaning makes of raw text. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of an article is."""

    NOTE = "note"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article, in reading order.

    `text` has no line break and no doubled space; `sentences` joined by one space give `text`.
    """

    kind: BlockKind
    text: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that cleaning kept aside, why, and where it would go if it were put back.

    `reason` is one of the keys of `reader.articles.clean.REASONS`; `before` is the index of the
    block in front of which it stood (`len(blocks)` for the end).
    """

    text: str
    reason: str
    before: int


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article.

    `byline` and `date` are "" where the page names none. `date` is the text as printed.
    `address` is the URL, the file name or the publisher it came from, "" for pasted text.
    """

    title: str
    byline: str
    date: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    address: str = ""
