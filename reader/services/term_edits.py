"""Changing terms: saving, merging, removing, taking back. Each change is checked in articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from glossary import Term, TermStatus
from glossary.formats.table import slug, with_free_id
from reader.errors import InputError, NotFound
from reader.services import rechecking, terms
from reader.services.glossary import open_glossary
from reader.services.rechecking import PERSON, Effect, Progress
from reader.store import checking, glossaries
from reader.store import terms as store
from reader.store.checking import Redone
from reader.store.codec import now
from reader.store.terms import TermEdit, Written
from reader.toolbox import Toolbox

LONGEST = 10_000
_FACTS = (
    "traditional",
    "pinyin",
    "category",
    "definition_en",
    "definition_zh",
    "note",
    "example_en",
    "example_zh",
    "source",
    "year",
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was made: its number in the history (None where nothing differed), the ids of
    its terms, and what it did to the articles.
    """

    number: int | None
    slugs: tuple[str, ...] = ()
    effect: Effect = field(default_factory=Effect)


def save(tools: Toolbox, glossary_id: int, term: Term, version: int) -> Change:
    """Store a term; `version` is the one that was edited, 0 for a new term.

    Raises `InputError` for a term that cannot be, `NotFound`, and `Conflict` where somebody
    changed it since.
    """
    _check(term)
    if not version:
        _, catalogue = open_glossary(tools, glossary_id)
        term = with_free_id(replace(term, id=term.id or slug(term.headword)), catalogue.by_id)
    action = "changed" if version else "added"
    return change(
        tools,
        glossary_id,
        lambda session, at: store.save(
            session,
            glossary_id,
            [stamped(term, at)],
            person=PERSON,
            action=action,
            at=at,
            version=version,
        ),
    )


def set_many(
    tools: Toolbox, glossary_id: int, term_ids: Collection[str], **fields: str | TermStatus
) -> Change:
    """Give many terms the same `status` or `category`."""
    _, catalogue = open_glossary(tools, glossary_id)
    made = [catalogue.by_id[each] for each in term_ids if each in catalogue.by_id]
    return change(
        tools,
        glossary_id,
        lambda session, at: store.save(
            session,
            glossary_id,
            [
                stamped(replace(term, **fields), at)  # type: ignore[arg-type]
                for term in made
                if any(getattr(term, name) != value for name, value in fields.items())
            ],
            person=PERSON,
            action="changed",
            at=at,
        ),
    )


def remove(tools: Toolbox, glossary_id: int, term_ids: Collection[str]) -> Change:
    """Delete terms; `undo` brings them back."""
    return change(
        tools,
        glossary_id,
        lambda session, at: store.remove(session, glossary_id, term_ids, person=PERSON, at=at),
    )


def merge(tools: Toolbox, glossary_id: int, keep: str, others: Sequence[str]) -> Change:
    """Make one term of several: `keep` takes over the names of the others and what it lacks.

    Raises `NotFound`, and `InputError` where there is nothing to merge.
    """
    _, catalogue = open_glossary(tools, glossary_id)
    rest = [catalogue.by_id[each] for each in others if each in catalogue.by_id and each != keep]
    if keep not in catalogue.by_id:
        raise NotFound(store.GONE)
    if not rest:
        raise InputError("Please choose two terms or more to merge.")
    merged = merged_term(catalogue.by_id[keep], rest)

    gone = [term.id for term in rest]
    return change(
        tools,
        glossary_id,
        lambda session, at: store.merge(
            session, glossary_id, stamped(merged, at), gone, person=PERSON, at=at
        ),
    )


def merged_term(kept: Term, others: Sequence[Term]) -> Term:
    """`kept` with the names of the others as variants, and with their facts where it has none."""
    forms = [form for term in (kept, *others) for form in term.forms]
    renderings = [each for term in (kept, *others) for each in term.renderings]
    cases = [form for term in (kept, *others) for form in term.case_sensitive]
    blocked = [each for term in (kept, *others) for each in term.blocked]
    lacking = {
        name: value
        for other in reversed(others)
        for name in _FACTS
        if not getattr(kept, name) and (value := getattr(other, name))
    }
    return replace(
        kept,
        variants=_others(kept.headword, forms),
        accepted=_others(kept.rendering, renderings),
        case_sensitive=tuple(dict.fromkeys(cases)),
        blocked=tuple(dict.fromkeys(blocked)),
        **lacking,
    )


def undo(tools: Toolbox, glossary_id: int, number: int) -> Change:
    """Take a change back, in all its terms that were not changed again since.

    Raises `NotFound`.
    """
    return change(
        tools,
        glossary_id,
        lambda session, at: store.undo(session, glossary_id, number, person=PERSON, at=at)[0],
    )


def redone(
    tools: Toolbox, glossary_id: int, number: int
) -> tuple[tuple[TermEdit, ...], tuple[Redone, ...]]:
    """The edits of a change, and the sentences that it had translated again.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        edits = store.change(session, glossary_id, number)
        return edits, checking.redone(session, edits[0].at)


def change(tools: Toolbox, glossary_id: int, act: store.Write) -> Change:
    """Do what `act` does in one transaction, then check the articles that it concerns."""
    made = write(tools, glossary_id, act)
    if made is None:
        return Change(None)
    slugs = tuple(slug for slug, _, _ in made.changes)
    return Change(made.number, slugs, check(tools, glossary_id, made))


def write(tools: Toolbox, glossary_id: int, act: store.Write) -> Written | None:
    """Do what `act` does in one transaction; None where nothing differs. No article is checked."""
    at = now()
    with tools.database.writing() as session:
        card = glossaries.get(session, glossary_id)
        number = act(session, at)
        if number is None:
            return None
        made = store.written(session, glossary_id, number)
        renewed = glossaries.get(session, glossary_id)
    after = [term for _, _, term in made.changes if term is not None]
    terms.follow(tools, card, renewed, {slug for slug, _, _ in made.changes}, after)
    return made


def written(tools: Toolbox, glossary_id: int, number: int) -> Written:
    """A change that was made before, as its terms are now.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        return store.written(session, glossary_id, number)


def check(
    tools: Toolbox, glossary_id: int, made: Written, progress: Progress | None = None
) -> Effect:
    """Check the articles that a change concerns; `progress` is that of `rechecking`."""
    changes = [(before, after) for _, before, after in made.changes]
    return rechecking.after_terms(tools, glossary_id, changes, at=made.at, progress=progress)


def stamped(term: Term, at: datetime) -> Term:
    """The term, signed by who changed it now."""
    return replace(term, updated_by=PERSON, updated_at=at.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _others(first: str, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name != first)


def _check(term: Term) -> None:
    if not term.headword:
        raise InputError("Please write the English of the term.")
    if not term.rendering:
        raise InputError("Please write the Chinese of the term.")
    texts = (*term.forms, *term.renderings, term.note, term.definition_en, term.definition_zh)
    if any(len(text) > LONGEST for text in texts):
        raise InputError("One of the fields is too long: over {limit} characters.", limit=LONGEST)
