"""The segment: one sentence pair, the unit that is stored, translated, checked and exported."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.translation.engine import Link


class Origin(StrEnum):
    """Who made the target."""

    NONE = "none"
    MACHINE = "machine"
    MEMORY = "memory"
    PERSON = "person"


class Status(StrEnum):
    """How far a segment is."""

    WAITING = "waiting"
    DRAFT = "draft"
    APPROVED = "approved"


class TermState(StrEnum):
    """How a glossary term fared in one sentence."""

    OBEYED = "obeyed"
    INSERTED = "inserted"
    VARIANT = "variant"
    MISSED = "missed"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found in a sentence pair.

    `kind` is a key of `reader.translation.checks.KINDS` (`term-missing`, `number`, `cut-off`,
    …). Offsets are characters; (0, 0) means the whole of that side.
    """

    kind: str
    source_start: int = 0
    source_end: int = 0
    target_start: int = 0
    target_end: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary term in a sentence pair: where it stands on both sides and how it fared.

    Target offsets are (0, 0) where the rendering is missing. `term_id` is `glossary.Term.id`.
    """

    term_id: str
    headword: str
    rendering: str
    state: TermState
    source_start: int
    source_end: int
    target_start: int = 0
    target_end: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence pair of an article.

    `position` counts from 0 through the article; `block` is the index of its block and `kind`
    that block's kind (a `BlockKind` value, or "title"). `target` is "" while waiting.
    """

    position: int
    block: int
    kind: str
    source: str
    target: str = ""
    origin: Origin = Origin.NONE
    engine: str = ""
    status: Status = Status.WAITING
    issues: tuple[Issue, ...] = ()
    links: tuple[Link, ...] = ()
    terms: tuple[TermUse, ...] = ()
