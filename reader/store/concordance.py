"""Where a text stands in the sentences of the library."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from reader.store.checking import Found
from reader.store.codec import record
from reader.store.tables import ArticleRow, SegmentRow


def with_target(session: Session, text: str, limit: int) -> tuple[Found, ...]:
    """Up to `limit` sentence pairs in whose Chinese a text stands, newest article first.

    Sentences of deleted articles do not count.
    """
    found = session.execute(
        select(SegmentRow, ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        .where(ArticleRow.deleted_at.is_(None))
        .where(SegmentRow.target.contains(text, autoescape=True))
        .order_by(ArticleRow.added_at.desc(), ArticleRow.id.desc(), SegmentRow.position)
        .limit(limit)
    )
    return tuple(Found(row.article_id, title, record(row)) for row, title in found)
