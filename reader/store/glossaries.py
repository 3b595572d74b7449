"""Glossaries and their terms in the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from glossary import Term, TermStatus
from reader.errors import Conflict, InputError, NotFound
from reader.store.tables import ArticleGlossaryRow, ArticleRow, GlossaryRow, TermEditRow, TermRow

SHIPPED = "Diplomacy"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class GlossaryCard:
    """A glossary as lists show it. `revision` grows with every change of a term."""

    id: int
    name: str
    shipped: bool
    revision: int


def all_glossaries(session: Session) -> tuple[GlossaryCard, ...]:
    """Every glossary: a person's own first, the shipped one last."""
    rows = session.scalars(select(GlossaryRow).order_by(GlossaryRow.shipped, GlossaryRow.id))
    return tuple(_card(row) for row in rows)


def of_article(session: Session, article_id: int | None) -> tuple[GlossaryCard, ...]:
    """The glossaries that an article uses, the winning one first; all of them by default."""
    rows = session.scalars(
        select(GlossaryRow)
        .join(ArticleGlossaryRow, ArticleGlossaryRow.glossary_id == GlossaryRow.id)
        .where(ArticleGlossaryRow.article_id == article_id)
        .order_by(ArticleGlossaryRow.rank)
    ).all()
    return tuple(_card(row) for row in rows) or all_glossaries(session)


def counts(session: Session) -> dict[int, int]:
    """How many terms each glossary has, by its number; empty ones are left out."""
    counted = select(TermRow.glossary_id, func.count()).group_by(TermRow.glossary_id)
    return {row[0]: row[1] for row in session.execute(counted)}


def get_terms(session: Session, glossary_id: int) -> tuple[Term, ...]:
    """All terms of a glossary, in the order in which they were added."""
    rows = session.scalars(
        select(TermRow).where(TermRow.glossary_id == glossary_id).order_by(TermRow.id)
    )
    return tuple(to_term(row.slug, row.entry) for row in rows)


def find(session: Session, name: str) -> GlossaryCard:
    """The glossary of that name.

    Raises `NotFound`.
    """
    row = session.scalar(select(GlossaryRow).where(GlossaryRow.name == name))
    if row is None:
        raise NotFound("There is no glossary named “{name}”.", name=name)
    return _card(row)


def get(session: Session, glossary_id: int) -> GlossaryCard:
    """One glossary.

    Raises `NotFound`.
    """
    return _card(_row(session, glossary_id))


def create(session: Session, name: str, shipped: bool = False) -> GlossaryCard:
    """A new, empty glossary.

    Raises `InputError` for an empty name and `Conflict` for one that is taken.
    """
    row = GlossaryRow(name=_free_name(session, name), shipped=shipped)
    session.add(row)
    session.flush()
    return _card(row)


def rename(session: Session, glossary_id: int, name: str) -> GlossaryCard:
    """Give a glossary another name.

    Raises `NotFound`, and what `create` raises.
    """
    row = _row(session, glossary_id)
    if row.name != name.strip():
        row.name = _free_name(session, name)
        session.flush()
    return _card(row)


def remove(session: Session, glossary_id: int) -> None:
    """Delete a glossary with its terms and their history.

    Raises `NotFound`, and `InputError` for the shipped one.
    """
    row = _row(session, glossary_id)
    if row.shipped:
        raise InputError("The glossary that comes with Duizhao cannot be deleted.")
    session.delete(row)


def choose(session: Session, article_id: int, glossary_ids: Sequence[int]) -> None:
    """Let an article use these glossaries, the winning one first; all of them for none.

    Raises `NotFound`.
    """
    session.execute(delete(ArticleGlossaryRow).where(ArticleGlossaryRow.article_id == article_id))
    for rank, glossary_id in enumerate(dict.fromkeys(glossary_ids)):
        _row(session, glossary_id)
        session.add(ArticleGlossaryRow(article_id=article_id, glossary_id=glossary_id, rank=rank))


def chosen(session: Session, article_id: int) -> tuple[int, ...]:
    """The numbers of the glossaries that were chosen for an article, none by default."""
    return tuple(
        session.scalars(
            select(ArticleGlossaryRow.glossary_id)
            .where(ArticleGlossaryRow.article_id == article_id)
            .order_by(ArticleGlossaryRow.rank)
        )
    )


def users(session: Session, glossary_id: int) -> tuple[int, ...]:
    """The numbers of the articles that use a glossary: chosen, or for want of a choice."""
    any_choice = select(ArticleGlossaryRow.article_id)
    this_choice = any_choice.where(ArticleGlossaryRow.glossary_id == glossary_id)
    return tuple(
        session.scalars(
            select(ArticleRow.id)
            .where(ArticleRow.deleted_at.is_(None))
            .where(ArticleRow.id.in_(this_choice) | ArticleRow.id.not_in(any_choice))
            .order_by(ArticleRow.id)
        )
    )


def renew_shipped(session: Session, terms: Iterable[Term]) -> None:
    """Bring the shipped glossary to what the product ships now.

    New terms are added and changed ones renewed, but a term that a person changed or removed
    stays as that person left it.
    """
    row = session.scalar(select(GlossaryRow).where(GlossaryRow.shipped))
    if row is None:
        create(session, SHIPPED, shipped=True)
        row = session.scalars(select(GlossaryRow).where(GlossaryRow.shipped)).one()
    stored = {
        term.slug: term
        for term in session.scalars(select(TermRow).where(TermRow.glossary_id == row.id))
    }
    edited = set(session.scalars(select(TermEditRow.slug).where(TermEditRow.glossary_id == row.id)))
    changed = False
    for term in terms:
        entry = to_entry(term)
        known = stored.get(term.id)
        if known is None:
            if term.id in edited:
                continue
            session.add(TermRow(glossary_id=row.id, slug=term.id, entry=entry, shipped=entry))
            changed = True
        elif known.shipped != entry:
            if known.entry == known.shipped:
                known.entry = entry
                known.version += 1
            known.shipped = entry
            changed = True
    if changed:
        row.revision += 1


def to_entry(term: Term) -> dict[str, Any]:
    """The JSON of a term: its fields that say something, without its id."""
    given = ((field.name, getattr(term, field.name)) for field in fields(term))
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in given
        if value and name != "id"
    }


def to_term(slug: str, entry: dict[str, Any]) -> Term:
    """The term that `to_entry` made."""
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    status = TermStatus(given.pop("status", TermStatus.APPROVED))
    return Term(id=slug, status=status, **given)


def _row(session: Session, glossary_id: int) -> GlossaryRow:
    row = session.get(GlossaryRow, glossary_id)
    if row is None:
        raise NotFound("There is no glossary number {number}.", number=glossary_id)
    return row


def _free_name(session: Session, name: str) -> str:
    wanted = " ".join(name.split())[:LONGEST_NAME]
    if not wanted:
        raise InputError("Please give the glossary a name.")
    if session.scalar(select(GlossaryRow.id).where(GlossaryRow.name == wanted)):
        raise Conflict("There is a glossary named “{name}” already.", name=wanted)
    return wanted


def _card(row: GlossaryRow) -> GlossaryCard:
    return GlossaryCard(row.id, row.name, row.shipped, row.revision)
