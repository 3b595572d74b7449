"""Web and mail addresses, account names and paths: no words stand in them."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)@\w+"
    r"|(?<!\S)[/~][\w.-]+/\S*"
    r"|(?<![\w.])(?:[\w-]+\.)+(?:com|org|net|gov|edu|mil|int|info|io|cn|co|uk|eu|hk|tw|jp|de|fr|tv"
    r"|asia|news|html?|pdf|csv|docx?|xlsx?|txt|jpe?g|png)(?![\w-])(?:/\S*)?"
)
# How far to look to each side: time must not grow with the square of a text without spaces.
_LONGEST = 300


def stands_in_address(text: str, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` belong to an address or a path.

    >>> stands_in_address("see https://example.org/trade-war/1 now", 24, 33)
    True
    """
    first, last = start, end
    while first > max(0, start - _LONGEST) and not text[first - 1].isspace():
        first -= 1
    limit = min(len(text), end + _LONGEST)
    while last < limit and not text[last].isspace():
        last += 1
    chunk = text[first:last]
    if not ("." in chunk or "@" in chunk or "://" in chunk or chunk[0] in "/~"):
        return False
    return any(
        first + found.start() < end and start < first + found.end()
        for found in _ADDRESS.finditer(chunk)
    )
