"""How the glossary works in an article, where a term stands in the library, and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossary.candidates import Candidate, candidates
from reader.english.lookup import English
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


@dataclass(frozen=True, slots=True)
class Guess:
    """A phrase that may be a term, and a guess of its Chinese ("" for none).

    `segment` is the first sentence where it stands, from character `start` to `end` of its
    English; `positions` are those of all its sentences.
    """

    candidate: Candidate
    chinese: str
    positions: tuple[int, ...]
    segment: Segment
    start: int
    end: int


def report(tools: Toolbox, article_id: int) -> Report:
    """The report of an article.

    Raises `NotFound`.
    """
    card, rows = _rows(tools, article_id)
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


def guesses(tools: Toolbox, article_id: int, limit: int = 30) -> tuple[Guess, ...]:
    """Phrases of an article that look like terms and are in none of its glossaries.

    Raises `NotFound`.
    """
    _, rows = _rows(tools, article_id)
    matcher = terms.termbase(tools, article_id).matcher
    # Its word lists take a moment to load: only this page needs them.
    from wordfreq import zipf_frequency

    english = English(tools.dictionary)
    found = candidates(
        [row.segment.source for row in rows],
        lambda text: [(match.start, match.end) for match in matcher.find(text)],
        lambda word: zipf_frequency(word, "en"),
        limit,
        english.phrases,
    )
    return tuple(_guess(english, each, rows) for each in found)


def selection(
    tools: Toolbox, article_id: int, position: int, start: int, end: int
) -> tuple[Segment, str, str]:
    """A selected stretch of the English of a sentence (positions from 0): the sentence pair, the
    selected words without the blanks around them, and a guess of their Chinese.

    Raises `NotFound`.
    """
    _, rows = _rows(tools, article_id)
    segment = next((row.segment for row in rows if row.segment.position == position), None)
    if segment is None:
        raise articles.missing(article_id)
    chosen = segment.source[max(0, start) : max(0, end)].strip(" \t\n.,;:!?")
    guess = _chinese_for(English(tools.dictionary), chosen, [(segment, start, end)])
    return segment, chosen, guess


def linked_chinese(segment: Segment, start: int, end: int) -> str:
    """The Chinese to which a stretch of the English is linked, without gaps, or ""."""
    spans = sorted(
        {
            (link.target_start, link.target_end)
            for link in segment.links
            if link.source_start < end and start < link.source_end
        }
    )
    if not spans:
        return ""
    if any(right[0] - left[1] > 1 for left, right in pairwise(spans)):
        spans = [max(spans, key=lambda span: span[1] - span[0])]
    first, last = spans[0][0], max(span[1] for span in spans)
    return segment.target[first:last].strip(" ，。、；：“”（）！？的")


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


def _guess(english: English, found: Candidate, rows: Sequence[Row]) -> Guess:
    places = [(rows[number].segment, start, end) for number, start, end in found.places]
    positions = tuple(dict.fromkeys(segment.position for segment, _, _ in places))
    return Guess(found, _chinese_for(english, found.text, places), positions, *places[0])


def _chinese_for(english: English, text: str, places: Sequence[tuple[Segment, int, int]]) -> str:
    """The Chinese that most places have: a word of the dictionary that stands in the translation,
    else what word links give; where none has any, the best that the dictionary has.
    """
    words = [entry.simplified for entry in english.english(text)]
    found = Counter(
        next((word for word in words if len(word) > 1 and word in segment.target), "")
        or linked_chinese(segment, start, end)
        for segment, start, end in places
    )
    del found[""]
    return found.most_common(1)[0][0] if found else next(iter(words), "")


def _rows(tools: Toolbox, article_id: int) -> tuple[Card, tuple[Row, ...]]:
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        if card.deleted:
            raise articles.missing(article_id)
        return card, segments.rows(session, article_id)
