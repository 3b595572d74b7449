"""Ruby: the stretches of a Chinese word with the pinyin that stands over each. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from reader.chinese.annotate import LONGEST_WHOLE, Token
from reader.chinese.tones import joined
from reader.chinese.words import HAN

_HAN = re.compile(f"[{HAN}]")


def stretches(token: Token, start: int = 0, end: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a word between two offsets in it, in characters, with their pinyin.

    A word of up to `LONGEST_WHOLE` characters is one stretch. A longer one comes apart into its
    own words, so that a line may end inside it. A mark in it has "" over it.
    """
    size = len(token.text)
    last = size if end is None else end
    characters = spelled(token)
    borders = _borders(token) if characters else set()
    if not characters or (not borders and (start, last) == (0, size)):
        yield token.text, token.pinyin
        return
    at = start
    for border in sorted({*(b for b in borders if start < b < last), last}):
        part = characters[at:border]
        text = "".join(character for character, _ in part)
        yield text, joined(syllable for _, syllable in part if syllable)
        at = border


def spelled(token: Token) -> list[tuple[str, str]]:
    """Each character of a word with its syllable, "" for a mark; [] where they do not match."""
    han = [bool(_HAN.match(character)) for character in token.text]
    if sum(han) != len(token.syllables):
        return []
    syllables = iter(token.syllables)
    return [
        (character, next(syllables) if is_han else "")
        for character, is_han in zip(token.text, han, strict=True)
    ]


def _borders(token: Token) -> set[int]:
    """Where a word comes apart: around marks; a long one between its words or characters."""
    size = len(token.text)
    marks = [at for at, character in enumerate(token.text) if not character.isalnum()]
    around = {border for at in marks for border in (at, at + 1)}
    if size <= LONGEST_WHOLE:
        return around
    parts = token.parts or (size,)
    lengths = [n for part in parts for n in ((part,) if part <= LONGEST_WHOLE else (1,) * part)]
    return around | set(accumulate(lengths))
