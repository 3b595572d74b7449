"""Raw text: what was read from a paste, a file or a page, before it is cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RawKind(StrEnum):
    """What the source itself says about a paragraph. UNKNOWN where it says nothing."""

    UNKNOWN = "unknown"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One paragraph of the source: its text on one line, and what the source says it is."""

    text: str
    kind: RawKind = RawKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class RawText:
    """The paragraphs of a source in order.

    `title`, `byline` and `date` are what the file's metadata says, "" where it says nothing.
    They are used only where the text itself names none. `address` is a URL or a file name.
    """

    blocks: tuple[RawBlock, ...]
    title: str = ""
    byline: str = ""
    date: str = ""
    address: str = ""
