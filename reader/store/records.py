"""What the store returns: frozen facts about stored things, never rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reader.errors import DuizhaoError
from reader.translation.segment import Segment


@dataclass(frozen=True, slots=True)
class Card:
    """An article as the library shows it. `words` counts English words.

    `doubtful` sentences are to be made once more by the machine.

    `engine` is the key of the engine chosen for it, "" for the best installed; `problem` says
    why its translation stopped, None where nothing is wrong.
    """

    id: int
    title: str
    byline: str
    date: str
    address: str
    added_at: datetime
    words: int
    sentences: int
    translated: int
    approved: int
    engine: str = ""
    problem: DuizhaoError | None = None
    revision: int = 0
    deleted: bool = False
    doubtful: int = 0

    @property
    def waiting(self) -> int:
        """How many sentences have no Chinese yet."""
        return self.sentences - self.translated


@dataclass(frozen=True, slots=True)
class Row:
    """A stored segment: its identity beside what it says.

    `reviewed` is the target of the article's reviewed version, "" where there is none. `tokens`
    is what was stored as its annotation, () where there is none.
    """

    id: int
    revision: int
    segment: Segment
    reviewed: str = ""
    tokens: Sequence[Any] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A piece of text that cleaning dropped and that can be put back."""

    id: int
    text: str
    reason: str
    before: int


@dataclass(frozen=True, slots=True)
class StoredBlock:
    """A block of a stored article."""

    number: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What a segment said before a change."""

    id: int
    target: str
    origin: str
    engine: str
    status: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """What a teacher says of Chinese words, for one article or, without one, for all.

    Wherever `text` stands its words are `pieces` (none: as they are found), and the word is read
    `pinyin` ("": as it is found).
    """

    text: str
    pieces: tuple[str, ...] = ()
    pinyin: str = ""
    article_id: int | None = None
    id: int = 0
