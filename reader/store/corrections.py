"""What teachers say of Chinese words, in the database."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from reader.errors import NotFound
from reader.store.records import Correction
from reader.store.tables import ArticleRow, CorrectionRow, SegmentRow


def of_article(session: Session, article_id: int | None) -> tuple[Correction, ...]:
    """What holds in an article: its own first, then those for all. For None only the latter."""
    column = CorrectionRow.article_id
    found = session.scalars(
        select(CorrectionRow)
        .where(or_(column.is_(None), column == article_id))
        .order_by(CorrectionRow.id.desc())
    ).all()
    return tuple(_record(row) for row in sorted(found, key=lambda row: row.article_id is None))


def save(session: Session, made: Correction) -> int:
    """Store a correction in place of the one for the same text and article; its number."""
    row = session.scalar(
        select(CorrectionRow).where(
            CorrectionRow.text == made.text,
            CorrectionRow.article_id.is_not_distinct_from(made.article_id),
        )
    )
    row = row or CorrectionRow(text=made.text, article_id=made.article_id)
    row.pieces, row.pinyin = list(made.pieces), made.pinyin
    session.add(row)
    session.flush()
    return row.id


def remove(session: Session, number: int) -> Correction:
    """Remove a correction; what it said.

    Raises `NotFound`.
    """
    row = session.get(CorrectionRow, number)
    if row is None:
        raise NotFound("This correction is not here any more.")
    gone = _record(row)
    session.delete(row)
    return gone


def articles_with(session: Session, text: str) -> tuple[int, ...]:
    """The articles in whose Chinese a text stands."""
    return tuple(
        session.scalars(
            select(SegmentRow.article_id)
            .join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
            .where(ArticleRow.deleted_at.is_(None))
            .where(SegmentRow.target.contains(text, autoescape=True))
            .distinct()
        )
    )


def _record(row: CorrectionRow) -> Correction:
    return Correction(row.text, tuple(row.pieces), row.pinyin, row.article_id, row.id)
