"""Lists in traditional characters: their renderings are kept beside simplified ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary.chinese import to_simplified, to_traditional
from glossary.term import Term


def with_simplified(terms: Sequence[Term]) -> list[Term]:
    """`terms` whose renderings are traditional, with simplified ones in their place.

    >>> [term] = with_simplified([Term("tariff", "tariff", "關稅")])
    >>> term.rendering, term.traditional
    ('关税', '關稅')
    """
    return [
        replace(
            term,
            rendering=to_simplified(term.rendering),
            accepted=tuple(map(to_simplified, term.accepted)),
            traditional=term.traditional or term.rendering,
        )
        for term in terms
    ]


def are_traditional(renderings: Sequence[str]) -> bool:
    """Whether a list is written in traditional characters: twice as many are that than not.

    >>> are_traditional(["貿易戰", "中美"]), are_traditional(["贸易战", "中美", "台灣"])
    (True, False)
    """
    traditional = sum(each != to_simplified(each) for each in renderings)
    simplified = sum(each != to_traditional(each) for each in renderings)
    return traditional > 2 * simplified
