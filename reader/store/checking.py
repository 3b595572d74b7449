"""Checking stored sentences again when a glossary changed."""

from __future__ import annotations

import json
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
    found = session.execute(
        select(SegmentRow.id, SegmentRow.article_id, SegmentRow.source, SegmentRow.terms)
        .where(SegmentRow.status != Status.WAITING)
        .order_by(SegmentRow.article_id, SegmentRow.position)
    )
    wanted = frozenset(article_ids)
    return tuple(
        Sentence(number, article_id, source, frozenset(use[0] for use in uses))
        for number, article_id, source, uses in found
        if article_id in wanted
    )


def save(
    session: Session,
    article_id: int,
    checked: Iterable[tuple[Row, Segment, Sequence[Any]]],
) -> int:
    """Store what a check found in segments that still say what they said; how many did."""
    revision = 0
    saved = 0
    for old, made, tokens in checked:
        row = session.get(SegmentRow, old.id, with_for_update=True)
        if row is None or row.revision != old.revision:
            continue
        revision = revision or articles.touch(session, article_id)
        position, block = row.position, row.block
        fill(row, made, tokens)
        row.position, row.block, row.revision = position, block, revision
        saved += 1
    return saved


def wait_again(
    session: Session, article_id: int, rows: Iterable[Row], *, person: str, at: datetime
) -> int:
    """Let the machine translate sentences of its own again, keeping what they said; how many.

    Sentences that a person touched, or that changed meanwhile, are left alone.
    """
    revision = 0
    count = 0
    for old in rows:
        row = session.get(SegmentRow, old.id, with_for_update=True)
        if row is None or row.revision != old.revision or not _is_machines(row):
            continue
        revision = revision or articles.touch(session, article_id)
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
        row.status, row.origin, row.revision = Status.WAITING, Origin.NONE, revision
        row.target, row.engine, row.changed_at = "", "", now()
        row.issues, row.links, row.terms, row.tokens = [], [], [], []
        count += 1
    return count


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
    # Term uses are JSON lists that begin with the id: '[["1:trade-war", "trade war", …'.
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


def _is_machines(row: SegmentRow) -> bool:
    return row.origin == Origin.MACHINE and row.status == Status.DRAFT
