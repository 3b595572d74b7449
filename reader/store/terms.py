"""The terms of a glossary in the database: saving, removing, and what they said before.

One change (of one term, of many, of a whole import) is written at one moment: all its edits bear
the same `at`, and are taken back together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from glossary import Term
from reader.errors import Conflict, NotFound
from reader.store.codec import aware
from reader.store.glossaries import to_entry, to_term
from reader.store.tables import GlossaryRow, TermEditRow, TermRow

GONE = "This term is not in the glossary any more."


@dataclass(frozen=True, slots=True)
class StoredTerm:
    """A term and how often it was changed: a form that carries an older version is refused."""

    term: Term
    version: int


@dataclass(frozen=True, slots=True)
class TermEdit:
    """A change of one term: what it said before (None where it was new), by whom, how, when."""

    id: int
    slug: str
    before: Term | None
    person: str
    action: str
    at: datetime


def get(session: Session, glossary_id: int, slug: str) -> StoredTerm:
    """One term.

    Raises `NotFound`.
    """
    row = _find(session, glossary_id, slug)
    if row is None:
        raise NotFound(GONE)
    return StoredTerm(to_term(row.slug, row.entry), row.version)


def save(
    session: Session,
    glossary_id: int,
    terms: Iterable[Term],
    *,
    person: str,
    action: str,
    at: datetime,
    version: int | None = None,
) -> int | None:
    """Add or replace terms by their ids; the number of the change, None where nothing differs.

    Raises `Conflict` where `version` is given and a term was changed since that version.
    """
    rows = _rows(session, glossary_id)
    edits = []
    for term in terms:
        row, entry = rows.get(term.id), to_entry(term)
        if version is not None and version != (row.version if row else 0):
            raise Conflict("Somebody else changed this term meanwhile.")
        if row is None:
            row = TermRow(glossary_id=glossary_id, slug=term.id, entry=entry, shipped={})
            row.version = 1 + _edits(session, glossary_id, term.id)
            session.add(row)
            edits.append(_edit(row, {}, person, action, at))
        elif row.entry != entry:
            edits.append(_edit(row, row.entry, person, action, at))
            row.entry, row.version = entry, row.version + 1
    return _written(session, glossary_id, edits)


def remove(
    session: Session, glossary_id: int, slugs: Collection[str], *, person: str, at: datetime
) -> int | None:
    """Remove terms; the number of the change, None where none of them was there."""
    edits = []
    for slug, row in _rows(session, glossary_id).items():
        if slug in slugs:
            edits.append(_edit(row, row.entry, person, "removed", at))
            session.delete(row)
    return _written(session, glossary_id, edits)


def undo(
    session: Session, glossary_id: int, edit_id: int, *, person: str, at: datetime
) -> tuple[int | None, tuple[str, ...]]:
    """Bring every term of a change back to what it said before it.

    Terms that were changed again later are left alone. The number of this new change, and the ids
    of the terms that came back. Raises `NotFound`.
    """
    before = {}
    for edit in change(session, glossary_id, edit_id):
        newer = TermEditRow.id > edit.id
        if not session.scalar(
            select(TermEditRow.id).where(_of(glossary_id, edit.slug), newer).limit(1)
        ):
            before[edit.slug] = edit.before
    restored = [term for term in before.values() if term is not None]
    added = [slug for slug, term in before.items() if term is None]
    first = save(session, glossary_id, restored, person=person, action="restored", at=at)
    second = remove(session, glossary_id, added, person=person, at=at)
    return first or second, tuple(before)


def change(session: Session, glossary_id: int, edit_id: int) -> tuple[TermEdit, ...]:
    """All edits of the change to which an edit belongs.

    Raises `NotFound`.
    """
    row = session.get(TermEditRow, edit_id)
    if row is None or row.glossary_id != glossary_id:
        raise NotFound("That change is not in the history any more.")
    found = session.scalars(
        select(TermEditRow)
        .where(TermEditRow.glossary_id == glossary_id, TermEditRow.at == row.at)
        .order_by(TermEditRow.id)
    )
    return tuple(_record(each) for each in found)


def history(session: Session, glossary_id: int, slug: str) -> tuple[TermEdit, ...]:
    """The changes of one term, newest first."""
    found = session.scalars(
        select(TermEditRow).where(_of(glossary_id, slug)).order_by(TermEditRow.id.desc())
    )
    return tuple(_record(row) for row in found)


def _rows(session: Session, glossary_id: int) -> dict[str, TermRow]:
    found = session.scalars(select(TermRow).where(TermRow.glossary_id == glossary_id))
    return {row.slug: row for row in found}


def _find(session: Session, glossary_id: int, slug: str) -> TermRow | None:
    return session.scalar(
        select(TermRow).where(TermRow.glossary_id == glossary_id, TermRow.slug == slug)
    )


def _edits(session: Session, glossary_id: int, slug: str) -> int:
    counted = select(func.count(TermEditRow.id)).where(_of(glossary_id, slug))
    return session.scalar(counted) or 0


def _of(glossary_id: int, slug: str) -> ColumnElement[bool]:
    return and_(TermEditRow.glossary_id == glossary_id, TermEditRow.slug == slug)


def _edit(
    row: TermRow, before: dict[str, Any], person: str, action: str, at: datetime
) -> TermEditRow:
    return TermEditRow(
        glossary_id=row.glossary_id,
        slug=row.slug,
        entry=before,
        person=person,
        action=action,
        at=at,
    )


def _record(row: TermEditRow) -> TermEdit:
    before = to_term(row.slug, row.entry) if row.entry else None
    return TermEdit(row.id, row.slug, before, row.person, row.action, aware(row.at))


def _written(session: Session, glossary_id: int, edits: list[TermEditRow]) -> int | None:
    if not edits:
        return None
    session.add_all(edits)
    glossary = session.get_one(GlossaryRow, glossary_id)
    glossary.revision += 1
    session.flush()
    return edits[0].id
