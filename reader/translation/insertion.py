"""Put a glossary rendering into an answer that the model wrote without it.

Only where the English leaves one place for it: beside the rendering of the term that it stands
beside there. A place comes before the smaller one in Chinese ("Wuhan, Hubei Province" is
湖北省武汉), and what is named in a row comes after. Pure functions, no model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.translation.engine import Hint

_PLACE = re.compile(r"(?:\b(?:in|at|from|near|of|to|outside)\s+)$")
_ROW = re.compile(r"\s*,?\s*(?:and|or|as well as)\b", re.ASCII)
_IN_A_ROW = ("和", "与", "及", "、", "以及", "或")
_NAME_WORDS = 2  # a longer name than this is no town


def inserted(source: str, answer: str, hint: Hint, hints: Sequence[Hint]) -> str | None:
    """Return *answer* with the rendering of *hint*, or None where its place is not sure.

    *hints* are those of the whole *source*, whose character offsets they have.

    >>> wuhan, hubei = Hint(3, 8, "Wuhan", "武汉"), Hint(10, 24, "Hubei Province", "湖北省")
    >>> inserted("In Wuhan, Hubei Province, it rained.", "武汉下雨。", hubei, [wuhan, hubei])
    '湖北省武汉下雨。'
    """
    for other in hints:
        between = source[other.end : hint.start] if other.end <= hint.start else None
        form = _written(answer, other)
        if between is None or form is None:
            continue
        at = answer.index(form)
        if between == ", " and _is_place(source, other, hint):
            if len(other.source.split()) <= _NAME_WORDS:
                return answer[:at] + hint.target + answer[at:]
            end = at + len(form)
            return f"{answer[:end]}（{hint.target}）{answer[end:]}"
        if _ROW.fullmatch(between.rstrip()):
            end = at + len(form)
            if not answer.startswith(_IN_A_ROW, end):
                return f"{answer[:end]}和{hint.target}{answer[end:]}"
    return None


def _is_place(source: str, other: Hint, hint: Hint) -> bool:
    """Return whether the two are a place and the bigger one around it, not two of a list."""
    names = (other.source[:1], hint.source[:1])
    if not all(name.isupper() for name in names) or _ROW.match(source, hint.end):
        return False
    long = len(other.source.split()) > _NAME_WORDS
    return long or bool(_PLACE.search(source[: other.start].casefold()))


def _written(answer: str, hint: Hint) -> str | None:
    """Return the form of *hint* that stands once, and only once, in *answer*."""
    forms = (hint.target, *hint.accepted)
    return next((form for form in forms if form and answer.count(form) == 1), None)
