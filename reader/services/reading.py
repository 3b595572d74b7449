"""Reading: one article with everything that its page shows."""

from __future__ import annotations

from dataclasses import dataclass

from reader.chinese.annotate import Token
from reader.errors import DuizhaoError
from reader.services import annotation, terms
from reader.services.terms import ArticleTerm
from reader.store import articles, segments
from reader.store.records import Aside, Card, Row
from reader.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation is. `seconds_left` is None while nobody can tell.

    `doubtful` sentences are made once more. `problem` says why it stopped, None where nothing is
    wrong.
    """

    done: int
    total: int
    seconds_left: float | None
    problem: DuizhaoError | None = None
    doubtful: int = 0

    @property
    def finished(self) -> bool:
        """Whether every sentence has its Chinese, and none is being made once more."""
        return self.done >= self.total and not self.doubtful


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment as the page shows it: with the words, pinyin and levels of its Chinese."""

    row: Row
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as its page shows it. `pairs` are in reading order, the title first."""

    card: Card
    pairs: tuple[Pair, ...]
    asides: tuple[Aside, ...]
    terms: tuple[ArticleTerm, ...]
    progress: Progress


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in an article after a revision."""

    revision: int
    pairs: tuple[Pair, ...]
    progress: Progress


def open_article(tools: Toolbox, article_id: int) -> Reading:
    """One article with its pairs, its terms in order of appearance and its progress.

    Raises `NotFound`, also for a deleted article.
    """
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        if card.deleted:
            raise articles.missing(article_id)
        rows = segments.rows(session, article_id)
        asides = articles.asides(session, article_id)
        progress = _progress(card, segments.pace(session, article_id))
    return Reading(
        card, _pairs(tools, rows), asides, terms.of_article(tools, article_id, rows), progress
    )


def changes(tools: Toolbox, article_id: int, since: int) -> Changes:
    """The pairs that changed after revision `since`, and the progress now.

    Raises `NotFound`, also for a deleted article.
    """
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        if card.deleted:
            raise articles.missing(article_id)
        rows = segments.rows(session, article_id, since)
        progress = _progress(card, segments.pace(session, article_id))
    return Changes(card.revision, _pairs(tools, rows), progress)


def _pairs(tools: Toolbox, rows: tuple[Row, ...]) -> tuple[Pair, ...]:
    return tuple(Pair(row, annotation.tokens_of(tools, row)) for row in rows)


def _progress(card: Card, pace: float | None) -> Progress:
    left = None if pace is None else pace * card.waiting
    return Progress(card.translated, card.sentences, left, card.problem, card.doubtful)
