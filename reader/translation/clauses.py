"""Cut a long English sentence at clauses, and join what was made of the parts.

Small models drop clauses of long sentences and Firefox's engine truncates them silently, so the
engines translate long sentences in parts. Pure functions, no model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.translation.engine import Draft, Hint, Link, Request

MIN_WORDS = 4  # a shorter part has too little context to be translated well
_CUTS = (
    # (how good the place is, what stands there); the cut is at the end of the match
    (3.0, re.compile(r"[;:]\s+|\s[—–-]+\s+|—")),
    (2.0, re.compile(r",[\"”']?\s+(?=(?:and|but|or|yet|so|while|which|who|where|because|as)\s)")),
    (1.6, re.compile(r",[\"”']?\s+(?=\w+ing\s|\w+ed\s|for example|including|such as|from|to)")),
    (1.0, re.compile(r",[\"”']?\s+(?=(?:[^\s,]+\s+){3,}[^\s,]+)(?=\D)")),
    (0.9, re.compile(r"\s+(?=(?:but|because|while|although|which|whereas|unless|until)\s)")),
    (0.5, re.compile(r"(?<=\w)\s+(?=(?:that|who|if|when|after|before)\s)")),
    (-1.0, re.compile(r",[\"”']?\s+(?=\D)")),
    (-1.5, re.compile(r"(?<=\w)\s+(?=(?:and|or|to|for|with|in)\s)")),
    (-3.0, re.compile(r"\s+")),
)
_CREDIT = re.compile(r"(?<=[.!?\"”’)])\s*(/\s?[^\W\d_][^/.!?\n]{0,40})$")
_DASHES = re.compile(r"[\s—–-]+$")
_STOP = re.compile(r"[\s。．.，,；;：:、]+$")
_MARKS = {",": "，", ";": "；", ":": "：", "—": "——", "–": "——", "-": "——"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a source sentence: `request.text` stands at character `start` of the source."""

    start: int
    request: Request


def split_clauses(
    text: str,
    hints: Sequence[Hint] = (),
    *,
    max_words: int = 35,
    max_hints: int = 6,
    credit_apart: bool = False,
) -> tuple[Part, ...]:
    """Return *text* in parts of at most *max_words* words and *max_hints* hints.

    With *credit_apart* the credit of a picture ("A port, 2025. /VCG") is the last part; see
    `written_credit`. Cuts never fall inside a hint, a word or a number. A part stays too long
    where no cut is possible. The parts with the white space between them are the text again.

    >>> parts = split_clauses("He came early in June, but she left before July.", max_words=6)
    >>> [part.request.text for part in parts]
    ['He came early in June,', 'but she left before July.']
    """
    start, end = _trim(text, 0, len(text))
    credit = _CREDIT.search(text, start, end) if credit_apart else None
    if credit:
        start, end = _trim(text, start, credit.start(1))
    spans = _split_span(text, start, end, hints, max_words, max_hints)
    if credit:
        spans.append(_trim(text, *credit.span(1)))
    return tuple(_part(text, hints, *span) for span in spans)


def written_credit(request: Request) -> str | None:
    """Return the credit of a picture in Chinese where *request* is nothing else, or None.

    A name that the glossary does not know stays as it is.

    >>> written_credit(Request("/VCG", (Hint(1, 4, "VCG", "视觉中国"),)))
    '/视觉中国'
    """
    if not request.text.startswith("/"):
        return None
    text = request.text
    for hint in sorted(request.hints, key=lambda hint: -hint.start):
        text = text[: hint.start] + hint.target + text[hint.end :]
    return text


def join_parts(parts: Sequence[Part], drafts: Sequence[Draft]) -> Draft:
    """Return the drafts of the parts as one draft of the whole sentence.

    A full stop that an engine wrote after an inner part becomes the mark of the source there,
    and a comma where the source has none; links are shifted. The score is the mean of the
    parts' scores, by length.
    """
    text = ""
    links: list[Link] = []
    last = parts[-2] if len(parts) > 1 and written_credit(parts[-1].request) else parts[-1]
    for part, draft in zip(parts, drafts, strict=True):
        links += [_shifted(link, part.start, len(text)) for link in draft.links]
        whole = part.start >= last.start
        text += draft.text.strip() if whole else _with_mark(draft.text, part)
    forced = tuple(target for draft in drafts for target in draft.forced)
    return Draft(text, links=tuple(links), score=_mean_score(drafts), forced=forced)


def _split_span(
    text: str, start: int, end: int, hints: Sequence[Hint], max_words: int, max_hints: int
) -> list[tuple[int, int]]:
    inside = sum(1 for hint in hints if start <= hint.start and hint.end <= end)
    too_long = len(text[start:end].split()) > max_words
    if not too_long and inside <= max_hints:
        return [(start, end)]
    cut = _best_cut(text, start, end, hints)
    if cut is None:
        return [(start, end)]
    left, right = _trim(text, start, cut), _trim(text, cut, end)
    return [
        *_split_span(text, *left, hints, max_words, max_hints),
        *_split_span(text, *right, hints, max_words, max_hints),
    ]


def _best_cut(text: str, start: int, end: int, hints: Sequence[Hint]) -> int | None:
    """Return the best place to cut: a strong mark, not far from the middle."""
    total = len(text[start:end].split())
    best: tuple[float, int] | None = None
    for strength, pattern in _CUTS:
        for found in pattern.finditer(text, start, end):
            cut = found.end()
            left = len(text[start:cut].split())
            if min(left, total - left) < MIN_WORDS or _inside_hint(cut, hints):
                continue
            score = strength - 4 * abs(left / total - 0.5)
            if best is None or score > best[0]:
                best = (score, cut)
    return best[1] if best else None


def _inside_hint(cut: int, hints: Sequence[Hint]) -> bool:
    return any(hint.start < cut < hint.end for hint in hints)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _part(text: str, hints: Sequence[Hint], start: int, end: int) -> Part:
    inside = tuple(
        replace(hint, start=hint.start - start, end=hint.end - start)
        for hint in hints
        if start <= hint.start and hint.end <= end
    )
    return Part(start, Request(text[start:end], inside))


def _with_mark(target: str, part: Part) -> str:
    body = _STOP.sub("", target)
    last = part.request.text.rstrip("\"”'’")[-1:]
    mark = _MARKS.get(last, "，")
    body = _DASHES.sub("", body) if mark == "——" else body
    return body + mark if body else ""


def _shifted(link: Link, source: int, target: int) -> Link:
    return Link(
        link.source_start + source,
        link.source_end + source,
        link.target_start + target,
        link.target_end + target,
    )


def _mean_score(drafts: Sequence[Draft]) -> float | None:
    scores = [(draft.score, len(draft.text)) for draft in drafts if draft.score is not None]
    length = sum(size for _, size in scores)
    return sum(score * size for score, size in scores) / length if length else None
