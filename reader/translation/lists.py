"""The enumeration comma: Chinese writes 、 between the items of a list, English a comma."""

from __future__ import annotations

import re

_WORD = "[一-鿿A-Za-z0-9·“”‘’《》-]"
_LIST = re.compile(
    rf"(?<=[一-鿿A-Za-z0-9”》）])"
    rf"(?P<inner>(?:(?:, ?|、){_WORD}{{1,8}}){{1,12}})"
    rf"(?P<last>(?:, ?|、)?(?:以及|和|及|或|与){_WORD}{{1,24}})"
)
# A word that makes a clause of what looks like an item.
_CLAUSE = re.compile(
    "[是的了在有会将被把让使就也都还并但而却则因所其该此这那他她它我你们于为去]|^如|可以|可能|能够|应该|"
    "必须|需要|表示|认为|说|称|如果|虽然|由于|随着|包括|例如|比如|同时|然后|之后|以后|期间|[0-9][年月日]"
)
# What stands before the comma of an opening phrase (数千年来, 另一方面), not of a first item.
_OPENING = re.compile("[来时中后上下里外前间面然]$|特别是$|例如$|比如$")
_NO_ITEM = (
    "(?!(?:and|or|but|which|who|where|when|while|if|in|on|at|by|with|for|from|to|as|it|he|she|they|"
    r"there|this|that|you|we|also|then|not)\b)"
)
_SHORT = _NO_ITEM + r"(?:[^\s,;:.]+ ){0,4}[^\s,;:.]+"
_ENGLISH_LIST = re.compile(rf"(?<=[\w)] ){_SHORT}(?P<inner>(?:, {_SHORT}){{1,12}}?),? (?:and|or) ")
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
    `source`, it must have a list of as many items; without, the list must have four.

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
    return _LIST.sub(lambda m: _joined(m, lengths if source else None), text)


def _joined(match: re.Match[str], lengths: set[int] | None) -> str:
    """Return the list with 、 if it surely is one; `lengths` are those of the source's lists."""
    items = [item for item in re.split(", ?|、", match["inner"]) if item]
    length = len(items) + 2
    if length not in lengths if lengths is not None else length < 4:
        return match[0]
    if any(_CLAUSE.search(item) for item in items):
        return match[0]
    if _OPENING.search(match.string[max(0, match.start() - 4) : match.start()]):
        return match[0]
    return "".join(f"、{item}" for item in items) + match["last"].lstrip(", 、")
