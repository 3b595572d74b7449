"""The glossaries at work: which terms an article uses and how they fare."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from glossary import Catalogue, Matcher, Term, rivals, shipped
from reader.services import annotation
from reader.store import corrections, glossaries
from reader.store.glossaries import GlossaryCard
from reader.store.records import Row
from reader.toolbox import Finder, Termbase, Toolbox
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


def catalogue(tools: Toolbox, card: GlossaryCard) -> Catalogue:
    """The terms of a glossary, read once for every revision of it."""

    def make() -> Catalogue:
        with tools.database.reading() as session:
            return Catalogue(glossaries.get_terms(session, card.id))

    return tools.catalogues.get(card, make)


def matchable(tools: Toolbox, article_id: int | None) -> tuple[Term, ...]:
    """The terms of an article's glossaries, the winning glossary first.

    Ids are made unique over all glossaries: `<glossary number>:<term id>`.
    """
    return _matchable(tools, fingerprint(tools, article_id))


def follow(
    tools: Toolbox,
    before: GlossaryCard,
    after: GlossaryCard,
    slugs: Collection[str],
    now: Sequence[Term],
) -> None:
    """Keep the terms of a glossary at hand over a change, instead of reading all of them again.

    `slugs` are the ids of the changed terms, `now` those of them that are in the glossary.
    """
    old = tools.catalogues.last(lambda card: card == before)
    if old is not None:
        made = Catalogue(_renewed(old.terms, slugs, now))
        tools.catalogues.get(after, lambda: made)
    numbered = tools.numbered.last(lambda card: card == before)
    if numbered is not None:
        fresh = [_with_number(after, term) for term in now]
        ids = {_number(after, slug) for slug in slugs}
        renewed = _renewed(numbered, ids, fresh)
        tools.numbered.get(after, lambda: renewed)


def named(tools: Toolbox, name: str = "") -> tuple[Term, ...]:
    """The terms of the glossary of that name, or of all glossaries for "".

    Raises `NotFound`.
    """
    if not name:
        return matchable(tools, None)
    with tools.database.reading() as session:
        card = glossaries.find(session, name)
    return catalogue(tools, card).terms


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
    cards = fingerprint(tools, article_id)
    with tools.database.reading() as session:
        corrected = corrections.of_article(session, article_id)

    def make() -> Termbase:
        found = _finder(tools, cards)
        annotator = annotation.annotator(tools, found.terms, corrected)
        return Termbase(found.matcher, annotator, found.rivals)

    return tools.termbases.get((cards, corrected), make)


def fingerprint(tools: Toolbox, article_id: int | None) -> tuple[GlossaryCard, ...]:
    """What changes whenever a term of an article's glossaries does: for keeping things made."""
    with tools.database.reading() as session:
        return glossaries.of_article(session, article_id)


def _finder(tools: Toolbox, cards: tuple[GlossaryCard, ...]) -> Finder:
    numbers = [card.id for card in cards]

    def make() -> Finder:
        found = _matchable(tools, cards)
        old = tools.finders.last(lambda key: [card.id for card in key] == numbers)
        matcher = old.matcher.renewed(found) if old else Matcher(found)
        return Finder(found, matcher, rivals(found))

    return tools.finders.get(cards, make)


def _matchable(tools: Toolbox, cards: Iterable[GlossaryCard]) -> tuple[Term, ...]:
    return tuple(term for card in cards for term in _numbered(tools, card))


def _numbered(tools: Toolbox, card: GlossaryCard) -> tuple[Term, ...]:
    def make() -> tuple[Term, ...]:
        return tuple(_with_number(card, term) for term in catalogue(tools, card).terms)

    return tools.numbered.get(card, make)


def _with_number(card: GlossaryCard, term: Term) -> Term:
    return replace(term, id=_number(card, term.id))


def _number(card: GlossaryCard, slug: str) -> str:
    return f"{card.id}:{slug}"


def _renewed(terms: Iterable[Term], ids: Collection[str], now: Sequence[Term]) -> tuple[Term, ...]:
    """The terms after a change, in the order of the database: what is new stands at the end."""
    fresh = {term.id: term for term in now}
    kept = [fresh.pop(term.id, term) for term in terms if term.id not in ids or term.id in fresh]
    return (*kept, *fresh.values())


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
