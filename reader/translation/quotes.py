"""Quotation marks of a Chinese sentence: which opens, which closes, which is nested.

GB/T 15834 wants “ ” outside and ‘ ’ inside. Engines write straight marks, marks of the wrong
direction, or a mixture. Apostrophes of Latin words and the signs of feet, inches and minutes are
no quotation marks and stay as they are.
"""

from __future__ import annotations

import re

_DOUBLE = frozenset('"“”„‟＂〝〞〟')
_SINGLE = frozenset("'‘’‚‛＇")
_MARK = re.compile("[\"“”„‟＂〝〞〟'‘’‚‛＇]")
_OPENING = frozenset("“‘„‚〝")
_CLOSING = frozenset("”’〞〟")
_STRAIGHT = frozenset("\"'＂＇")
_LEADS_IN = frozenset(" (（[【《，：、—,:·")
_FOLLOWS = frozenset(" )）]】》，。：；、！？—….,:;!?")
_STOP = frozenset("。！？….!?")


def pair_quotes(text: str) -> str:
    """Return `text` with its quotation marks paired: “ ” outside, ‘ ’ inside them.

    No mark is added or removed. A mark without a partner gets the direction that its neighbours
    suggest.

    >>> pair_quotes('他说:"这叫\\'和平\\'."')
    '他说:“这叫‘和平’.”'
    """
    if not _MARK.search(text):
        return text
    marks = _quotation_marks(text)
    kinds = "".join(text[at] for at in marks)
    trusted = bool(_CLOSING & set(kinds))
    chars = list(text)
    still_open: list[str] = []
    for nth, at in enumerate(marks):
        if _opens(text, at, "".join(still_open), kinds[nth + 1 :], trusted=trusted):
            chars[at] = "‘" if len(still_open) % 2 else "“"
            still_open.append(text[at])
        else:
            if still_open:
                still_open.pop()
            chars[at] = "’" if len(still_open) % 2 else "”"
    return "".join(chars)


def _quotation_marks(text: str) -> list[int]:
    """Return where the quotation marks stand, without apostrophes, feet and inches."""
    found = [m.start() for m in _MARK.finditer(text) if not _inside_word(text, m.start())]
    doubles = [at for at in found if text[at] in _DOUBLE]
    singles = [at for at in found if text[at] in _SINGLE]
    if len(doubles) == 1 and text[doubles[0]] in _STRAIGHT and _after_digit(text, doubles[0]):
        doubles = []
    return sorted(doubles + (singles if len(singles) > 1 else []))


def _inside_word(text: str, at: int) -> bool:
    """Say whether the mark is an apostrophe between two letters of a Latin word."""
    if text[at] in _DOUBLE or not 0 < at < len(text) - 1:
        return False
    return all(ch.isalnum() and ch < "\u0250" for ch in (text[at - 1], text[at + 1]))


def _after_digit(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()


def _opens(text: str, at: int, still_open: str, later: str, *, trusted: bool) -> bool:
    """Decide whether the mark at `at` opens.

    `still_open` holds the marks opened and not closed yet, `later` those that follow, `trusted`
    tells that opening marks of the text can be believed.
    """
    mark = text[at]
    if mark in _OPENING and trusted and later:
        return True
    if still_open:
        if mark in _CLOSING or mark in still_open or not later:
            return False
        if mark in _SINGLE:
            return not _SINGLE & set(still_open)
        return later.count(mark) % 2 == 1 and "”" in later
    before = text[at - 1] if at else ":"
    after = text[at + 1] if at + 1 < len(text) else "。"
    if mark in _CLOSING:
        return before in ":：(（" and after not in _FOLLOWS
    if len(later) % 2:
        return True
    return before not in _STOP and (after not in _FOLLOWS or before in _LEADS_IN)
