"""The tones of a page's pinyin: those of the dictionary, or those that are spoken."""

from __future__ import annotations

from dataclasses import replace

from flask import request

from reader.chinese.annotate import Token
from reader.chinese.pinyin import Reading, spoken
from reader.chinese.words import Word

COOKIE = "sandhi"
SPOKEN = "spoken"


def is_spoken() -> bool:
    """Whether this browser asked for the tones as spoken. Its script sets the cookie."""
    return request.cookies.get(COOKIE) == SPOKEN


def as_read(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of one sentence with the tones that the page shows."""
    if not is_spoken():
        return tokens
    words = [Word(each.text, each.start, each.end, bool(each.syllables)) for each in tokens]
    readings = [Reading(each.syllables, each.pinyin) for each in tokens]
    return tuple(
        replace(token, syllables=reading.syllables, pinyin=reading.pinyin)
        for token, reading in zip(tokens, spoken(words, readings), strict=True)
    )
