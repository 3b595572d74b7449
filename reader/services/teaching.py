"""Teaching: what a person does with one sentence. Nothing that it ever said is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.errors import Conflict, EmptyInput, InputTooLarge, NotFound
from reader.services import annotation, memory, rechecking, terms, translating
from reader.services.rechecking import PERSON
from reader.store import articles, editing, segments
from reader.store.records import Card, Edit, Row
from reader.toolbox import Toolbox
from reader.translation.memory import FuzzyMatch, digest
from reader.translation.segment import Origin, Segment, Status
from reader.translation.typography import typeset

LONGEST = 5000


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with all that helps to judge it.

    `version` is what a form carries, see `reader.store.segments.version`. `matches` are approved
    sentences like this one, but not itself. `before`, `after` and `doubtful` (the next one in
    which a check found something, the first again behind the last) are segment numbers, None
    where there is none.
    """

    card: Card
    row: Row
    version: str
    history: tuple[Edit, ...]
    matches: tuple[FuzzyMatch, ...]
    total: int
    before: int | None
    after: int | None
    doubtful: int | None


@dataclass(frozen=True, slots=True)
class Saved:
    """A sentence as it is stored now, and how many waiting ones elsewhere took it over."""

    row: Row
    taken: int = 0


def find(tools: Toolbox, segment_id: int) -> int:
    """The number of the article in which a sentence stands.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        segments.get(session, segment_id)
        return editing.article_of(session, segment_id)


def open_sentence(tools: Toolbox, article_id: int, segment_id: int) -> Sentence:
    """One sentence of an article.

    Raises `NotFound`, also for a deleted article.
    """
    row = _row(tools, article_id, segment_id)
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        history = segments.history(session, segment_id)
        order = editing.neighbours(session, article_id)
    if card.deleted:
        raise articles.missing(article_id)
    numbers = [number for number, _, _ in order]
    at = numbers.index(segment_id)
    around = [number for number, _, doubtful in (*order[at + 1 :], *order[:at]) if doubtful]
    matches = tuple(
        match
        for match in memory.fuzzy(tools, row.segment.source, limit=4)
        if match.unit.target != row.segment.target
    )
    return Sentence(
        card=card,
        row=row,
        version=segments.version(row.segment),
        history=history,
        matches=matches[:3],
        total=len(order),
        before=numbers[at - 1] if at else None,
        after=numbers[at + 1] if at + 1 < len(numbers) else None,
        doubtful=around[0] if around else None,
    )


def save(
    tools: Toolbox,
    article_id: int,
    segment_id: int,
    target: str,
    *,
    seen: str,
    approve: bool = False,
    tidy: bool = True,
) -> Saved:
    """Store the Chinese that a person wrote; `tidy` puts its punctuation right first.

    `seen` is the version that the person saw. Raises `NotFound`, `Conflict`, and `InputError`
    where there is nothing, or far too much, to store.
    """
    row = _row(tools, article_id, segment_id)
    written = _clean(target)
    if tidy:
        written = typeset(written, row.segment.source)
    if written == row.segment.target:
        if approve:
            return approve_as_is(tools, article_id, segment_id, seen=seen)
        _check_version(row, seen)
        return Saved(row)
    status = Status.APPROVED if approve else Status.DRAFT
    made = replace(row.segment, target=written, origin=Origin.PERSON, engine="", status=status)
    return _store(tools, article_id, row, made, seen)


def approve_as_is(tools: Toolbox, article_id: int, segment_id: int, *, seen: str) -> Saved:
    """Approve what a sentence says.

    Raises `NotFound`, `Conflict`, and `InputError` for one without Chinese.
    """
    row = _row(tools, article_id, segment_id)
    if not row.segment.target:
        raise EmptyInput("Please write the Chinese of the sentence.")
    return _store(tools, article_id, row, replace(row.segment, status=Status.APPROVED), seen)


def take_back(tools: Toolbox, article_id: int, segment_id: int, *, seen: str) -> Saved:
    """Take the approval of a sentence back.

    Raises `NotFound` and `Conflict`.
    """
    row = _row(tools, article_id, segment_id)
    if row.segment.status is not Status.APPROVED:
        return Saved(row)
    return _store(tools, article_id, row, replace(row.segment, status=Status.DRAFT), seen)


def bring_back(
    tools: Toolbox, article_id: int, segment_id: int, edit_id: int, *, seen: str
) -> Saved:
    """Let a sentence say again what it said before an edit, as a draft of whoever made it.

    Raises `NotFound` and `Conflict`.
    """
    row = _row(tools, article_id, segment_id)
    with tools.database.reading() as session:
        edits = {edit.id: edit for edit in segments.history(session, segment_id)}
    edit = edits.get(edit_id)
    if edit is None or not edit.target:
        raise NotFound("That version of the sentence is not here any more.")
    made = replace(
        row.segment,
        target=edit.target,
        origin=Origin(edit.origin),
        engine=edit.engine,
        status=Status.DRAFT,
    )
    return _store(tools, article_id, row, made, seen)


def again(
    tools: Toolbox, article_id: int, segment_id: int, *, seen: str, sure: bool = False
) -> bool:
    """Have the machine translate a sentence again; whether it will.

    It will not, unless `sure`, where a person wrote or approved what is there. Raises `NotFound`
    and `Conflict`.
    """
    row = _row(tools, article_id, segment_id)
    if is_persons(row.segment) and not sure:
        return False
    if row.segment.status is not Status.WAITING:
        with tools.database.writing() as session:
            editing.wait_again(session, segment_id, PERSON, seen)
    tools.queue.translate(article_id)
    return True


def is_persons(segment: Segment) -> bool:
    """Whether a person wrote or approved what a sentence says."""
    return segment.origin is Origin.PERSON or segment.status is Status.APPROVED


def spread(tools: Toolbox, row: Row) -> int:
    """Give an approved sentence to the waiting ones with the same English; how many took it."""
    with tools.database.reading() as session:
        waiting = editing.waiting_like(session, digest(row.segment.source))
    taken = 0
    for article_id, other in waiting:
        made = replace(other.segment, target=row.segment.target, status=Status.DRAFT)
        made, tokens = _judged(tools, article_id, replace(made, origin=Origin.MEMORY))
        with tools.database.writing() as session:
            taken += segments.save_machine(session, other.id, made, tokens)
    return taken


def _store(tools: Toolbox, article_id: int, row: Row, made: Segment, seen: str) -> Saved:
    made, tokens = _judged(tools, article_id, made)
    with tools.database.writing() as session:
        stored = segments.edit(session, row.id, made, PERSON, tokens, seen)
    is_approved = stored.segment.status is Status.APPROVED
    return Saved(stored, spread(tools, stored) if is_approved else 0)


def _judged(tools: Toolbox, article_id: int, segment: Segment) -> tuple[Segment, Sequence[Any]]:
    """The segment with terms, issues, links and tokens worked out afresh."""
    termbase = terms.termbase(tools, article_id)
    made = rechecking.judged(replace(segment, terms=(), links=()), termbase)
    links = translating.linker(tools)(made.source, made.target, made.terms)
    made = replace(made, links=links)
    return made, annotation.encoded(annotation.annotate(termbase.annotator, made))


def _row(tools: Toolbox, article_id: int, segment_id: int) -> Row:
    with tools.database.reading() as session:
        row = segments.get(session, segment_id)
        if editing.article_of(session, segment_id) != article_id:
            raise NotFound("There is no sentence number {number}.", number=segment_id)
        return row


def _check_version(row: Row, seen: str) -> None:
    if seen and seen != segments.version(row.segment):
        raise Conflict(segments.CHANGED)


def _clean(target: str) -> str:
    # Control and format characters (zero-width spaces from web pages) have no place in a sentence.
    shown = "".join(each for each in target if each.isprintable() or each.isspace())
    written = " ".join(shown.split())
    if not written:
        raise EmptyInput("Please write the Chinese of the sentence.")
    if len(written) > LONGEST:
        raise InputTooLarge(
            "This is too long for one sentence: over {limit} characters.", limit=LONGEST
        )
    return written
