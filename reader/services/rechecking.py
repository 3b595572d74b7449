"""Checking again: what a change of the glossary does to the sentences of the library.

A check is pure text work, so it is done at once, or in the background where very many sentences
are concerned. Only those are looked at: in whose English a changed term is found, before or after
the change, and those that bear its mark. The slow part, translating again, is left to the queue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from glossary import Matcher, Term, TermStatus
from reader.services import annotation, terms
from reader.store import checking, glossaries
from reader.store.records import Row
from reader.toolbox import Termbase, Toolbox
from reader.translation.checks import check
from reader.translation.pipeline import hints, term_uses
from reader.translation.segment import Origin, Segment, Status, TermState

# Until people sign in, everyone who may change a glossary is its teacher.
PERSON = "teacher"
LOST = frozenset({TermState.MISSED, TermState.CONFLICT})


# For so many sentences a person waits; more are checked in the background.
AT_ONCE = 400
# What of a term a sentence depends on; the rest (notes, sources, definitions) changes no sentence.
_MATTERS = (
    "id",
    "headword",
    "variants",
    "case_sensitive",
    "blocked",
    "rendering",
    "accepted",
    "traditional",
    "pinyin",
)
Progress: TypeAlias = Callable[[int, int], None]
# The numbers of sentences, by the number of their article.
_Wanted: TypeAlias = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change did: sentences whose marks changed, those of them that the machine translates
    again, and the numbers of the articles in which they stand. `pending` counts the sentences that
    are still being checked in the background.
    """

    sentences: int = 0
    again: int = 0
    articles: tuple[int, ...] = ()
    pending: int = 0

    def __add__(self, other: Effect) -> Effect:
        return Effect(
            self.sentences + other.sentences,
            self.again + other.again,
            tuple(dict.fromkeys((*self.articles, *other.articles))),
            self.pending + other.pending,
        )


def after_terms(
    tools: Toolbox,
    glossary_id: int,
    changes: Iterable[tuple[Term | None, Term | None]],
    *,
    at: datetime,
    progress: Progress | None = None,
    most: int = AT_ONCE,
) -> Effect:
    """Check every sentence that changed terms of a glossary concern.

    `changes` are the terms before and after, None for one that was not there. With `progress`,
    which is told how many sentences of how many are done, all are checked before it returns;
    without, more than `most` are left to the background.
    """
    concerned = [term for pair in changes if _matters(*pair) for term in pair if term is not None]
    if not concerned:
        return Effect()
    names = {f"{glossary_id}:{term.id}" for term in concerned}
    matcher = Matcher(concerned)
    with tools.database.reading() as session:
        found = checking.sentences(session, glossaries.users(session, glossary_id))
    wanted: dict[int, list[int]] = {}
    for each in found:
        if not names.isdisjoint(each.term_ids) or matcher.find(each.source):
            wanted.setdefault(each.article_id, []).append(each.id)
    return _check_all(tools, wanted, at, most, progress)


def whole_articles(tools: Toolbox, article_ids: Sequence[int], *, at: datetime) -> Effect:
    """Check every sentence of some articles, as when their glossaries were chosen anew."""
    with tools.database.reading() as session:
        found = checking.sentences(session, article_ids)
    wanted: dict[int, list[int]] = {}
    for each in found:
        wanted.setdefault(each.article_id, []).append(each.id)
    return _check_all(tools, wanted, at, AT_ONCE)


def _check_all(
    tools: Toolbox, wanted: _Wanted, at: datetime, most: int, progress: Progress | None = None
) -> Effect:
    count = sum(map(len, wanted.values()))
    if progress is None and count > most:
        tools.background.start(lambda: _checked(tools, wanted, at, None))
        return Effect(articles=tuple(wanted), pending=count)
    return _checked(tools, wanted, at, progress)


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


def _matters(before: Term | None, after: Term | None) -> bool:
    known = [each for each in (before, after) if each and each.status is not TermStatus.RETIRED]
    if len(known) < 2:
        return bool(known)
    return any(getattr(known[0], name) != getattr(known[1], name) for name in _MATTERS)


def _checked(tools: Toolbox, wanted: _Wanted, at: datetime, progress: Progress | None) -> Effect:
    numbers = [number for found in wanted.values() for number in found]
    effect = Effect()
    for done in range(0, len(numbers), checking.FEW):
        if progress:
            progress(done, len(numbers))
        effect += _some(tools, numbers[done : done + checking.FEW], at)
    return effect


def _some(tools: Toolbox, numbers: Sequence[int], at: datetime) -> Effect:
    with tools.database.reading() as session:
        found = checking.rows(session, numbers)
    termbases = {each: terms.termbase(tools, each) for each in {each for each, _ in found}}
    kept: list[tuple[Row, Segment, Sequence[object]]] = []
    redo: list[Row] = []
    concerned: dict[int, bool] = {}
    for article_id, row in found:
        made = judged(row.segment, termbases[article_id])
        is_machines = (row.segment.origin, row.segment.status) == (Origin.MACHINE, Status.DRAFT)
        if is_machines and newly_lost(row.segment, made):
            redo.append(row)
            concerned[article_id] = True
            continue
        tokens = annotation.encoded(annotation.annotate(termbases[article_id].annotator, made))
        if _differs(row, made, tokens):
            kept.append((row, made, tokens))
            concerned.setdefault(article_id, False)
    if not concerned:
        return Effect()
    with tools.database.writing() as session:
        saved = checking.save(session, kept)
        again = checking.wait_again(session, redo, person=PERSON, at=at)
    for article_id, has_waiting in concerned.items():
        if has_waiting:
            tools.queue.translate(article_id)
    return Effect(saved + again, again, tuple(concerned))


def _differs(row: Row, made: Segment, tokens: Sequence[object]) -> bool:
    if (made.terms, made.issues) != (row.segment.terms, row.segment.issues):
        return True
    return bool(made.terms) and not _same(tokens, row.tokens)


def _same(tokens: Sequence[object], stored: Sequence[object]) -> bool:
    # The store gives lists where the annotator gave tuples.
    return _plain(tokens) == _plain(stored)


def _plain(value: object) -> object:
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
