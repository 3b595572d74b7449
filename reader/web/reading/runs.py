"""Runs: a sentence cut into stretches, each with its word, pinyin and glossary term. Pure.

Terms and words are found by different means, so their borders may cross. A run never does: it
lies in one term or in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reader.chinese.annotate import Token
from reader.chinese.ruby import spelled, stretches
from reader.translation.segment import TermUse


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of text and the pinyin over it, "" where it has none.

    `breaks` tells that a line may end after it; browsers do not see that between two words
    with pinyin. `level` is that of HSK 3.0, 1 to 7 (for 7-9), 0 for none.
    """

    text: str
    pinyin: str = ""
    breaks: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that share a glossary term, or that have none."""

    words: tuple[Word, ...]
    term: TermUse | None = None

    @property
    def text(self) -> str:
        """The text of the run."""
        return "".join(word.text for word in self.words)


_OPENING = frozenset("“‘（《〈「『【〔")

# Where a term stands (start, end in characters), and where a word stands,
# with whether it can be cut.
_Mark: TypeAlias = tuple[int, int, TermUse]
_Placed: TypeAlias = tuple[int, int, Token, bool]


def source_runs(text: str, uses: Iterable[TermUse]) -> tuple[Run, ...]:
    """Cut an English sentence at its terms; the runs joined are the sentence."""
    marks = _apart(((use.source_start, use.source_end, use) for use in uses), len(text))
    return tuple(
        Run((Word(text[start:end]),), use) for start, end, use in _covering(marks, len(text))
    )


def target_runs(text: str, tokens: Sequence[Token], uses: Iterable[TermUse]) -> tuple[Run, ...]:
    """Cut a Chinese sentence at its words and terms; the runs joined are the sentence.

    Where a term ends inside a word, the word is cut there if each of its Chinese characters has
    a syllable; else the mark grows to the border of the word. Tokens that do not fit the text are
    left out.
    """
    words = _words(text, tokens)
    wanted = (_grown(use.target_start, use.target_end, use, words) for use in uses)
    marks = _apart(wanted, len(text))
    return tuple(
        Run(tuple(_inside(text, words, start, end)), use)
        for start, end, use in _covering(marks, len(text))
    )


def rewritten(runs: Iterable[Run], text: str) -> tuple[Run, ...]:
    """The runs with another text of the same length in their words: another script."""
    at = 0
    made = []
    for run in runs:
        words = []
        for word in run.words:
            words.append(replace(word, text=text[at : at + len(word.text)]))
            at += len(word.text)
        made.append(replace(run, words=tuple(words)))
    return tuple(made)


def _apart(marks: Iterable[_Mark], length: int) -> list[_Mark]:
    """The marks that do not overlap, in order: of two that do, the longer one stays."""
    kept: list[_Mark] = []
    for start, end, use in sorted(marks, key=lambda mark: (mark[0] - mark[1], mark[0])):
        if 0 <= start < end <= length and all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, use))
    return sorted(kept, key=lambda mark: mark[0])


def _covering(marks: list[_Mark], length: int) -> Iterator[tuple[int, int, TermUse | None]]:
    """The marks and the gaps between them, so that all characters are covered."""
    at = 0
    for start, end, use in marks:
        if at < start:
            yield at, start, None
        yield start, end, use
        at = end
    if at < length:
        yield at, length, None


def _words(text: str, tokens: Sequence[Token]) -> list[_Placed]:
    """The words that have syllables, in order."""
    words: list[_Placed] = []
    at = 0
    for token in tokens:
        if token.syllables and token.start >= at and text[token.start : token.end] == token.text:
            words.append((token.start, token.end, token, bool(spelled(token))))
            at = token.end
    return words


def _grown(start: int, end: int, use: TermUse, words: list[_Placed]) -> _Mark:
    """The mark, grown over the words that it cuts where they cannot be cut."""
    if start >= end:
        return start, end, use
    for first, last, _token, may_part in words:
        if not may_part:
            start = first if first < start < last else start
            end = last if first < end < last else end
    return start, end, use


def _inside(text: str, words: list[_Placed], start: int, end: int) -> Iterator[Word]:
    """The words between two offsets, with the text between them."""
    at = start
    for first, last, token, _ in words:
        left, right = max(first, start), min(last, end)
        if left >= right:
            continue
        if at < left:
            yield Word(text[at:left])
        at = left
        for part, pinyin in stretches(token, left - first, right - first):
            at += len(part)
            yield Word(part, pinyin, _may_break(text, at), token.level.hsk3)
        at = right
    if at < end:
        yield Word(text[at:end])


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at an offset, which follows a Chinese one."""
    return text[at : at + 1].isalnum() or text[at : at + 1] in _OPENING
