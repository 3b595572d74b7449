"""What an import would do to a glossary, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from glossary.conflicts import plain_form
from glossary.formats.result import ReadResult, Rejected
from glossary.term import Term

# Who changed a term and when is no difference between two terms.
_BOOKKEEPING = frozenset({"id", "updated_by", "updated_at"})


@dataclass(frozen=True, slots=True)
class Change:
    """A term before and after the import. `fields` names what differs."""

    old: Term
    new: Term
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """An imported term whose English is in the glossary already with another rendering."""

    existing: Term
    imported: Term


@dataclass(frozen=True, slots=True)
class Preview:
    """The terms of an import, sorted by what would become of them."""

    new: tuple[Term, ...]
    changed: tuple[Change, ...]
    conflicting: tuple[Clash, ...]
    unchanged: tuple[Term, ...]
    rejected: tuple[Rejected, ...]


def compare(existing: Iterable[Term], imported: ReadResult) -> Preview:
    """Sort an import against a glossary.

    A term is the same as an existing one when the English and the Chinese agree, or the id and
    one of both; the same English with a new rendering is a clash, to be decided by a person. What
    the import leaves empty keeps its old value: a two-column file never wipes out a definition.
    """
    terms = tuple(existing)
    by_id = {term.id: term for term in terms}
    by_form: dict[str, list[Term]] = {}
    for term in terms:
        for form in term.forms:
            by_form.setdefault(plain_form(form), []).append(term)
    new: list[Term] = []
    changed: list[Change] = []
    clashes: list[Clash] = []
    unchanged: list[Term] = []
    for term in imported.terms:
        namesakes = by_form.get(plain_form(term.headword), [])
        known = by_id.get(term.id)
        if known is not None and known not in namesakes and term.rendering in known.renderings:
            namesakes = [known]
        old = _same_rendering(_first(known, namesakes), term)
        if old is not None:
            change = _change(old, term if imported.has_status else replace(term, status=old.status))
            if change.fields:
                changed.append(change)
            else:
                unchanged.append(old)
        elif namesakes:
            clashes.append(Clash(_first(known, namesakes)[0], term))
        else:
            new.append(term)
    return Preview(tuple(new), tuple(changed), tuple(clashes), tuple(unchanged), imported.rejected)


def filled(old: Term, imported: Term) -> Term:
    """`old` with all that an imported term says, but its id."""
    return _change(old, imported).new


def _first(known: Term | None, namesakes: list[Term]) -> list[Term]:
    return sorted(namesakes, key=lambda term: term is not known)


def _same_rendering(namesakes: Iterable[Term], term: Term) -> Term | None:
    return next((each for each in namesakes if term.rendering in each.renderings), None)


def _change(old: Term, imported: Term) -> Change:
    given = {field.name: getattr(imported, field.name) for field in fields(Term)}
    said = {name: value for name, value in given.items() if value and name != "id"}
    # The wanted rendering stays where the import names one that is accepted already.
    if imported.rendering in old.accepted:
        del said["rendering"]
    new = replace(old, **said)
    differing = tuple(
        name
        for name in said
        if name not in _BOOKKEEPING and getattr(new, name) != getattr(old, name)
    )
    return Change(old, new, differing)
