"""Reviewing: the sentences of an article that a person has still to look at."""

from __future__ import annotations

from dataclasses import dataclass

from reader.services import teaching
from reader.services.rechecking import PERSON
from reader.store import articles, editing, segments
from reader.store.records import Card, Row
from reader.toolbox import Toolbox
from reader.translation.segment import Status


@dataclass(frozen=True, slots=True)
class Review:
    """The drafts of an article: `doubtful` are those in which a check found something."""

    card: Card
    doubtful: tuple[Row, ...]
    clear: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Approved:
    """How many sentences were approved, and how many waiting ones elsewhere took them over."""

    sentences: int
    taken: int


def open_review(tools: Toolbox, article_id: int) -> Review:
    """The drafts of an article, in order.

    Raises `NotFound`, also for a deleted article.
    """
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        if card.deleted:
            raise articles.missing(article_id)
        rows = segments.rows(session, article_id)
    drafts = [row for row in rows if row.segment.status is Status.DRAFT]
    return Review(
        card,
        tuple(row for row in drafts if row.segment.issues),
        tuple(row for row in drafts if not row.segment.issues),
    )


def approve_all(
    tools: Toolbox, article_id: int, *, doubtful: bool = False, up_to: int | None = None
) -> Approved:
    """Approve the drafts of an article in which no check found anything, or all if `doubtful`.

    `up_to` is the revision of the article that the person saw: what changed since is left alone.
    Raises `NotFound`.
    """
    review = open_review(tools, article_id)
    rows = [
        row
        for row in (*review.clear, *(review.doubtful if doubtful else ()))
        if up_to is None or row.revision <= up_to
    ]
    with tools.database.writing() as session:
        done = editing.approve(session, article_id, rows, PERSON)
    return Approved(len(done), sum(teaching.spread(tools, row) for row in done))
