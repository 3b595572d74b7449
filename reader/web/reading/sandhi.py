"""The tones of a page's pinyin: those of the dictionary, or those that are spoken."""

from __future__ import annotations

from flask import request

from reader.chinese.annotate import Token, as_spoken

COOKIE = "sandhi"
SPOKEN = "spoken"


def is_spoken() -> bool:
    """Whether this browser asked for the tones as spoken. Its script sets the cookie."""
    return request.cookies.get(COOKIE) == SPOKEN


def as_read(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of one sentence with the tones that the page shows."""
    return as_spoken(tokens) if is_spoken() else tokens
