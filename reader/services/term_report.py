"""How the glossary works in an article, and where a term stands in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.services import rechecking, terms
from reader.services.terms import ArticleTerm
from reader.store import articles, checking, segments
from reader.store.records import Card, Row
from reader.toolbox import Toolbox
from reader.translation.segment import Segment, TermState, TermUse

KEPT = frozenset({TermState.OBEYED, TermState.INSERTED, TermState.VARIANT})
EXAMPLES = 50


@dataclass(frozen=True, slots=True)
class TermReport:
    """A term of an article: every use with its sentence's position, and its Chinese there."""

    entry: ArticleTerm
    uses: tuple[tuple[int, TermUse], ...]
    ways: tuple[tuple[str, int], ...]

    @property
    def places(self) -> tuple[tuple[int, TermState], ...]:
        """The positions of its sentences with how it fared there, each pair once."""
        return tuple(dict.fromkeys((position, use.state) for position, use in self.uses))


@dataclass(frozen=True, slots=True)
class Report:
    """How an article's terms fared.

    `success` is the share of uses in an accepted rendering. `consistency` is, over the terms that
    stand in the translation twice or more, the share of uses in the term's most frequent Chinese;
    None where there is nothing to measure. `lost` are the uses that are missing or in conflict,
    each with its sentence.
    """

    card: Card
    terms: tuple[TermReport, ...]
    counts: dict[TermState, int]
    success: float | None
    consistency: float | None
    lost: tuple[tuple[Segment, TermUse], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence pair in which a term stands, and the term's places in it."""

    article_id: int
    title: str
    segment: Segment
    uses: tuple[TermUse, ...]


def report(tools: Toolbox, article_id: int) -> Report:
    """The report of an article.

    Raises `NotFound`.
    """
    card, rows = rows_of(tools, article_id)
    found = [_term_report(entry, rows) for entry in terms.of_article(tools, article_id, rows)]
    counts = Counter(use.state for each in found for _, use in each.uses)
    total = counts.total()
    kept = sum(counts[state] for state in KEPT)
    several = [each.ways for each in found if sum(number for _, number in each.ways) > 1]
    placed = sum(number for ways in several for _, number in ways)
    return Report(
        card,
        tuple(found),
        {state: counts[state] for state in TermState},
        kept / total if total else None,
        sum(ways[0][1] for ways in several) / placed if placed else None,
        tuple(
            (row.segment, use)
            for row in rows
            for use in row.segment.terms
            if use.state in rechecking.LOST
        ),
    )


def examples(
    tools: Toolbox, glossary_id: int, term_id: str, limit: int = EXAMPLES
) -> tuple[Example, ...]:
    """The concordance of a term: sentence pairs of the library in which it stands."""
    wanted = f"{glossary_id}:{term_id}"
    with tools.database.reading() as session:
        found = checking.with_term(session, wanted, limit)
    return tuple(
        Example(
            each.article_id,
            each.title,
            each.row.segment,
            tuple(use for use in each.row.segment.terms if use.term_id == wanted),
        )
        for each in found
    )


def _term_report(entry: ArticleTerm, rows: Sequence[Row]) -> TermReport:
    uses = []
    ways: Counter[str] = Counter()
    for row in rows:
        for use in row.segment.terms:
            if use.term_id == entry.term.id:
                uses.append((row.segment.position, use))
                if use.target_end > use.target_start:
                    ways[row.segment.target[use.target_start : use.target_end]] += 1
    return TermReport(entry, tuple(uses), tuple(ways.most_common()))


def rows_of(tools: Toolbox, article_id: int) -> tuple[Card, tuple[Row, ...]]:
    """An article and its sentences.

    Raises `NotFound`, also for a deleted article.
    """
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        if card.deleted:
            raise articles.missing(article_id)
        return card, segments.rows(session, article_id)
