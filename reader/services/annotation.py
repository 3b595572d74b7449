"""Annotation: words, pinyin, levels and word links, worked out once when Chinese is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from glossary import Term
from reader.chinese.annotate import Annotator, Token
from reader.chinese.levels import Level
from reader.chinese.words import Border
from reader.store.records import Correction, Row
from reader.toolbox import Toolbox
from reader.translation.segment import Segment, TermUse

# Raised whenever segmentation or readings change: older stored tokens are then worked out anew.
VERSION = 2


def annotator(
    tools: Toolbox, terms: Sequence[Term], corrections: Sequence[Correction] = ()
) -> Annotator:
    """The annotator of an article whose glossaries hold `terms`: they stay whole words and are
    read as the glossary says. What a teacher corrected wins, earlier `corrections` first.
    """
    given = {term.rendering: term.pinyin for term in terms if term.pinyin}
    given |= {each.text: each.pinyin for each in reversed(corrections) if each.pinyin}
    borders = {each.text: each.pieces for each in reversed(corrections) if each.pieces}
    words = tools.words.with_terms(
        (term.rendering for term in terms),
        [Border(text, pieces) for text, pieces in borders.items()],
    )
    return Annotator(words, tools.pinyin, given)


def pinyin_of(tools: Toolbox, term: Term) -> str:
    """How a term's rendering is read: as the glossary says, else as its words are."""
    if term.pinyin:
        return term.pinyin
    tokens = Annotator(tools.words, tools.pinyin).annotate(term.rendering)
    return " ".join(token.pinyin for token in tokens if token.pinyin)


def encoded(tokens: Sequence[Token]) -> list[Any]:
    """The tokens as the store keeps them: the version, then one list for each token."""
    return [
        VERSION,
        *([t.text, t.syllables, t.pinyin, astuple(t.level), t.is_term, t.parts] for t in tokens),
    ]


def tokens_of(tools: Toolbox, row: Row) -> tuple[Token, ...]:
    """The tokens of a stored segment's target, worked out only where the store has none."""
    if not row.segment.target:
        return ()
    if row.tokens and row.tokens[0] == VERSION:
        return _decoded(row.tokens[1:])
    return annotate(annotator(tools, ()), row.segment)


def annotate(annotator: Annotator, segment: Segment) -> tuple[Token, ...]:
    """The tokens of a segment's target, its glossary terms whole."""
    return annotator.annotate(segment.target, term_spans(segment.terms))


def term_spans(uses: Sequence[TermUse]) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in the target, in characters."""
    return tuple((u.target_start, u.target_end) for u in uses if u.target_end > u.target_start)


def _decoded(stored: Sequence[Any]) -> tuple[Token, ...]:
    tokens = []
    start = 0
    for text, syllables, pinyin, level, is_term, parts in stored:
        end = start + len(text)
        facts = (tuple(syllables), pinyin, Level(*level), is_term, tuple(parts))
        tokens.append(Token(text, start, end, *facts))
        start = end
    return tuple(tokens)
