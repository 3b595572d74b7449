"""Text that every format can hold: no control characters, no half characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
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
    """Return the same data, dataclasses, tuples and mappings, with all its text writable."""
    result: Any = value
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        result = writable(value)
    elif isinstance(value, tuple):
        result = tuple(cleaned(item) for item in value)
    elif isinstance(value, Mapping):
        result = {cleaned(key): cleaned(item) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: cleaned(getattr(value, part.name)) for part in fields(value)}
        result = replace(value, **parts)
    return result  # type: ignore[no-any-return]


def cell(text: str) -> str:
    """Return the text as a spreadsheet cell that is never run as a formula.

    >>> cell("=cmd()"), cell("3 = 3")
    ("'=cmd()", '3 = 3')
    """
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
