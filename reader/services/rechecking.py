"""Checking again: what a change of the glossary does to the sentences of the library.

A check is pure text work (matching and looking for renderings, some 20,000 sentences a second),
so it is done at once, one short transaction an article. Only sentences that a changed term can
concern are looked at: those in whose English it is found, before or after the change, and those
that bear its mark. The slow part, translating again, is left to the queue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from glossary import Matcher, Term
from reader.services import annotation, terms
from reader.store import articles, checking, glossaries, segments
from reader.store.records import Row
from reader.toolbox import Termbase, Toolbox
from reader.translation.checks import check
from reader.translation.pipeline import hints, term_uses
from reader.translation.segment import Origin, Segment, Status, TermState

# Until people sign in, everyone who may change a glossary is its teacher.
PERSON = "teacher"
LOST = frozenset({TermState.MISSED, TermState.CONFLICT})


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change did: sentences whose marks changed, those of them that the machine translates
    again, and the numbers of the articles in which they stand.
    """

    sentences: int = 0
    again: int = 0
    articles: tuple[int, ...] = ()


def after_terms(
    tools: Toolbox, glossary_id: int, changed: Iterable[Term], *, person: str, at: datetime
) -> Effect:
    """Check every sentence that terms of a glossary concern; `changed` are old and new ones."""
    concerned = tuple(changed)
    names = {f"{glossary_id}:{term.id}" for term in concerned}
    matcher = Matcher(concerned)
    with tools.database.reading() as session:
        users = glossaries.users(session, glossary_id)
        found = checking.sentences(session, users)
    wanted: dict[int, set[int]] = {}
    for each in found:
        if names & each.term_ids or matcher.find(each.source):
            wanted.setdefault(each.article_id, set()).add(each.id)
    return _all(tools, wanted, person, at)


def article(tools: Toolbox, article_id: int, *, person: str, at: datetime) -> Effect:
    """Check every sentence of an article, as when its glossaries were chosen anew.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        articles.card(session, article_id)
        found = checking.sentences(session, (article_id,))
    return _all(tools, {article_id: {each.id for each in found}}, person, at)


def judged(segment: Segment, termbase: Termbase) -> Segment:
    """The segment with its terms and issues worked out afresh; its Chinese stays."""
    matches = termbase.matcher.find(segment.source)
    forced = tuple(use.rendering for use in segment.terms if use.state is TermState.INSERTED)
    return replace(
        segment,
        terms=term_uses(segment.target, matches, forced, termbase.rivals),
        issues=check(segment.source, segment.target, hints(matches)),
    )


def newly_lost(old: Segment, new: Segment) -> bool:
    """Whether a term that was asked of this sentence before in no such way is not obeyed."""
    before = {(use.term_id, use.rendering) for use in old.terms if use.state in LOST}
    return any(
        use.state in LOST and (use.term_id, use.rendering) not in before for use in new.terms
    )


def _all(tools: Toolbox, wanted: dict[int, set[int]], person: str, at: datetime) -> Effect:
    total = again = 0
    concerned = []
    for article_id, numbers in wanted.items():
        changed, redone = _one(tools, article_id, numbers, person, at)
        if changed:
            concerned.append(article_id)
        if redone:
            tools.queue.translate(article_id)
        total, again = total + changed, again + redone
    return Effect(total, again, tuple(concerned))


def _one(
    tools: Toolbox, article_id: int, numbers: set[int], person: str, at: datetime
) -> tuple[int, int]:
    termbase = terms.termbase(tools, article_id)
    with tools.database.reading() as session:
        rows = [row for row in segments.rows(session, article_id) if row.id in numbers]
    kept: list[tuple[Row, Segment, Sequence[object]]] = []
    redo: list[Row] = []
    for row in rows:
        made = judged(row.segment, termbase)
        is_machines = (row.segment.origin, row.segment.status) == (Origin.MACHINE, Status.DRAFT)
        if is_machines and newly_lost(row.segment, made):
            redo.append(row)
            continue
        tokens = annotation.encoded(annotation.annotate(termbase.annotator, made))
        if (made.terms, made.issues) != (row.segment.terms, row.segment.issues) or (
            made.terms and not _same(tokens, row.tokens)
        ):
            kept.append((row, made, tokens))
    if not kept and not redo:
        return 0, 0
    with tools.database.writing() as session:
        saved = checking.save(session, article_id, kept)
        again = checking.wait_again(session, article_id, redo, person=person, at=at)
    return saved + again, again


def _same(tokens: Sequence[object], stored: Sequence[object]) -> bool:
    # The store gives lists where the annotator gave tuples.
    return _plain(tokens) == _plain(stored)


def _plain(value: object) -> object:
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
