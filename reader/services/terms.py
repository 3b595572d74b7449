"""The glossaries at work: which terms an article uses and how they fare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glossary import Matcher, Term, rivals, shipped
from reader.services import annotation
from reader.store import corrections, glossaries
from reader.store.glossaries import GlossaryCard
from reader.store.records import Row
from reader.toolbox import Termbase, Toolbox
from reader.translation.segment import TermState, TermUse


@dataclass(frozen=True, slots=True)
class ArticleTerm:
    """A glossary term of an article: where it stands (segment positions) and how it fared."""

    term: Term
    pinyin: str
    positions: tuple[int, ...]
    states: tuple[TermState, ...]


def renew_shipped(tools: Toolbox) -> None:
    """Bring the shipped glossary to what this version ships, keeping what people changed."""
    with tools.database.writing() as session:
        glossaries.renew_shipped(session, shipped())


def of_article(
    tools: Toolbox, article_id: int | None, rows: Sequence[Row]
) -> tuple[ArticleTerm, ...]:
    """The terms that stand in an article, in order of appearance."""
    uses: dict[str, list[tuple[int, TermUse]]] = {}
    for row in rows:
        for use in row.segment.terms:
            uses.setdefault(use.term_id, []).append((row.segment.position, use))
    if not uses:
        return ()
    known = {term.id: term for term in matchable(tools, article_id)}
    return tuple(
        _article_term(tools, known.get(term_id) or _remembered(found[0][1]), found)
        for term_id, found in uses.items()
    )


def matchable(tools: Toolbox, article_id: int | None) -> tuple[Term, ...]:
    """The terms of an article's glossaries, the winning glossary first.

    Ids are made unique over all glossaries: `<glossary number>:<term id>`.
    """
    with tools.database.reading() as session:
        cards = glossaries.of_article(session, article_id)
        return tuple(
            replace(term, id=f"{card.id}:{term.id}")
            for card in cards
            for term in glossaries.get_terms(session, card.id)
        )


def named(tools: Toolbox, name: str = "") -> tuple[Term, ...]:
    """The terms of the glossary of that name, or of all glossaries for "".

    Raises `NotFound`.
    """
    if not name:
        return matchable(tools, None)
    with tools.database.reading() as session:
        return glossaries.get_terms(session, glossaries.find(session, name).id)


def overview(tools: Toolbox) -> tuple[tuple[GlossaryCard, int], ...]:
    """Every glossary with the number of its terms."""
    with tools.database.reading() as session:
        counts = glossaries.counts(session)
        cards = glossaries.all_glossaries(session)
        return tuple((card, counts.get(card.id, 0)) for card in cards)


def termbase(tools: Toolbox, article_id: int | None) -> Termbase:
    """The termbase of an article's glossaries, or of all for None; kept until a term, or a
    correction of its words, changes.
    """

    with tools.database.reading() as session:
        corrected = corrections.of_article(session, article_id)

    def make() -> Termbase:
        found = matchable(tools, article_id)
        return Termbase(
            Matcher(found), annotation.annotator(tools, found, corrected), rivals(found)
        )

    return tools.termbases.get((fingerprint(tools, article_id), corrected), make)


def fingerprint(tools: Toolbox, article_id: int | None) -> tuple[GlossaryCard, ...]:
    """What changes whenever a term of an article's glossaries does: for keeping things made."""
    with tools.database.reading() as session:
        return glossaries.of_article(session, article_id)


def _remembered(use: TermUse) -> Term:
    # The term was removed after the sentence was made; the sentence still remembers it.
    return Term(use.term_id, use.headword, use.rendering)


def _article_term(tools: Toolbox, term: Term, found: Sequence[tuple[int, TermUse]]) -> ArticleTerm:
    return ArticleTerm(
        term,
        annotation.pinyin_of(tools, term),
        tuple(position for position, _ in found),
        tuple(use.state for _, use in found),
    )
