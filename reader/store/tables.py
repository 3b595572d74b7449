"""The tables. Nothing outside `reader.store` sees these classes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, Index, MetaData, Text, UniqueConstraint, false
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column, validates

from reader.translation.memory import digest

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: Text, datetime: DateTime(timezone=True)}  # noqa: RUF012


def _owner(table: str, **options: Any) -> MappedColumn[int]:
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), **options)


class ArticleRow(Table):
    """An article. `revision` grows with every change of one of its segments.

    `lease` names the worker that translates it now, until `lease_until`.
    """

    __tablename__ = "articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    byline: Mapped[str]
    date: Mapped[str]
    address: Mapped[str]
    digest: Mapped[str] = mapped_column(index=True)
    words: Mapped[int]
    engine: Mapped[str] = mapped_column(default="")
    added_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
    revision: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")
    lease: Mapped[str] = mapped_column(default="")
    lease_until: Mapped[datetime | None] = mapped_column(default=None)


class BlockRow(Table):
    """A block of an article, or a piece of text that cleaning kept aside.

    Blocks have an empty `reason`; `number` is the index of a block, and for a dropped piece the
    index of the block before which it stood. `rank` orders dropped pieces.
    """

    __tablename__ = "blocks"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    rank: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str]
    text: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class SegmentRow(Table):
    """One sentence pair. `revision` is the article's revision when it last changed.

    `tokens` holds the words and pinyin of the target, worked out once when it was written.
    `digest` is that of the source as the translation memory compares it. `again` tells that the
    machine shall try once more, as the checks refused what it made.
    """

    __tablename__ = "segments"
    __table_args__ = (
        Index("ix_segments_article_position", "article_id", "position"),
        Index("ix_segments_article_revision", "article_id", "revision"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = _owner("articles")
    position: Mapped[int]
    block: Mapped[int]
    kind: Mapped[str]
    source: Mapped[str]
    digest: Mapped[str] = mapped_column(default="", server_default="", index=True)
    target: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="none")
    engine: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="waiting", index=True)
    issues: Mapped[list[Any]] = mapped_column(JSON, default=list)
    links: Mapped[list[Any]] = mapped_column(JSON, default=list)
    terms: Mapped[list[Any]] = mapped_column(JSON, default=list)
    tokens: Mapped[list[Any]] = mapped_column(JSON, default=list)
    reviewed: Mapped[str] = mapped_column(default="")
    revision: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime | None] = mapped_column(default=None)
    again: Mapped[bool] = mapped_column(default=False, server_default=false())

    @validates("source")
    def _follow(self, _name: str, source: str) -> str:
        self.digest = digest(source)
        return source


class EditRow(Table):
    """What a segment said before somebody changed it."""

    __tablename__ = "edits"

    id: Mapped[int] = mapped_column(primary_key=True)
    segment_id: Mapped[int] = mapped_column(
        ForeignKey("segments.id", ondelete="CASCADE"), index=True
    )
    target: Mapped[str]
    origin: Mapped[str]
    engine: Mapped[str]
    status: Mapped[str]
    person: Mapped[str]
    at: Mapped[datetime]


class GlossaryRow(Table):
    """A glossary. `shipped` ones come with the product and are renewed by its updates."""

    __tablename__ = "glossaries"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    shipped: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=0)


class TermRow(Table):
    """A term of a glossary. `entry` holds the fields of `glossary.Term` but its id.

    `shipped` holds the entry as the product last shipped it, empty for a person's own: where it
    differs from `entry`, a person changed it and an update leaves it alone.
    """

    __tablename__ = "terms"
    __table_args__ = (UniqueConstraint("glossary_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    glossary_id: Mapped[int] = mapped_column(
        ForeignKey("glossaries.id", ondelete="CASCADE"), index=True
    )
    slug: Mapped[str]
    entry: Mapped[dict[str, Any]] = mapped_column(JSON)
    shipped: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    version: Mapped[int] = mapped_column(default=1)


class TermEditRow(Table):
    """What a term said before somebody changed or removed it."""

    __tablename__ = "term_edits"

    id: Mapped[int] = mapped_column(primary_key=True)
    glossary_id: Mapped[int] = mapped_column(
        ForeignKey("glossaries.id", ondelete="CASCADE"), index=True
    )
    slug: Mapped[str]
    entry: Mapped[dict[str, Any]] = mapped_column(JSON)
    person: Mapped[str]
    action: Mapped[str]
    at: Mapped[datetime]


class ArticleGlossaryRow(Table):
    """Which glossaries an article uses, first wins. An article without rows uses all."""

    __tablename__ = "article_glossaries"

    article_id: Mapped[int] = _owner("articles", primary_key=True)
    glossary_id: Mapped[int] = _owner("glossaries", primary_key=True)
    rank: Mapped[int]


class MemoryRow(Table):
    """A sentence pair of the translation memory that came from a file."""

    __tablename__ = "memory_units"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    source: Mapped[str]
    target: Mapped[str]
    author: Mapped[str]
    date: Mapped[str]
    origin: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(index=True)


class CorrectionRow(Table):
    """What a teacher says of Chinese words, for one article or, without one, for all.

    Wherever `text` stands its words are `pieces` (none: as they are found), and the word is read
    `pinyin` ("": as it is found).
    """

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), index=True, default=None
    )
    text: Mapped[str]
    pieces: Mapped[list[Any]] = mapped_column(JSON, default=list)
    pinyin: Mapped[str] = mapped_column(default="")
