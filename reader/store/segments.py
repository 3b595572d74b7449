"""Segments in the database: reading, saving one sentence at a time, leases of the workers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from reader.errors import Conflict, DuizhaoError, NotFound, as_text
from reader.store import articles
from reader.store.codec import aware, fill, now, record
from reader.store.records import Edit, Row
from reader.store.tables import ArticleRow, EditRow, SegmentRow
from reader.translation.segment import Origin, Segment, Status

LEASE_SECONDS = 60
CHANGED = "Somebody else changed this sentence meanwhile."


def rows(session: Session, article_id: int, since: int = -1) -> tuple[Row, ...]:
    """The segments of an article that changed after revision `since`, in order."""
    found = session.scalars(
        select(SegmentRow)
        .where(SegmentRow.article_id == article_id, SegmentRow.revision > since)
        .order_by(SegmentRow.position)
    )
    return tuple(record(row) for row in found)


def get(session: Session, segment_id: int) -> Row:
    """One segment.

    Raises `NotFound`.
    """
    return record(_row(session, segment_id))


def waiting(session: Session, article_id: int, limit: int) -> tuple[Row, ...]:
    """The next `limit` segments of an article that have no Chinese yet, in order."""
    found = session.scalars(
        select(SegmentRow)
        .where(SegmentRow.article_id == article_id, SegmentRow.status == Status.WAITING)
        .order_by(SegmentRow.position)
        .limit(limit)
    )
    return tuple(record(row) for row in found)


def save_machine(
    session: Session,
    segment_id: int,
    made: Segment,
    tokens: Sequence[Any] = (),
    *,
    again: bool = False,
) -> bool:
    """Store what the machine made of a segment, unless somebody was faster; whether it did.

    Only a segment that still waits and whose English is the same takes it: a person's edit is
    never overwritten, and nothing is translated twice. With `again` it is `doubtful`.
    """
    row = session.get(SegmentRow, segment_id, with_for_update=True)
    if row is None or row.status != Status.WAITING or row.source != made.source:
        return False
    _write_machine(session, row, made, tokens)
    row.again = again
    return True


def doubtful(session: Session, article_id: int, limit: int) -> tuple[Row, ...]:
    """The next `limit` segments that the machine shall try once more, in order."""
    found = session.scalars(
        select(SegmentRow)
        .where(SegmentRow.article_id == article_id, articles.is_doubtful())
        .order_by(SegmentRow.position)
        .limit(limit)
    )
    return tuple(record(row) for row in found)


def tried_again(session: Session, segment_id: int) -> None:
    """Let a segment be no longer `doubtful`: nothing better was found."""
    session.execute(update(SegmentRow).where(SegmentRow.id == segment_id).values(again=False))


def replace_machine(
    session: Session, segment_id: int, old: Segment, made: Segment, tokens: Sequence[Any] = ()
) -> bool:
    """Store a better translation by the machine, unless anybody changed the old one meanwhile."""
    row = session.get(SegmentRow, segment_id, with_for_update=True)
    if row is None or (row.origin, row.status) != (Origin.MACHINE, Status.DRAFT):
        return False
    if (row.source, row.target) != (old.source, old.target):
        return False
    _write_machine(session, row, made, tokens)
    row.again = False
    return True


def version(segment: Segment) -> str:
    """What a form carries to tell whether the sentence still says what it showed."""
    said = "\n".join((segment.target, segment.origin, segment.status))
    return blake2b(said.encode(), digest_size=8).hexdigest()


def edit(
    session: Session,
    segment_id: int,
    made: Segment,
    person: str,
    tokens: Sequence[Any] = (),
    seen: str = "",
) -> Row:
    """Store what a person made of a segment and keep what it said before.

    `seen` is the `version` that the person saw, "" for whatever is there. Raises `NotFound`, and
    `Conflict` where the segment says something else by now.
    """
    row = seen_row(session, segment_id, seen)
    remember(session, row, person)
    fill(row, replace(made, position=row.position, block=row.block), tokens)
    changed(session, row)
    session.flush()
    return record(row)


def history(session: Session, segment_id: int) -> tuple[Edit, ...]:
    """What a segment said before, newest first."""
    found = session.scalars(
        select(EditRow).where(EditRow.segment_id == segment_id).order_by(EditRow.id.desc())
    )
    return tuple(
        Edit(row.id, row.target, row.origin, row.engine, row.status, row.person, aware(row.at))
        for row in found
    )


def set_reviewed(session: Session, segment_id: int, target: str) -> None:
    """Store the reviewed version of a segment beside the machine's."""
    row = _row(session, segment_id)
    row.reviewed = target
    changed(session, row)


def reset_machine(session: Session, article_id: int) -> int:
    """Let every sentence that no person touched wait for the machine again; how many."""
    found = session.scalars(
        select(SegmentRow).where(
            SegmentRow.article_id == article_id,
            SegmentRow.status == Status.DRAFT,
            SegmentRow.origin == Origin.MACHINE,
        )
    ).all()
    revision = articles.touch(session, article_id)
    for row in found:
        row.status, row.origin, row.revision = Status.WAITING, Origin.NONE, revision
        row.target, row.engine = "", ""
        row.issues, row.links, row.terms, row.tokens = [], [], [], []
    return len(found)


def pace(session: Session, article_id: int, last: int = 12) -> float | None:
    """Seconds a sentence took lately in this article, None before two are done."""
    moments = session.scalars(
        select(SegmentRow.changed_at)
        .where(SegmentRow.article_id == article_id, SegmentRow.origin == Origin.MACHINE)
        .order_by(SegmentRow.changed_at.desc())
        .limit(last)
    ).all()
    times = [moment for moment in moments if moment is not None]
    if len(times) < 2:
        return None
    return (times[0] - times[-1]).total_seconds() / (len(times) - 1)


def unfinished(session: Session) -> tuple[int, ...]:
    """Articles with waiting or doubtful segments, oldest first.

    Not those that a worker holds or a problem stopped.
    """
    waits = select(SegmentRow.id).where(
        SegmentRow.article_id == ArticleRow.id,
        or_(SegmentRow.status == Status.WAITING, articles.is_doubtful()),
    )
    return tuple(
        session.scalars(
            select(ArticleRow.id)
            .where(
                ArticleRow.deleted_at.is_(None), ArticleRow.problem == "", waits.exists(), _free()
            )
            .order_by(ArticleRow.added_at)
        )
    )


def take_lease(session: Session, article_id: int, worker: str) -> bool:
    """Claim or renew the right to translate an article for `LEASE_SECONDS`; whether it worked."""
    result = session.execute(
        update(ArticleRow)
        .where(ArticleRow.id == article_id, or_(ArticleRow.lease == worker, _free()))
        .values(lease=worker, lease_until=now() + timedelta(seconds=LEASE_SECONDS))
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


def end_lease(
    session: Session, article_id: int, worker: str, problem: DuizhaoError | None = None
) -> None:
    """Give an article back; `problem` says why its translation stopped."""
    session.execute(
        update(ArticleRow)
        .where(ArticleRow.id == article_id, ArticleRow.lease == worker)
        .values(lease="", lease_until=None, problem=as_text(problem))
    )


def end_all_leases(session: Session) -> None:
    """Forget leases and problems: for a worker that starts and knows it is the only one."""
    session.execute(update(ArticleRow).values(lease="", lease_until=None, problem=""))


def _free() -> ColumnElement[bool]:
    return or_(
        ArticleRow.lease == "", ArticleRow.lease_until.is_(None), ArticleRow.lease_until < now()
    )


def _row(session: Session, segment_id: int) -> SegmentRow:
    row = session.get(SegmentRow, segment_id)
    if row is None:
        raise NotFound("There is no sentence number {number}.", number=segment_id)
    return row


def seen_row(session: Session, segment_id: int, seen: str) -> SegmentRow:
    """The row of a segment, which must still be at the `version` that a person saw.

    "" is any version. Raises `NotFound` and `Conflict`.
    """
    row = session.get(SegmentRow, segment_id, with_for_update=True)
    if row is None:
        return _row(session, segment_id)
    if seen and seen != version(record(row).segment):
        raise Conflict(CHANGED)
    return row


def remember(session: Session, row: SegmentRow, person: str) -> None:
    """Keep what a row says now in its history."""
    session.add(
        EditRow(
            segment_id=row.id,
            target=row.target,
            origin=row.origin,
            engine=row.engine,
            status=row.status,
            person=person,
            at=now(),
        )
    )


def _write_machine(session: Session, row: SegmentRow, made: Segment, tokens: Sequence[Any]) -> None:
    # A piece that was put back meanwhile may have moved the sentence.
    fill(row, replace(made, position=row.position, block=row.block), tokens)
    changed(session, row)


def changed(session: Session, row: SegmentRow) -> None:
    """Give a row the next revision of its article."""
    row.revision = articles.touch(session, row.article_id)
    row.changed_at = now()
