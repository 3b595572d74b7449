"""The script that the Chinese of a page is written in: simplified or traditional."""

from __future__ import annotations

from flask import request

from reader.chinese.script import to_traditional
from reader.web.reading.runs import Run, rewritten

COOKIE = "script"
TRADITIONAL = "traditional"


def is_traditional() -> bool:
    """Whether this browser asked for traditional characters. Its script sets the cookie."""
    return request.cookies.get(COOKIE) == TRADITIONAL


def tag() -> str:
    """The language tag of the page's Chinese."""
    return "zh-Hant" if is_traditional() else "zh-Hans"


def in_script(text: str, given: str = "") -> str:
    """Simplified Chinese in the script of the page; `given` is its known traditional form."""
    if not is_traditional():
        return text
    return given or to_traditional(text)


def runs_in_script(runs: tuple[Run, ...], text: str) -> tuple[Run, ...]:
    """The runs of a simplified sentence in the script of the page. Offsets stay the same."""
    return rewritten(runs, to_traditional(text)) if is_traditional() else runs
