"""Guesses: what may be a term of an article, and what it is in Chinese."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossary.candidates import Candidate, candidates
from reader.english.lemmas import lemma
from reader.english.lookup import English
from reader.services import terms
from reader.services.term_report import rows_of
from reader.store import articles
from reader.store.records import Row
from reader.toolbox import Toolbox
from reader.translation.segment import Segment

# What may stand before the first word of a sentence.
_OPENING = " \t\n\u201c\u2018\"'(["


@dataclass(frozen=True, slots=True)
class Guess:
    """A phrase that may be a term, its form for a glossary, and a guess of its Chinese ("" for
    none).

    `segment` is the first sentence where it stands, from character `start` to `end` of its
    English; `positions` are those of all its sentences.
    """

    candidate: Candidate
    headword: str
    chinese: str
    positions: tuple[int, ...]
    segment: Segment
    start: int
    end: int


def guesses(tools: Toolbox, article_id: int, limit: int = 30) -> tuple[Guess, ...]:
    """Phrases of an article that look like terms and are in none of its glossaries.

    Raises `NotFound`.
    """
    _, rows = rows_of(tools, article_id)
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
    selected words as a headword, and a guess of their Chinese.

    Raises `NotFound`.
    """
    _, rows = rows_of(tools, article_id)
    segment = next((row.segment for row in rows if row.segment.position == position), None)
    if segment is None:
        raise articles.missing(article_id)
    chosen = segment.source[max(0, start) : max(0, end)].strip(" \t\n.,;:!?")
    english = English(tools.dictionary)
    headword = _as_headword(english, rows, segment.source[: max(0, start)], chosen)
    return segment, headword, _chinese_for(english, chosen, [(segment, start, end)])


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


def _guess(english: English, found: Candidate, rows: Sequence[Row]) -> Guess:
    places = [(rows[number].segment, start, end) for number, start, end in found.places]
    positions = tuple(dict.fromkeys(segment.position for segment, _, _ in places))
    first, start, end = places[0]
    headword = _as_headword(english, rows, first.source[:start], found.text)
    return Guess(
        found, headword, _chinese_for(english, found.text, places), positions, first, start, end
    )


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


def _as_headword(english: English, rows: Sequence[Row], before: str, chosen: str) -> str:
    """`chosen` without the capital that only opens its sentence: a capital makes it a name, which
    is not found in small letters. `before` is what stands before it in its sentence.

    A word is a common one where the article never writes it large in the middle of a sentence,
    and the dictionary writes it small in what it says: mostly, or always for a word alone.
    """
    first, *others = chosen.split() or [""]
    if before.strip(_OPENING) or not first[:1].isupper() or not first[1:].islower():
        return chosen
    inside = re.compile(rf"[\w,;:] {re.escape(first)}\b")
    if any(word[0].isupper() for word in others) or any(
        inside.search(row.segment.source) for row in rows
    ):
        return chosen
    told = " ".join(sense for entry in english.english(first) for sense in entry.senses)
    root = re.escape(lemma(first))
    small = len(re.findall(rf"\b{root}", told))
    large = len(re.findall(rf"\b{root[:1].upper()}{root[1:]}", told))
    is_common = small > 2 * large if others else small and not large
    return chosen[0].lower() + chosen[1:] if is_common else chosen
