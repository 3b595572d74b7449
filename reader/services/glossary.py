"""Glossaries: browsing one, looking at a term, and which of them an article uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary import Catalogue, Term, TermConflict
from glossary.chinese import traditional_of
from glossary.conflicts import plain_form
from reader.errors import NotFound
from reader.services import annotation, rechecking, terms
from reader.services.rechecking import Effect
from reader.store import articles, glossaries, segments
from reader.store import terms as store
from reader.store.codec import now
from reader.store.glossaries import GlossaryCard
from reader.store.terms import StoredTerm, TermEdit
from reader.toolbox import Toolbox

PAGE_SIZE = 50
# A list for the class has hardly more; 1,000 terms are some twenty sheets.
PRINTED = 1_000


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person asks of a list of terms; "" and None ask nothing."""

    query: str = ""
    category: str = ""
    status: str = ""
    letter: str = ""
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term as a list shows it: with its pinyin, and whether it contradicts another."""

    term: Term
    pinyin: str
    in_conflict: bool


@dataclass(frozen=True, slots=True)
class TermList:
    """One page of a glossary. `page` counts from 1; `total` is how many terms fit the filters."""

    card: GlossaryCard
    lines: tuple[TermLine, ...]
    total: int
    page: int
    pages: int
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class TermView:
    """One term with all that its page shows."""

    card: GlossaryCard
    stored: StoredTerm
    pinyin: str
    traditional: str
    conflicts: tuple[TermConflict, ...]
    history: tuple[TermEdit, ...]

    @property
    def term(self) -> Term:
        """The term itself."""
        return self.stored.term


def open_glossary(tools: Toolbox, glossary_id: int) -> tuple[GlossaryCard, Catalogue]:
    """A glossary and its terms, ready for browsing.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        card = glossaries.get(session, glossary_id)
    return card, terms.catalogue(tools, card)


def browse(tools: Toolbox, glossary_id: int, filters: Filters, page: int = 1) -> TermList:
    """One page of the terms that fit.

    Raises `NotFound`.
    """
    return _browsed(tools, glossary_id, filters, page, PAGE_SIZE)


def listed(tools: Toolbox, glossary_id: int, filters: Filters) -> TermList:
    """The terms that fit on one page for printing, up to `PRINTED`.

    Raises `NotFound`.
    """
    return _browsed(tools, glossary_id, filters, 1, PRINTED)


def line(tools: Toolbox, glossary_id: int, term_id: str) -> TermLine:
    """One term as a list shows it.

    Raises `NotFound`.
    """
    _, catalogue = open_glossary(tools, glossary_id)
    if term_id not in catalogue.by_id:
        raise NotFound(store.GONE)
    return _line(tools, catalogue, catalogue.by_id[term_id])


def view(tools: Toolbox, glossary_id: int, term_id: str) -> TermView:
    """One term.

    Raises `NotFound`.
    """
    card, catalogue = open_glossary(tools, glossary_id)
    with tools.database.reading() as session:
        stored = store.get(session, glossary_id, term_id)
        history = store.history(session, glossary_id, term_id)
    return TermView(
        card,
        stored,
        annotation.pinyin_of(tools, stored.term),
        traditional_of(stored.term),
        catalogue.conflicts_of(term_id),
        history,
    )


def namesakes(tools: Toolbox, headword: str) -> tuple[tuple[GlossaryCard, Term], ...]:
    """The terms of all glossaries that have this English, however it is spelled."""
    wanted = plain_form(headword)
    with tools.database.reading() as session:
        cards = glossaries.all_glossaries(session)
    return tuple(
        (card, term)
        for card in cards
        for term in (terms.catalogue(tools, card).terms if wanted else ())
        if any(plain_form(form) == wanted for form in term.forms)
    )


def create(tools: Toolbox, name: str) -> GlossaryCard:
    """A new, empty glossary. Raises `InputError` or `Conflict` for a name that cannot be."""
    with tools.database.writing() as session:
        return glossaries.create(session, name)


def goal(tools: Toolbox, wished: int = 0) -> GlossaryCard | None:
    """The glossary to which new terms go unless another is named: that of number `wished` where
    it is there, else the first that is not shipped; None where there is none.
    """
    with tools.database.reading() as session:
        cards = glossaries.all_glossaries(session)
    fitting = [card for card in cards if card.id == wished]
    fitting += [card for card in cards if not card.shipped]
    return fitting[0] if fitting else None


def own(tools: Toolbox, name: str, wished: int = 0) -> GlossaryCard:
    """The `goal`, made under `name` where there is none."""
    return goal(tools, wished) or create(tools, name)


def rename(tools: Toolbox, glossary_id: int, name: str) -> GlossaryCard:
    """Give a glossary another name. Raises `NotFound`, `InputError` or `Conflict`."""
    with tools.database.writing() as session:
        return glossaries.rename(session, glossary_id, name)


def delete(tools: Toolbox, glossary_id: int) -> tuple[GlossaryCard, Effect]:
    """Delete a glossary and check the articles that used it.

    Raises `NotFound`, and `InputError` for the shipped one.
    """
    card, catalogue = open_glossary(tools, glossary_id)
    with tools.database.writing() as session:
        users = glossaries.users(session, glossary_id)
        glossaries.remove(session, glossary_id)
    return card, rechecking.whole_articles(tools, users if catalogue.terms else (), at=now())


def choice(
    tools: Toolbox, article_id: int
) -> tuple[tuple[GlossaryCard, ...], tuple[GlossaryCard, ...], bool]:
    """The glossaries that an article uses, the other ones, and whether somebody chose them.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        articles.card(session, article_id)
        used = glossaries.of_article(session, article_id)
        is_chosen = bool(glossaries.chosen(session, article_id))
        rest = tuple(card for card in glossaries.all_glossaries(session) if card not in used)
    return used, rest, is_chosen


def choose(tools: Toolbox, article_id: int, glossary_ids: Sequence[int]) -> Effect:
    """Let an article use these glossaries, the winning one first, and check it.

    Raises `NotFound`.
    """
    with tools.database.writing() as session:
        articles.card(session, article_id)
        glossaries.choose(session, article_id, glossary_ids)
    return rechecking.whole_articles(tools, (article_id,), at=now())


def _browsed(tools: Toolbox, glossary_id: int, filters: Filters, page: int, size: int) -> TermList:
    card, catalogue = open_glossary(tools, glossary_id)
    found = catalogue.browse(
        query=filters.query,
        category=filters.category,
        status=filters.status,
        letter=filters.letter,
        among=_used_in(tools, glossary_id, filters.article_id),
    )
    pages = max(1, -(-len(found) // size))
    page = min(max(1, page), pages)
    shown = found[(page - 1) * size : page * size]
    lines = tuple(_line(tools, catalogue, term) for term in shown)
    return TermList(card, lines, len(found), page, pages, catalogue)


def _line(tools: Toolbox, catalogue: Catalogue, term: Term) -> TermLine:
    in_conflict = bool(catalogue.conflicts_of(term.id))
    return TermLine(term, annotation.pinyin_of(tools, term), in_conflict)


def _used_in(tools: Toolbox, glossary_id: int, article_id: int | None) -> frozenset[str] | None:
    if article_id is None:
        return None
    start = f"{glossary_id}:"
    with tools.database.reading() as session:
        articles.card(session, article_id)
        uses = [use for row in segments.rows(session, article_id) for use in row.segment.terms]
    return frozenset(
        use.term_id.removeprefix(start) for use in uses if use.term_id.startswith(start)
    )
