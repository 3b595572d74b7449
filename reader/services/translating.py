"""Translating: the model at work, outside any transaction, one saved sentence at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles.article import Article
from reader.chinese.script import without_traditional
from reader.errors import DuizhaoError
from reader.services import annotation, memory, terms
from reader.services.library import to_segments
from reader.store import articles, segments
from reader.toolbox import Termbase, Toolbox
from reader.translation.checks import calls_for_retry
from reader.translation.engine import Link
from reader.translation.pipeline import Linker, Pipeline
from reader.translation.segment import Segment, TermUse

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
    problem: DuizhaoError | None = DuizhaoError(UNEXPECTED)
    try:
        outcome = _translate_chunk(tools, article_id, worker)
        problem = None
    except DuizhaoError as error:
        outcome, problem = Outcome(0, more=False), error
    finally:
        with tools.database.writing() as session:
            segments.end_lease(session, article_id, worker, problem)
    return outcome


def _translate_chunk(tools: Toolbox, article_id: int, worker: str) -> Outcome:
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        rows = segments.waiting(session, article_id, CHUNK)
        doubtful = segments.doubtful(session, article_id, 1)
    if card.deleted or not (rows or doubtful):
        return Outcome(0, more=False)
    basis = _basis(tools, article_id)
    termbase = terms.termbase(tools, article_id)
    line = pipeline(tools, termbase, card.engine)
    saved = 0
    for row, made in zip(rows, line.translate([row.segment for row in rows]), strict=True):
        if _basis(tools, article_id) != basis:
            # A term or the engine was changed meanwhile: what waits had better follow.
            return Outcome(saved, more=True)
        tokens = annotation.encoded(annotation.annotate(termbase.annotator, made))
        again = calls_for_retry(made.issues)
        with tools.database.writing() as session:
            saved += segments.save_machine(session, row.id, made, tokens, again=again)
            segments.take_lease(session, article_id, worker)
    left = _try_again(tools, article_id, worker, line, termbase)
    return Outcome(saved, more=left or len(rows) == CHUNK)


def _basis(tools: Toolbox, article_id: int) -> tuple[object, str]:
    """What the translation of an article rests on: its terms and its engine."""
    with tools.database.reading() as session:
        chosen = articles.engine_of(session, article_id)
    return terms.fingerprint(tools, article_id), tools.engine(chosen).key


def _try_again(
    tools: Toolbox, article_id: int, worker: str, line: Pipeline, termbase: Termbase
) -> bool:
    """Have doubtful sentences made once more, also those of a killed worker; whether some are left.

    They come after the first drafts, so that the sentences behind them need not wait.
    """
    with tools.database.reading() as session:
        rows = segments.doubtful(session, article_id, CHUNK)
    for row in rows:
        better = line.improve(row.segment)
        tokens = (
            annotation.encoded(annotation.annotate(termbase.annotator, better)) if better else ()
        )
        with tools.database.writing() as session:
            if better:
                segments.replace_machine(session, row.id, row.segment, better, tokens)
            else:
                segments.tried_again(session, row.id)
            segments.take_lease(session, article_id, worker)
    return len(rows) == CHUNK


def retry(tools: Toolbox, article_id: int) -> None:
    """Try again after a problem."""
    tools.queue.translate(article_id)


def translate_article(tools: Toolbox, article: Article, engine: str = "") -> Iterator[Segment]:
    """Translate an article that is in no library, sentence by sentence.

    Raises `EngineError`.
    """
    line = pipeline(tools, terms.termbase(tools, None), engine)
    for made in line.translate(list(to_segments(article))):
        yield line.improve(made) or made


def pipeline(tools: Toolbox, termbase: Termbase, engine: str) -> Pipeline:
    """The pipeline for an article: its glossaries, its engine, the memory of the library."""

    def recall(source: str) -> str | None:
        return memory.recall(tools, source)

    chosen = tools.engine(engine)
    return Pipeline(
        chosen,
        termbase.matcher,
        recall,
        linker(tools),
        rivals=termbase.rivals,
        script=without_traditional,
        rescue=tools.another_engine(chosen),
    )


def linker(tools: Toolbox) -> Linker:
    """What links words where no engine did."""

    def link(source: str, target: str, uses: Sequence[TermUse]) -> tuple[Link, ...]:
        known = [
            (use.source_start, use.source_end, use.target_start, use.target_end)
            for use in uses
            if use.target_end > use.target_start
        ]
        return tuple(Link(*span) for span in tools.aligner.link(source, target, known))

    return link
