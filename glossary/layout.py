"""How a stretch of text uses capitals: as in a sentence, in a title, or throughout."""

from __future__ import annotations

from enum import Enum

from glossary.words import Words

_REACH = 12
_FEW = 2
_MOST = 0.9
_UNMARKED_TEXT = """
a an and as at by but for from in into is of on or nor the to up via vs with per than over off
"""
_UNMARKED = frozenset(_UNMARKED_TEXT.split())
_SHORT_TEXT = "mr mrs ms dr gov sen rep gen col lt prof st jr sr capt maj hon rev pres"
_SHORT = frozenset(_SHORT_TEXT.split())
_OPENING_QUOTES = frozenset("“\"‘'«„")


class Style(Enum):
    """Which words of a line have capitals."""

    SENTENCE = "sentence"
    TITLE = "title"
    CAPITALS = "capitals"


def opens_sentence(words: Words, index: int) -> bool:
    """Whether word `index` is the first of a sentence, a line or a quotation.

    The point of an abbreviated title (Mr. May) ends nothing.
    """
    if index == 0:
        return True
    gap = words.gap(index)
    if gap == " ":
        return False
    if any(mark in gap for mark in "!?:\n•…"):
        return True
    before = words.words[index - 1]
    if "." in gap:
        return before.lower() not in _SHORT and not (len(before) == 1 and before.isupper())
    return any(mark in gap for mark in ",—–") and any(mark in gap for mark in _OPENING_QUOTES)


def sentence_of(words: Words, index: int) -> range:
    """The words of the sentence or line around word `index`, at most 12 each way."""
    first, last = index, index + 1
    while first > max(0, index - _REACH) and not opens_sentence(words, first):
        first -= 1
    while last < min(len(words), index + _REACH) and not opens_sentence(words, last):
        last += 1
    return range(first, last)


def style_at(words: Words, index: int) -> Style:
    """How the sentence or line around word `index` uses capitals, by its other words."""
    if any(map(_is_plain, words.words[max(0, index - 1) : index + 2])):
        return Style.SENTENCE
    around = [words.words[n] for n in sentence_of(words, index) if n != index]
    letters = [word for word in around if word[0].isalpha()]
    if sum(len(word) > 1 for word in letters) >= _FEW and all(map(str.isupper, letters)):
        return Style.CAPITALS
    telling = [word for word in letters if word.lower() not in _UNMARKED]
    marked = sum(word[0].isupper() for word in telling)
    if marked >= _FEW and marked >= _MOST * len(telling):
        return Style.TITLE
    return Style.SENTENCE


def _is_plain(word: str) -> bool:
    """Whether it has no capital and would have one in a title."""
    return word.islower() and word not in _UNMARKED
