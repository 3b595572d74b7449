"""Text that every format can hold: no control characters, no half characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")

# C0 and C1 controls with tab and line breaks, and the two Unicode line separators.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Lone surrogates and what XML 1.0 (section 2.2) has no room for.
_UNWRITABLE = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What spreadsheets take for the beginning of a formula, full-width forms too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def writable(text: str) -> str:
    """Return the text with every such character replaced by one other, so that offsets hold.

    >>> writable("a\\x00b\\udc80")
    'a b�'
    """
    return _UNWRITABLE.sub("\ufffd", _CONTROL.sub(" ", text))


def cleaned(value: T) -> T:
    """Return the same data, dataclasses, tuples and mappings, with all its text writable.

    What is writable as it stands, which is nearly everything, is not copied.
    """
    result: Any = value
    if isinstance(value, str):
        # Nothing that has to go is printable.
        result = value if value.isprintable() or isinstance(value, Enum) else writable(value)
    elif isinstance(value, int):
        return value
    elif isinstance(value, tuple):
        items = tuple(map(cleaned, value))
        result = items if _differ(items, value) else value
    elif isinstance(value, Mapping):
        result = {cleaned(key): cleaned(item) for key, item in value.items()}
    # mypy takes a class for unhashable.
    elif value is not None and (names := _field_names(type(result))):  # type: ignore[arg-type]
        parts = [getattr(value, name) for name in names]
        clean = [cleaned(part) for part in parts]
        if _differ(clean, parts):
            result = replace(result, **dict(zip(names, clean, strict=True)))
    return result  # type: ignore[no-any-return]


def _differ(new: Iterable[object], old: Iterable[object]) -> bool:
    return any(left is not right for left, right in zip(new, old, strict=True))


@lru_cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of a dataclass's fields, () for any other class."""
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) else ()


def cell(text: str) -> str:
    """Return the text as a spreadsheet cell that is never run as a formula.

    >>> cell("=cmd()"), cell("3 = 3")
    ("'=cmd()", '3 = 3')
    """
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
