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
_SAYS = r"(?<![据话来如是])(?:说|道|表示|称|写道|问|指出|补充|解释|强调|回答|宣布|警告|承认)"
# 他说", is what engines make of: He said, "
_SWAPPED = re.compile(rf"({_SAYS}) ?([\"“”])([,，:：]) ?(?=[^\s\"“”])")
_SPEECH = re.compile(rf"({_SAYS})，(?=“(?:[^“”]*[。？！…]”|[^”]*$))")


def pair_quotes(text: str, source: str = "") -> str:
    """Return `text` with its quotation marks paired: “ ” outside, ‘ ’ inside them.

    No mark is added or removed. A mark without a partner gets the direction of the one mark
    without a partner of the English `source`, or that which its neighbours suggest. What is said
    in whole sentences comes after a colon (GB/T 15834-2011, 4.7.3.1).

    >>> pair_quotes('他说:"这叫\\'和平\\'."')
    '他说:“这叫‘和平’.”'
    """
    if not _MARK.search(text):
        return text
    text = _SWAPPED.sub(_unswapped, text)
    marks = _quotation_marks(text)
    kinds = "".join(text[at] for at in marks)
    trusted = bool(_CLOSING & set(kinds))
    lone_closes = len(marks) == 1 and _is_lone_closing(source)
    chars = list(text)
    still_open: list[str] = []
    for nth, at in enumerate(marks):
        opens = _opens(text, at, "".join(still_open), kinds[nth + 1 :], trusted=trusted)
        if opens and not lone_closes:
            chars[at] = "‘" if len(still_open) % 2 else "“"
            still_open.append(text[at])
        else:
            if still_open:
                still_open.pop()
            chars[at] = "’" if len(still_open) % 2 else "”"
    return _SPEECH.sub(r"\1：", "".join(chars))


def _unswapped(match: re.Match[str]) -> str:
    """Put the comma before the mark that opens what is said; a mark that closes stays."""
    before = match.string[: match.start(2)]
    closes = len(_MARK.findall(before)) % 2
    return match[0] if closes else f"{match[1]}{match[3]}{match[2]}"


def _is_lone_closing(source: str) -> bool:
    """Say whether the only quotation mark of an English sentence closes a quotation."""
    marks = [m.start() for m in _MARK.finditer(source) if source[m.start()] in _DOUBLE]
    return len(marks) == 1 and marks[0] > 0 and not source[marks[0] - 1].isspace()


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
