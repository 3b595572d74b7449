"""Translating: the model at work, outside any transaction, one saved sentence at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.articles.article import Article
from reader.errors import DuizhaoError
from reader.services import terms
from reader.services.library import to_segments
from reader.store import articles, segments
from reader.toolbox import Toolbox
from reader.translation.pipeline import Pipeline
from reader.translation.segment import Segment

# Enough to keep every slot of an engine busy, few enough that a second article need not wait
# for the whole of a long one.
CHUNK = 32
UNEXPECTED = "The translation stopped because of an error in Duizhao. Please try again."


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many sentences were saved, and whether more are waiting."""

    saved: int
    more: bool


def translate_some(tools: Toolbox, article_id: int, worker: str) -> Outcome:
    """Translate the next waiting sentences of an article, saving each one as it comes.

    Does nothing where another worker holds the article, or where it is gone. A failure of the
    engine is stored with the article, for its page to show, and not raised.
    """
    with tools.database.writing() as session:
        if not segments.take_lease(session, article_id, worker):
            return Outcome(0, more=False)
    problem = UNEXPECTED
    try:
        outcome = _translate_chunk(tools, article_id, worker)
        problem = ""
    except DuizhaoError as error:
        outcome, problem = Outcome(0, more=False), str(error)
    finally:
        with tools.database.writing() as session:
            segments.end_lease(session, article_id, worker, problem)
    return outcome


def _translate_chunk(tools: Toolbox, article_id: int, worker: str) -> Outcome:
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        rows = () if card.deleted else segments.waiting(session, article_id, CHUNK)
    if not rows:
        return Outcome(0, more=False)
    saved = 0
    made = pipeline(tools, article_id, card.engine).translate([row.segment for row in rows])
    for row, segment in zip(rows, made, strict=True):
        tokens = tools.annotator.annotate(segment)
        with tools.database.writing() as session:
            saved += segments.save_machine(session, row.id, segment, tokens)
            segments.take_lease(session, article_id, worker)
    return Outcome(saved, more=len(rows) == CHUNK)


def retry(tools: Toolbox, article_id: int) -> None:
    """Try again after a problem."""
    tools.queue.translate(article_id)


def translate_article(tools: Toolbox, article: Article, engine: str = "") -> Iterator[Segment]:
    """Translate an article that is in no library, sentence by sentence.

    Raises `EngineError`.
    """
    yield from pipeline(tools, None, engine).translate(list(to_segments(article)))


def pipeline(tools: Toolbox, article_id: int | None, engine: str) -> Pipeline:
    """The pipeline for an article: its engine, its glossaries, the memory of the library."""
    return Pipeline(
        engine=tools.engine(engine),
        matcher=tools.matchers.get(
            terms.fingerprint(tools, article_id), lambda: terms.matchable(tools, article_id)
        ),
        recall=_recall(tools),
        linker=tools.annotator.links,
    )


def _recall(tools: Toolbox):  # type: ignore[no-untyped-def]
    with tools.database.reading() as session:
        memory = {row.segment.source: row.segment.target for row in segments.approved(session)}
    return memory.get
