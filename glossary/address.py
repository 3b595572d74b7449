"""Web and mail addresses, account names and paths: no words stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)@\w+"
    r"|(?<!\S)[/~][\w.-]+/\S*"
    r"|(?<![\w.-])(?:[\w-]+\.)+(?:com|org|net|gov|edu|mil|int|info|io|cn|co|uk|eu|hk|tw|jp|de|fr|tv"
    r"|asia|news|html?|pdf|csv|docx?|xlsx?|txt|jpe?g|png)(?![\w-])(?:/\S*)?"
)


class Addresses:
    """Where the addresses of one text stand; looked for once, when first asked."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._ends: list[int] = []

    def hold(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` belong to an address or a path.

        >>> Addresses("see https://example.org/trade-war/1 now").hold(24, 33)
        True
        """
        text = self._text
        if text[start - 1 : start].isspace() and text[end : end + 1].isspace():
            return False
        if self._starts is None:
            spans = [found.span() for found in _ADDRESS.finditer(text)]
            self._starts = [span[0] for span in spans]
            self._ends = [span[1] for span in spans]
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and self._ends[last] > start
