"""Articles in the database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, delete, func, or_, select, update
from sqlalchemy.orm import Session

from reader.articles.article import Article
from reader.errors import NotFound, from_text
from reader.store.codec import aware, fill, now
from reader.store.records import Aside, Card, StoredBlock
from reader.store.tables import ArticleRow, BlockRow, SegmentRow
from reader.translation.segment import Origin, Segment, Status


def digest(article: Article) -> str:
    """A fingerprint of the article's words, by which the same paste is recognised."""
    text = "\n".join([article.title, *(block.text for block in article.blocks)])
    return hashlib.sha256(text.encode()).hexdigest()


def add(session: Session, article: Article, segments: Iterable[Segment], engine: str = "") -> int:
    """Store an article with its segments; its number."""
    parts = [article.title, *(block.text for block in article.blocks)]
    row = ArticleRow(
        title=article.title,
        byline=article.byline,
        date=article.date,
        address=article.address,
        digest=digest(article),
        words=sum(len(part.split()) for part in parts),
        engine=engine,
        added_at=now(),
    )
    session.add(row)
    session.flush()
    for number, block in enumerate(article.blocks):
        session.add(BlockRow(article_id=row.id, number=number, kind=block.kind, text=block.text))
    for rank, piece in enumerate(article.dropped):
        session.add(
            BlockRow(
                article_id=row.id,
                number=piece.before,
                rank=rank,
                kind="",
                text=piece.text,
                reason=piece.reason,
            )
        )
    for segment in segments:
        segment_row = SegmentRow(article_id=row.id)
        fill(segment_row, segment)
        session.add(segment_row)
    return row.id


def find_same(session: Session, article: Article) -> int | None:
    """The number of an article with the same words that is not deleted."""
    return session.scalar(
        select(ArticleRow.id)
        .where(ArticleRow.digest == digest(article), ArticleRow.deleted_at.is_(None))
        .limit(1)
    )


def cards(session: Session, query: str = "", limit: int = 500) -> tuple[Card, ...]:
    """The articles that hold every word of `query` in title, byline or text, newest first."""
    statement = _cards().where(ArticleRow.deleted_at.is_(None))
    for word in query.split():
        statement = statement.where(_holds(word))
    statement = statement.order_by(ArticleRow.added_at.desc(), ArticleRow.id.desc()).limit(limit)
    return tuple(_card(row) for row in session.execute(statement))


def card(session: Session, article_id: int) -> Card:
    """One article, deleted or not.

    Raises `NotFound`.
    """
    row = session.execute(_cards().where(ArticleRow.id == article_id)).first()
    if row is None:
        raise missing(article_id)
    return _card(row)


def missing(article_id: int) -> NotFound:
    """The error for an article that is not in the library."""
    return NotFound("There is no article number {number}.", number=article_id)


def any_ever(session: Session) -> bool:
    """Whether the library holds an article, deleted ones counted."""
    return session.scalar(select(ArticleRow.id).limit(1)) is not None


def blocks(session: Session, article_id: int) -> tuple[StoredBlock, ...]:
    """The blocks of an article in reading order."""
    rows = session.scalars(
        select(BlockRow)
        .where(BlockRow.article_id == article_id, BlockRow.reason == "")
        .order_by(BlockRow.number)
    )
    return tuple(StoredBlock(row.number, row.kind, row.text) for row in rows)


def asides(session: Session, article_id: int) -> tuple[Aside, ...]:
    """What cleaning kept aside, in the order of the page."""
    rows = session.scalars(
        select(BlockRow)
        .where(BlockRow.article_id == article_id, BlockRow.reason != "")
        .order_by(BlockRow.number, BlockRow.rank)
    )
    return tuple(Aside(row.id, row.text, row.reason, row.number) for row in rows)


def put_back(
    session: Session, article_id: int, aside_id: int, kind: str, sentences: Sequence[str]
) -> None:
    """Turn a dropped piece into a block with waiting segments, at the place where it stood.

    Raises `NotFound`.
    """
    aside = session.get(BlockRow, aside_id)
    if aside is None or aside.article_id != article_id or not aside.reason:
        raise NotFound("That piece of text is not here any more.")
    number = aside.number
    in_article = SegmentRow.article_id == article_id
    position = session.scalar(
        select(func.min(SegmentRow.position)).where(in_article, SegmentRow.block >= number)
    )
    if position is None:
        position = 1 + (
            session.scalar(select(func.max(SegmentRow.position)).where(in_article)) or -1
        )
    revision = touch(session, article_id)
    session.execute(
        update(BlockRow)
        .where(BlockRow.article_id == article_id, BlockRow.id != aside_id)
        .where(or_(BlockRow.number > number, (BlockRow.number == number) & _after(aside)))
        .values(number=BlockRow.number + 1)
    )
    session.execute(
        update(SegmentRow)
        .where(in_article, SegmentRow.position >= position)
        .values(
            position=SegmentRow.position + len(sentences),
            block=SegmentRow.block + 1,
            revision=revision,
        )
    )
    aside.reason, aside.kind = "", kind
    for offset, sentence in enumerate(sentences):
        session.add(
            SegmentRow(
                article_id=article_id,
                position=position + offset,
                block=number,
                kind=kind,
                source=sentence,
                revision=revision,
            )
        )


def _after(aside: BlockRow) -> ColumnElement[bool]:
    # Of what stands before the same block, the block itself and the later dropped pieces move on.
    return or_(BlockRow.reason == "", BlockRow.rank > aside.rank)


def touch(session: Session, article_id: int) -> int:
    """Count one more revision of an article; the new number."""
    session.execute(
        update(ArticleRow)
        .where(ArticleRow.id == article_id)
        .values(revision=ArticleRow.revision + 1)
    )
    revision = session.scalar(select(ArticleRow.revision).where(ArticleRow.id == article_id))
    if revision is None:
        raise missing(article_id)
    return revision


def set_deleted(session: Session, article_id: int, deleted: bool) -> None:
    """Move an article out of the library, or back."""
    moment = now() if deleted else None
    session.execute(update(ArticleRow).where(ArticleRow.id == article_id).values(deleted_at=moment))


def set_engine(session: Session, article_id: int, engine: str) -> None:
    """Have an article translated by the engine of that key, "" for the best from now on."""
    chosen = update(ArticleRow).where(ArticleRow.id == article_id).values(engine=engine, problem="")
    session.execute(chosen)


def engine_of(session: Session, article_id: int) -> str:
    """The key of the engine that an article is translated by, "" for the best."""
    chosen = select(ArticleRow.engine).where(ArticleRow.id == article_id)
    return session.scalar(chosen) or ""


def forget_engine(session: Session, engine: str) -> int:
    """Let the articles that chose an engine use the best one again; how many."""
    chosen = update(ArticleRow).where(ArticleRow.engine == engine).values(engine="")
    return session.execute(chosen).rowcount  # type: ignore[attr-defined,no-any-return]


def purge(session: Session, days: int) -> int:
    """Remove for good what was deleted over `days` days ago; how many articles."""
    old = ArticleRow.deleted_at < now() - timedelta(days=days)
    return session.execute(delete(ArticleRow).where(old)).rowcount  # type: ignore[attr-defined,no-any-return]


def _holds(word: str) -> ColumnElement[bool]:
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    in_text = select(SegmentRow.article_id).where(
        or_(SegmentRow.source.ilike(pattern, "\\"), SegmentRow.target.ilike(pattern, "\\"))
    )
    return or_(
        ArticleRow.title.ilike(pattern, "\\"),
        ArticleRow.byline.ilike(pattern, "\\"),
        ArticleRow.id.in_(in_text),
    )


def is_doubtful() -> ColumnElement[bool]:
    """Whether a sentence is to be made once more by the machine."""
    return and_(
        SegmentRow.again,
        SegmentRow.origin == Origin.MACHINE,
        SegmentRow.status == Status.DRAFT,
    )


def _cards() -> Select[ArticleRow, int, Any, Any, Any]:
    done = func.sum(case((SegmentRow.status != Status.WAITING, 1), else_=0))
    approved = func.sum(case((SegmentRow.status == Status.APPROVED, 1), else_=0))
    doubtful = func.sum(case((is_doubtful(), 1), else_=0))
    return (
        select(ArticleRow, func.count(SegmentRow.id), done, approved, doubtful)
        .outerjoin(SegmentRow, SegmentRow.article_id == ArticleRow.id)
        .group_by(ArticleRow.id)
    )


def _card(found: Any) -> Card:
    row, sentences, translated, approved, doubtful = found
    return Card(
        id=row.id,
        title=row.title,
        byline=row.byline,
        date=row.date,
        address=row.address,
        added_at=aware(row.added_at),
        words=row.words,
        sentences=sentences,
        translated=translated or 0,
        approved=approved or 0,
        engine=row.engine,
        problem=from_text(row.problem),
        revision=row.revision,
        deleted=row.deleted_at is not None,
        doubtful=doubtful or 0,
    )
