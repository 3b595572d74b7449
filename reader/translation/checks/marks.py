"""Are brackets and quotation marks balanced, and do both sides have them?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.translation.segment import Issue

_PAIRS = {"）": "（", "”": "“", "’": "‘", "》": "《", "】": "【", "]": "["}
_OPENING = frozenset(_PAIRS.values())
_WIDE = str.maketrans("()", "（）")
_QUOTED = re.compile('["“”][^"“”]{2,}["“”]')
_BRACKETED = re.compile(r"\([^() ]+(?: [^() ]+){2,}\)")


def bracket_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield each bracket or quotation mark of the target without a partner.

    Where the source itself is one part of a longer quotation, the target may be one too. Yield
    a bracketed or quoted stretch of the source too, if the target has no such mark at all.
    """
    lone = _lone_marks(target.translate(_WIDE))
    if lone and not _is_open(source):
        for at in lone:
            yield Issue("brackets", 0, 0, at, at + 1, detail=target[at])
        return
    bracketed = _BRACKETED.search(source)
    if bracketed and not re.search("[(（—\\[，]", target):
        yield Issue("brackets", *bracketed.span(), 0, len(target), detail=bracketed[0])
    quoted = _QUOTED.search(source)
    if quoted and len(quoted[0].split()) >= 3 and not re.search('["“”‘’「」《：:]', target):
        yield Issue("brackets", *quoted.span(), 0, len(target), detail=quoted[0])


def _lone_marks(text: str) -> list[int]:
    waiting: list[int] = []
    lone: list[int] = []
    for at, mark in enumerate(text):
        if mark in _OPENING:
            waiting.append(at)
        elif mark in _PAIRS and not (mark == "’" and _in_word(text, at)):
            if waiting and text[waiting[-1]] == _PAIRS[mark]:
                waiting.pop()
            else:
                lone.append(at)
    straight = [at for at, mark in enumerate(text) if mark == '"']
    if len(straight) % 2:
        lone.append(straight[-1])
    return sorted(lone + waiting)


def _in_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isascii() and text[at - 1 : at].isalpha()


def _is_open(source: str) -> bool:
    """Say whether the source has a bracket or quotation mark without a partner."""
    return (
        source.count('"') % 2 == 1
        or source.count("“") != source.count("”")
        or source.count("(") != source.count(")")
        or source.count("[") != source.count("]")
    )
