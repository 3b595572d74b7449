"""Segments to rows and back: what JSON columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from datetime import UTC, datetime
from typing import Any

from reader.store.records import Row
from reader.store.tables import SegmentRow
from reader.translation.engine import Link
from reader.translation.segment import Issue, Origin, Segment, Status, TermState, TermUse


def now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


def aware(moment: datetime) -> datetime:
    """`moment` with its time zone: SQLite forgets that it was UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def fill(row: SegmentRow, segment: Segment, tokens: Sequence[Any] = ()) -> None:
    """Write what `segment` says, and the annotation of its target, into its row."""
    row.position, row.block, row.kind = segment.position, segment.block, segment.kind
    row.source, row.target = segment.source, segment.target
    row.origin, row.engine, row.status = segment.origin, segment.engine, segment.status
    row.issues = _plain(segment.issues)
    row.links = _plain(segment.links)
    row.terms = _plain(segment.terms)
    row.tokens = list(tokens)


def record(row: SegmentRow) -> Row:
    """What a row says, as a frozen record."""
    segment = Segment(
        position=row.position,
        block=row.block,
        kind=row.kind,
        source=row.source,
        target=row.target,
        origin=Origin(row.origin),
        engine=row.engine,
        status=Status(row.status),
        issues=tuple(Issue(*fields) for fields in row.issues),
        links=tuple(Link(*fields) for fields in row.links),
        terms=tuple(_term_use(fields) for fields in row.terms),
    )
    return Row(row.id, row.revision, segment, row.reviewed, row.tokens)


def _term_use(fields: list[Any]) -> TermUse:
    term_id, headword, rendering, state, *spans = fields
    return TermUse(term_id, headword, rendering, TermState(state), *spans)


def _plain(items: tuple[Any, ...]) -> list[list[Any]]:
    return [list(astuple(item)) for item in items]
