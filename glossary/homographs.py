"""Contexts in which a word of any glossary is another word: Turkey breast, 5 PM, Georgia's peaches.

They stand in `glossary/data/homographs.csv`: a form as terms write it, what their Chinese has to
contain if the sense depends on it (any of the parts between `|`), and blocked contexts as
`glossary.context` explains them. A term's own contexts come on top.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files


def known_contexts(forms: Sequence[str], renderings: Sequence[str]) -> tuple[str, ...]:
    """The blocked contexts known for a term with these English forms and Chinese renderings.

    >>> "~ river" in known_contexts(["Amazon"], ["亚马逊河"])
    False
    >>> bool(known_contexts(["Turkey"], ["土耳其"])), known_contexts(["turkey"], ["火鸡"])
    (True, ())
    """
    return tuple(
        context
        for form in forms
        for parts, contexts in _table().get(form, ())
        if not parts or any(part in each for part in parts for each in renderings)
        for context in contexts
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, list[tuple[list[str], list[str]]]]:
    text = files("glossary.data").joinpath("homographs.csv").read_text(encoding="utf-8")
    table: dict[str, list[tuple[list[str], list[str]]]] = {}
    for row in csv.DictReader(text.splitlines()):
        parts = [part for part in row["rendering"].split("|") if part]
        table.setdefault(row["form"], []).append((parts, row["blocked"].split("|")))
    return table
