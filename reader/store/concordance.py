"""Where a text stands in the sentences of the library."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from reader.store.checking import Found
from reader.store.codec import record
from reader.store.tables import ArticleRow, SegmentRow


def with_target(session: Session, text: str, limit: int) -> tuple[Found, ...]:
    """Up to `limit` sentence pairs in whose Chinese a text stands, newest article first.

    Sentences of deleted articles do not count.
    """
    return _found(session, SegmentRow.target.contains(text, autoescape=True), limit)


def with_source(session: Session, texts: Iterable[str], limit: int) -> tuple[Found, ...]:
    """Up to `limit` sentence pairs in whose English one of the texts stands, in whatever case.

    They are translated, newest article first; sentences of deleted articles do not count.
    """
    wanted = or_(*(SegmentRow.source.icontains(text, autoescape=True) for text in texts))
    return _found(session, wanted & (SegmentRow.target != ""), limit)


def _found(session: Session, wanted: ColumnElement[bool], limit: int) -> tuple[Found, ...]:
    found = session.execute(
        select(SegmentRow, ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(ArticleRow.deleted_at.is_(None))
        .where(wanted)
        .order_by(ArticleRow.added_at.desc(), ArticleRow.id.desc(), SegmentRow.position)
        .limit(limit)
    )
    return tuple(Found(row.article_id, title, record(row)) for row, title in found)
