"""Checking stored sentences again when a glossary changed."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from reader.store import articles
from reader.store.codec import fill, now, record
from reader.store.records import Row
from reader.store.tables import ArticleRow, EditRow, SegmentRow
from reader.translation.segment import Origin, Segment, Status

# Up to so many sentences are read and written at once.
FEW = 200
# Term uses are JSON lists that begin with the id: '[["1:trade-war", "trade war", …'.
_TERM_ID = re.compile(r'\[("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Sentence:
    """As much of a translated segment as tells whether a term concerns it."""

    id: int
    article_id: int
    source: str
    term_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A segment with the article in which it stands."""

    article_id: int
    title: str
    row: Row


@dataclass(frozen=True, slots=True)
class Redone:
    """A sentence that was given back to the machine, and the Chinese it had before."""

    found: Found
    before: str


def sentences(session: Session, article_ids: Collection[int]) -> tuple[Sentence, ...]:
    """The translated sentences of these articles."""
    # Of the term uses only the ids are wanted: decoding the JSON of a library takes far longer.
    found = session.execute(
        select(
            SegmentRow.id, SegmentRow.article_id, SegmentRow.source, cast(SegmentRow.terms, Text)
        )
        .where(SegmentRow.status != Status.WAITING)
        .order_by(SegmentRow.article_id, SegmentRow.position)
    )
    wanted = frozenset(article_ids)
    return tuple(
        Sentence(number, article_id, source, frozenset(map(_unescaped, _TERM_ID.findall(uses))))
        for number, article_id, source, uses in found
        if article_id in wanted
    )


def rows(session: Session, segment_ids: Collection[int]) -> tuple[tuple[int, Row], ...]:
    """These segments, each with the number of its article; up to `FEW`."""
    found = session.scalars(
        select(SegmentRow)
        .where(SegmentRow.id.in_(segment_ids))
        .order_by(SegmentRow.article_id, SegmentRow.position)
    )
    return tuple((row.article_id, record(row)) for row in found)


def save(session: Session, checked: Sequence[tuple[Row, Segment, Sequence[Any]]]) -> int:
    """Store what a check found in segments that still say what they said; how many did."""
    unchanged = _unchanged(session, [old for old, _, _ in checked])
    revisions = _touched(session, unchanged.values())
    for old, made, tokens in checked:
        if row := unchanged.get(old.id):
            position, block = row.position, row.block
            fill(row, made, tokens)
            row.position, row.block, row.revision = position, block, revisions[row.article_id]
    return len(unchanged)


def wait_again(session: Session, olds: Sequence[Row], *, person: str, at: datetime) -> int:
    """Let the machine translate sentences of its own again, keeping what they said; how many.

    Sentences that a person touched, or that changed meanwhile, are left alone.
    """
    unchanged = [row for row in _unchanged(session, olds).values() if _is_machines(row)]
    revisions = _touched(session, unchanged)
    for row in unchanged:
        session.add(
            EditRow(
                segment_id=row.id,
                target=row.target,
                origin=row.origin,
                engine=row.engine,
                status=row.status,
                person=person,
                at=at,
            )
        )
        row.status, row.origin, row.revision = (
            Status.WAITING,
            Origin.NONE,
            revisions[row.article_id],
        )
        row.target, row.engine, row.changed_at = "", "", now()
        row.issues, row.links, row.terms, row.tokens = [], [], [], []
    return len(unchanged)


def redone(session: Session, at: datetime) -> tuple[Redone, ...]:
    """The sentences that `wait_again` gave back at that moment."""
    found = session.execute(
        select(SegmentRow, ArticleRow.title, EditRow.target)
        .join(EditRow, EditRow.segment_id == SegmentRow.id)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(EditRow.at == at, ArticleRow.deleted_at.is_(None))
        .order_by(SegmentRow.article_id, SegmentRow.position)
    )
    return tuple(
        Redone(Found(row.article_id, title, record(row)), before) for row, title, before in found
    )


def with_term(session: Session, term_id: str, limit: int) -> tuple[Found, ...]:
    """Up to `limit` sentence pairs of the library in which a term stands, newest article first."""
    written = "[" + json.dumps(term_id) + ","
    found = session.execute(
        select(SegmentRow, ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(ArticleRow.deleted_at.is_(None), SegmentRow.status != Status.WAITING)
        .where(cast(SegmentRow.terms, Text).contains(written, autoescape=True))
        .order_by(ArticleRow.added_at.desc(), ArticleRow.id.desc(), SegmentRow.position)
        .limit(limit)
    )
    return tuple(Found(row.article_id, title, record(row)) for row, title in found)


def _touched(session: Session, rows: Iterable[SegmentRow]) -> dict[int, int]:
    """The new revision of each article in which one of the rows stands."""
    return {number: articles.touch(session, number) for number in {row.article_id for row in rows}}


def _unchanged(session: Session, olds: Sequence[Row]) -> dict[int, SegmentRow]:
    revisions = {old.id: old.revision for old in olds}
    found = session.scalars(
        select(SegmentRow).where(SegmentRow.id.in_(revisions)).with_for_update()
    )
    return {row.id: row for row in found if row.revision == revisions[row.id]}


def _unescaped(quoted: str) -> str:
    return str(json.loads(quoted)) if "\\" in quoted else quoted[1:-1]


def _is_machines(row: SegmentRow) -> bool:
    return row.origin == Origin.MACHINE and row.status == Status.DRAFT
