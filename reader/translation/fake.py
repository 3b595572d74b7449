"""An engine that needs no model: for tests, demonstrations and page design."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from reader.translation.engine import Draft, Hint, Link, Request

# Common words of two characters each, so that the page has pinyin, meanings and levels for them.
WORDS = (
    "世界合作发展问题社会经济国家学生老师文化历史科学技术环境机会"
    "关系希望认为需要继续支持提高开始讨论重要共同今天已经可能努力"
)
_SMALL_WORDS = re.compile(
    r"an?|the|and|or|as|at|by|for|from|in|of|on|to|with|that|it|its|is|are|was|were|be|been|has"
    r"|have|had|will|but",
    re.IGNORECASE,
)
MARKS = {",": "，", ".": "。", "?": "？", "!": "！", ";": "；", ":": "：", "(": "（", ")": "）"}
_PIECE = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,.;:?!()]")


class FakeEngine:
    """Writes Chinese words that mean nothing, the same ones for the same sentence every time.

    Glossary renderings, numbers and punctuation are those of the source, and every word is
    linked to its own, so that everything behind the engine has something true to work on.
    """

    key = "fake"
    name = "Fake (no model)"

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        """Yield one draft per request at once."""
        for request in requests:
            yield _draft(request, salt=0)

    def alternatives(self, request: Request) -> Iterator[Draft]:
        """Yield two drafts made of other words."""
        for salt in (1, 2):
            yield _draft(request, salt)

    def close(self) -> None:
        """Do nothing: there is no model to free."""


def _draft(request: Request, salt: int) -> Draft:
    text = ""
    links = []
    for start, end, target in _targets(request, salt):
        if target not in MARKS.values():
            links.append(Link(start, end, len(text), len(text) + len(target)))
        text += target
    return Draft(text, links=tuple(links), score=0.0)


def _targets(request: Request, salt: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, Chinese) for the pieces of the source that get any Chinese."""
    hints = {hint.start: hint for hint in _without_overlap(request.hints)}
    position = 0
    while position < len(request.text):
        if hint := hints.get(position):
            yield hint.start, hint.end, hint.target
            position = hint.end
            continue
        piece = _PIECE.match(request.text, position)
        stop = min((start for start in hints if start > position), default=len(request.text))
        if not piece or piece.end() > stop:
            position += 1
            continue
        if target := _word(piece[0], salt):
            yield piece.start(), piece.end(), target
        position = piece.end()


def _word(piece: str, salt: int) -> str:
    if piece in MARKS:
        return MARKS[piece]
    if piece[0].isdigit():
        return piece
    if _SMALL_WORDS.fullmatch(piece):
        return ""
    start = (crc32(piece.lower().encode()) + salt) % (len(WORDS) // 2) * 2
    return WORDS[start : start + 2]


def _without_overlap(hints: Sequence[Hint]) -> Iterator[Hint]:
    end = 0
    for hint in sorted(hints, key=lambda hint: (hint.start, -hint.end)):
        if hint.start >= end and hint.end > hint.start:
            yield hint
            end = hint.end
