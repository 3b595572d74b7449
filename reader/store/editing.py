"""What people do with stored segments besides writing them: approving, giving back, annotating."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from reader.store import articles
from reader.store.codec import record
from reader.store.records import Row
from reader.store.segments import changed, remember, seen_row
from reader.store.tables import ArticleRow, SegmentRow
from reader.translation.segment import Origin, Status


def wait_again(session: Session, segment_id: int, person: str, seen: str) -> None:
    """Let the machine translate a segment again, keeping what it said before.

    Raises `NotFound` and `Conflict`.
    """
    row = seen_row(session, segment_id, seen)
    remember(session, row, person)
    row.status, row.origin, row.target, row.engine = Status.WAITING, Origin.NONE, "", ""
    row.issues, row.links, row.terms, row.tokens = [], [], [], []
    changed(session, row)


def approve(session: Session, article_id: int, seen: Iterable[Row], person: str) -> tuple[Row, ...]:
    """Approve those of these segments that still say what they said; the ones that were."""
    done = []
    for old in seen:
        row = session.get(SegmentRow, old.id, with_for_update=True)
        if row is None or (row.article_id, row.status) != (article_id, Status.DRAFT):
            continue
        if row.target != old.segment.target:
            continue
        remember(session, row, person)
        row.status = Status.APPROVED
        changed(session, row)
        done.append(record(row))
    return tuple(done)


def waiting_like(session: Session, digest: str) -> tuple[tuple[int, Row], ...]:
    """The waiting segments with that digest, each with the number of its article."""
    found = session.scalars(
        select(SegmentRow)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(SegmentRow.digest == digest, SegmentRow.status == Status.WAITING)
        .where(ArticleRow.deleted_at.is_(None))
    )
    return tuple((row.article_id, record(row)) for row in found)


def annotate(session: Session, article_id: int, made: Iterable[tuple[Row, Sequence[Any]]]) -> int:
    """Store other tokens of segments whose target is still the same; how many."""
    revision = 0
    count = 0
    for old, tokens in made:
        row = session.get(SegmentRow, old.id, with_for_update=True)
        if row is None or row.target != old.segment.target:
            continue
        revision = revision or articles.touch(session, article_id)
        row.tokens, row.revision = list(tokens), revision
        count += 1
    return count


def neighbours(session: Session, article_id: int) -> tuple[tuple[int, int, bool], ...]:
    """All segments of an article in order: number, position, whether it is doubtful.

    Doubtful is a draft in which a check found something.
    """
    found = session.execute(
        select(SegmentRow.id, SegmentRow.position, SegmentRow.status, SegmentRow.issues)
        .where(SegmentRow.article_id == article_id)
        .order_by(SegmentRow.position)
    )
    return tuple(
        (number, position, status == Status.DRAFT and bool(issues))
        for number, position, status, issues in found
    )


def article_of(session: Session, segment_id: int) -> int:
    """The number of the article in which a segment stands, 0 where there is no such segment."""
    return session.scalar(select(SegmentRow.article_id).where(SegmentRow.id == segment_id)) or 0
