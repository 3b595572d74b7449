"""The translation memory in the database: approved segments, and pairs that came from files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, delete, func, insert, select
from sqlalchemy.orm import Session

from reader.store.codec import now
from reader.store.tables import ArticleRow, MemoryRow, SegmentRow
from reader.translation.memory import Unit, digest
from reader.translation.segment import Status

# How many values one statement may carry is limited; this is far below it.
BATCH = 500
State: TypeAlias = tuple[int, int, datetime | None]


def recall(session: Session, source: str) -> str | None:
    """The Chinese of a sentence that the memory knows exactly, else None.

    What a person approved here comes before what a file brought, the latest first.
    """
    key = digest(source)
    approved = session.scalar(
        select(SegmentRow.target)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(SegmentRow.digest == key, *_approved())
        .order_by(SegmentRow.changed_at.desc(), SegmentRow.id.desc())
        .limit(1)
    )
    if approved is not None:
        return approved
    return session.scalar(select(MemoryRow.target).where(MemoryRow.digest == key))


def approved(session: Session) -> Iterator[Unit]:
    """All approved sentences of articles that are not deleted, the oldest first."""
    found = session.execute(
        select(SegmentRow.source, SegmentRow.target, SegmentRow.changed_at, ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(*_approved())
        .order_by(SegmentRow.changed_at, SegmentRow.id)
    )
    for source, target, changed_at, title in found:
        date = changed_at.isoformat(timespec="seconds") if changed_at else ""
        yield Unit(source, target, date=date, origin=title)


def imported(session: Session) -> Iterator[Unit]:
    """All pairs that came from files."""
    found = session.execute(
        select(
            MemoryRow.source, MemoryRow.target, MemoryRow.author, MemoryRow.date, MemoryRow.origin
        ).order_by(MemoryRow.id)
    )
    for source, target, author, date, origin in found:
        yield Unit(source, target, author, date, origin)


def approved_state(session: Session) -> State:
    """What is another value whenever `approved` would be."""
    found = session.execute(
        select(func.count(), func.sum(SegmentRow.id), func.max(SegmentRow.changed_at))
        .select_from(SegmentRow)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(*_approved())
    ).one()
    return found[0], found[1] or 0, found[2]


def imported_state(session: Session) -> datetime | None:
    """What is another value whenever `imported` would be: when a file last brought something."""
    return session.scalar(select(func.max(MemoryRow.added_at)))


def imported_count(session: Session) -> int:
    """How many pairs came from files."""
    return session.scalar(select(func.count()).select_from(MemoryRow)) or 0


def add(session: Session, units: Iterable[Unit]) -> tuple[int, int]:
    """Store pairs from a file in place of those with the same source; how many are new and how
    many replaced another Chinese.
    """
    moment = now()
    latest = {digest(unit.source): unit for unit in units}
    new = replaced = 0
    for part in _parts(latest.items()):
        before = _targets(session, [key for key, _ in part])
        changed = [(key, unit) for key, unit in part if before.get(key) != unit.target]
        replaced += sum(key in before for key, _ in changed)
        new += sum(key not in before for key, _ in changed)
        session.execute(delete(MemoryRow).where(MemoryRow.digest.in_([key for key, _ in changed])))
        if changed:
            session.execute(insert(MemoryRow), [_values(key, u, moment) for key, u in changed])
    return new, replaced


def clear(session: Session) -> int:
    """Forget all pairs that came from files; how many."""
    return session.execute(delete(MemoryRow)).rowcount  # type: ignore[attr-defined,no-any-return]


def _approved() -> tuple[ColumnElement[bool], ...]:
    return SegmentRow.status == Status.APPROVED, ArticleRow.deleted_at.is_(None)


def _parts(items: Iterable[tuple[str, Unit]]) -> Iterator[list[tuple[str, Unit]]]:
    rest = iter(items)
    while part := list(islice(rest, BATCH)):
        yield part


def _targets(session: Session, keys: Sequence[str]) -> dict[str, str]:
    found = session.execute(
        select(MemoryRow.digest, MemoryRow.target).where(MemoryRow.digest.in_(keys))
    )
    return {row.digest: row.target for row in found}


def _values(key: str, unit: Unit, moment: datetime) -> dict[str, Any]:
    return {
        "digest": key,
        "source": unit.source,
        "target": unit.target,
        "author": unit.author,
        "date": unit.date,
        "origin": unit.origin,
        "added_at": moment,
    }
