"""Single cells of a table: lists in a cell, and cells that a spreadsheet would run."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
_SPLIT = re.compile(r"((?:[^|\\]|\\.|\\$)*)(?:\||$)", re.DOTALL)


def defuse(cell: str) -> str:
    """`cell` so that Excel and LibreOffice show it and do not run it (OWASP: CSV injection).

    >>> defuse("=1+1"), restore(defuse("=1+1"))
    ("'=1+1", '=1+1')
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def restore(cell: str) -> str:
    """The cell that `defuse` was given."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def join(items: Iterable[str]) -> str:
    r"""Several names in one cell, with `|` between them and `\|` for the sign itself."""
    return "|".join(re.sub(r"([|\\])", r"\\\1", item) for item in items)


def split(cell: str) -> tuple[str, ...]:
    r"""The names in a cell, trimmed, without empty and double ones.

    >>> split("US|U.S.||US"), split(r"a\|b")
    (('US', 'U.S.'), ('a|b',))
    """
    found = (re.sub(r"\\([|\\])", r"\1", item).strip() for item in _SPLIT.findall(cell))
    return tuple(dict.fromkeys(item for item in found if item))
