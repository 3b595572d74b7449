"""The enumeration comma: Chinese writes 、 between the items of a list, English a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = "[一-鿿A-Za-z0-9·“”‘’《》-]"
_BEFORE = "(?<=[一-鿿A-Za-z0-9”》）])"
_AND = "(?:以及|和|及|或|与)"
_INNER = rf"{_BEFORE}(?P<inner>(?:(?:, ?|、)(?!{_AND}){_WORD}{{1,8}}){{1,12}})"
_JOINED = re.compile(rf"{_INNER}(?P<last>(?:, ?|、)?{_AND}{_WORD}{{1,24}})")
_ETC = re.compile(rf"{_INNER}(?P<last>等)(?![待于级到候同距离号])")
_ROW = re.compile(
    rf"{_BEFORE}(?P<inner>(?:, ?{_WORD}{{1,8}}){{2,12}})(?P<last>, ?)(?={_WORD}{{2}})"
)
_HAS_AND = re.compile(_AND)
_LEAST_OF_A_ROW = 4
# A word that makes a clause of what looks like an item.
_CLAUSE = re.compile(
    "[是的了在有会将被把让使就也都还并但而却则因所其该此这那他她它我你们于为去]|^如|可以|可能|能够|应该|"
    "必须|需要|表示|认为|说|称|如果|虽然|由于|随着|包括|例如|比如|同时|然后|之后|以后|期间|[0-9][年月日]|"
    "^[即由从对只仅才又再不没]|尽管|因此|沿着|经过|前往|提供"
)
# What stands before the comma of an opening phrase (数千年来, 另一方面), not of a first item.
_OPENING = re.compile("[来时中后上下里外前间面然年月日]$|特别是$|例如$|比如$")
_NO_ITEM = (
    "(?!(?:and|or|but|which|who|where|when|while|if|in|on|at|by|with|for|from|to|as|it|he|she|they|"
    r"there|this|that|you|we|also|then|not|such|including|especially|like|even|so|because|although|"
    r"though|since|until|after|before|both|either|namely)\b)"
)
_SHORT = _NO_ITEM + r"(?:[^\s,;:.]+ ){0,4}[^\s,;:.]+"
_ENGLISH_LIST = re.compile(
    rf"(?:^|(?<=[\w)] )){_SHORT}(?P<inner>(?:, {_SHORT}){{1,12}}?),? (?:and|or|etc)\b"
)
_ENGLISH_OPENING = re.compile(
    r"(?:^|[.;:,] )(?:In|On|At|For|By|From|With|After|Before|During|Since|As|Despite|Like|When|"
    r"If)\b[^,]*$",
    re.IGNORECASE,
)


def enumerate_items(text: str, source: str = "") -> str:
    """Return `text` with 、 for the ASCII commas inside lists of short items.

    An engine that writes full-width commas has chosen between ， and 、 itself and is believed.
    Only lists that cannot be clauses are touched: every item between two marks is at most eight
    characters without a verb-like word, and the list ends in 和, 及, 或 or 与. With the English
    `source`, it must have a list of as many items, and the Chinese may end in 等 or, of four items
    and more, have no word before its last; without, the list must have four.

    >>> enumerate_items("他发现癌症,结核病,艾滋病毒和疟疾。")
    '他发现癌症、结核病、艾滋病毒和疟疾。'
    """
    if "," not in text:
        return text
    lengths = {
        m["inner"].count(",") + 2
        for m in _ENGLISH_LIST.finditer(source)
        if not _ENGLISH_OPENING.search(source[: m.start("inner")])
    }
    text = _JOINED.sub(lambda m: _listed(m, lengths if source else None), text)
    if not lengths:
        return text
    # 等 stands for the last item of the source, or comes after it.
    text = _ETC.sub(lambda m: _listed(m, lengths | {length + 1 for length in lengths}), text)
    return _ROW.sub(lambda m: _row(m, lengths), text)


def _listed(match: re.Match[str], lengths: set[int] | None) -> str:
    """Return the list with 、 if it surely is one; `lengths` are those of the source's lists.

    What stands before as many items as the source has stays: it opens the sentence.
    """
    marks = re.findall(", ?|、", match["inner"])
    items = re.split(", ?|、", match["inner"])[1:]
    first = match.string[max(0, match.start() - 4) : match.start()]
    for skipped in range(len(items) if lengths is not None else 1):
        length = len(items) - skipped + 2
        if length >= _LEAST_OF_A_ROW if lengths is None else length in lengths:
            if not _are_items(items[skipped - 1] if skipped else first, items[skipped:]):
                continue
            opening = map("".join, zip(marks[:skipped], items, strict=False))
            listed = (f"、{item}" for item in items[skipped:])
            return "".join((*opening, *listed, match["last"].lstrip(", 、")))
    return match[0]


def _row(match: re.Match[str], lengths: set[int]) -> str:
    """Return a row without 和 with 、 if the source has a list of exactly as many items."""
    items = re.split(", ?", match["inner"])[1:]
    first = match.string[max(0, match.start() - 4) : match.start()]
    fits = len(items) + 2 in lengths and len(items) + 2 >= _LEAST_OF_A_ROW
    if not fits or any(map(_HAS_AND.search, items)) or not _are_items(first, items):
        return match[0]
    return "".join(f"、{item}" for item in items) + "、"


def _are_items(first: str, rest: Sequence[str]) -> bool:
    """Say whether neither `first` opens a sentence nor one of the `rest` is a clause."""
    return not _OPENING.search(first) and not any(map(_CLAUSE.search, rest))
