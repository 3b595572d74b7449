"""The terms of a glossary in the database: saving, removing, and what they said before.

One change (of one term, of many, of a whole import) is written at one moment: all its edits bear
the same `at`, and are taken back together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.orm import Session

from glossary import Term
from reader.errors import Conflict, NotFound
from reader.store.codec import aware
from reader.store.glossaries import to_entry, to_term
from reader.store.tables import GlossaryRow, TermEditRow, TermRow

# A change: what it does in a session at a moment, and the number of its first edit.
Write: TypeAlias = Callable[[Session, datetime], int | None]
# Up to so many terms are asked for by name; a database takes only so many values in a question.
FEW = 500
Asked = TypeVar("Asked", bound=Select[Any])
_EDIT = (
    TermEditRow.id,
    TermEditRow.slug,
    TermEditRow.entry,
    TermEditRow.person,
    TermEditRow.action,
    TermEditRow.at,
)
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


@dataclass(frozen=True, slots=True)
class Written:
    """A change that was written: its number, its moment, and the id of each of its terms with what
    the term said before and says now (None: it was or is not there).
    """

    number: int
    at: datetime
    changes: tuple[tuple[str, Term | None, Term | None], ...]


def get(session: Session, glossary_id: int, slug: str) -> StoredTerm:
    """One term.

    Raises `NotFound`.
    """
    row = session.scalar(
        select(TermRow).where(TermRow.glossary_id == glossary_id, TermRow.slug == slug)
    )
    if row is None:
        raise NotFound(GONE)
    return StoredTerm(to_term(row.slug, row.entry), row.version)


def some(session: Session, glossary_id: int, slugs: Collection[str]) -> tuple[Term, ...]:
    """Those of the terms that are in the glossary."""
    entries = _entries(session, glossary_id, slugs)
    return tuple(to_term(slug, entries[slug][1]) for slug in slugs if slug in entries)


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
    given = list(terms)
    rows = _rows(session, glossary_id, [term.id for term in given])
    counts = _counts(session, glossary_id)
    befores: dict[str, dict[str, Any]] = {}
    added = []
    for term in given:
        row, entry = rows.get(term.id), to_entry(term)
        if version is not None and version != (row.version if row else 0):
            raise Conflict("Somebody else changed this term meanwhile.")
        if row is None:
            befores[term.id] = {}
            first = 1 + counts.get(term.id, 0)
            added.append(
                {"glossary_id": glossary_id, "slug": term.id, "entry": entry, "version": first}
            )
        elif row.entry != entry:
            befores[term.id] = row.entry
            row.entry, row.version = entry, row.version + 1
    if added:
        session.execute(insert(TermRow), added)
    return _written(session, glossary_id, befores, person=person, action=action, at=at)


def remove(
    session: Session, glossary_id: int, slugs: Collection[str], *, person: str, at: datetime
) -> int | None:
    """Remove terms; the number of the change, None where none of them was there."""
    found = _entries(session, glossary_id, slugs)
    numbers = [number for number, _ in found.values()]
    for start in range(0, len(numbers), FEW):
        few = numbers[start : start + FEW]
        session.execute(delete(TermRow).where(TermRow.id.in_(few)))
    befores = {slug: entry for slug, (_, entry) in found.items()}
    return _written(session, glossary_id, befores, person=person, action="removed", at=at)


def merge(
    session: Session,
    glossary_id: int,
    merged: Term,
    gone: Collection[str],
    *,
    person: str,
    at: datetime,
) -> int | None:
    """Replace a term by `merged` and remove those that it holds now; the number of the change."""
    first = save(session, glossary_id, [merged], person=person, action="merged", at=at)
    return remove(session, glossary_id, gone, person=person, at=at) or first


def undo(
    session: Session, glossary_id: int, edit_id: int, *, person: str, at: datetime
) -> tuple[int | None, tuple[str, ...]]:
    """Bring every term of a change back to what it said before it.

    Terms that were changed again later are left alone. The number of this new change, and the ids
    of the terms that came back. Raises `NotFound`.
    """
    newest = (
        select(TermEditRow.slug, func.max(TermEditRow.id))
        .where(TermEditRow.glossary_id == glossary_id)
        .group_by(TermEditRow.slug)
    )
    last = {row[0]: row[1] for row in session.execute(newest)}
    edits = change(session, glossary_id, edit_id)
    before = {edit.slug: edit.before for edit in edits if last[edit.slug] == edit.id}
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
    found = session.execute(
        select(*_EDIT)
        .where(TermEditRow.glossary_id == glossary_id, TermEditRow.at == row.at)
        .order_by(TermEditRow.id)
    )
    return tuple(_record(*each) for each in found)


def written(session: Session, glossary_id: int, edit_id: int) -> Written:
    """The change to which an edit belongs, with its terms as they are now.

    Raises `NotFound`.
    """
    edits = change(session, glossary_id, edit_id)
    now = {term.id: term for term in some(session, glossary_id, [edit.slug for edit in edits])}
    changes = tuple((edit.slug, edit.before, now.get(edit.slug)) for edit in edits)
    return Written(edit_id, edits[0].at, changes)


def history(session: Session, glossary_id: int, slug: str) -> tuple[TermEdit, ...]:
    """The changes of one term, newest first."""
    found = session.execute(
        select(*_EDIT)
        .where(TermEditRow.glossary_id == glossary_id, TermEditRow.slug == slug)
        .order_by(TermEditRow.id.desc())
    )
    return tuple(_record(*each) for each in found)


def _rows(session: Session, glossary_id: int, slugs: Collection[str]) -> dict[str, TermRow]:
    asked = _asked(select(TermRow), glossary_id, slugs)
    wanted = frozenset(slugs)
    return {row.slug: row for row in session.scalars(asked) if row.slug in wanted}


def _entries(
    session: Session, glossary_id: int, slugs: Collection[str]
) -> dict[str, tuple[int, dict[str, Any]]]:
    """Number and entry of each term: for reading many, far faster than whole rows."""
    asked = _asked(select(TermRow.id, TermRow.slug, TermRow.entry), glossary_id, slugs)
    wanted = frozenset(slugs)
    found = session.execute(asked)
    return {slug: (number, entry) for number, slug, entry in found if slug in wanted}


def _asked(asked: Asked, glossary_id: int, slugs: Collection[str]) -> Asked:
    asked = asked.where(TermRow.glossary_id == glossary_id)
    return asked.where(TermRow.slug.in_(slugs)) if len(slugs) <= FEW else asked


def _counts(session: Session, glossary_id: int) -> dict[str, int]:
    """How often each term was changed: one that comes back does not start at version 1 again."""
    counted = (
        select(TermEditRow.slug, func.count())
        .where(TermEditRow.glossary_id == glossary_id)
        .group_by(TermEditRow.slug)
    )
    return {row[0]: row[1] for row in session.execute(counted)}


def _record(
    number: int, slug: str, entry: dict[str, Any], person: str, action: str, at: datetime
) -> TermEdit:
    before = to_term(slug, entry) if entry else None
    return TermEdit(number, slug, before, person, action, aware(at))


def _written(
    session: Session,
    glossary_id: int,
    befores: Mapping[str, dict[str, Any]],
    *,
    person: str,
    action: str,
    at: datetime,
) -> int | None:
    """Keep what terms said before; the number of the first edit."""
    if not befores:
        return None
    session.execute(
        insert(TermEditRow),
        [
            {
                "glossary_id": glossary_id,
                "slug": slug,
                "entry": before,
                "person": person,
                "action": action,
                "at": at,
            }
            for slug, before in befores.items()
        ],
    )
    session.get_one(GlossaryRow, glossary_id).revision += 1
    session.flush()
    return session.scalar(
        select(func.min(TermEditRow.id)).where(
            TermEditRow.glossary_id == glossary_id, TermEditRow.at == at
        )
    )
