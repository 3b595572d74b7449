"""What the address of a file or a handout says about it. What it says wrongly is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from reader.exports.options import LEVELS, Options, Script, Version
from reader.exports.wording import Wording
from reader.web.i18n import LANGUAGES, current
from reader.web.reading.sandhi import is_spoken
from reader.web.reading.script import is_traditional
from reader.web.texts import gettext

E = TypeVar("E", bound=StrEnum)

# The value of `pinyin` in an address: this, 0 for every word, or a level to stay above.
NO_PINYIN = "off"


class Columns(StrEnum):
    """What stands beside what on paper; an empty column is for the student to write in."""

    BOTH = "both"
    ENGLISH = "english"
    CHINESE = "chinese"
    ALL = "all"

    @property
    def english(self) -> bool:
        """Whether the English is printed."""
        return self is not Columns.CHINESE

    @property
    def chinese(self) -> bool:
        """Whether the Chinese is printed."""
        return self is not Columns.ENGLISH

    @property
    def blank(self) -> bool:
        """Whether there is an empty column."""
        return self is not Columns.BOTH


class Size(StrEnum):
    """The size of the print."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a handout is laid out. `terms` marks them in the text and lists them at the end."""

    columns: Columns
    size: Size
    terms: bool


def options_of(sent: Mapping[str, str]) -> Options:
    """The options of an export. The script is that of the browser for an address without one;
    the tones always are.
    """
    level = sent.get("pinyin", NO_PINYIN)
    above = int(level) if level.isdecimal() and int(level) in LEVELS else 0
    return Options(
        pinyin=level.isdecimal(),
        above=above,
        script=_one_of(Script, sent.get("script"), _script()),
        version=_one_of(Version, sent.get("version"), Version.OWN),
        spoken=is_spoken(),
        wording=Wording(LANGUAGES[current()][1], gettext),
    )


def layout_of(sent: Mapping[str, str]) -> Layout:
    """The layout of a handout."""
    return Layout(
        columns=_one_of(Columns, sent.get("columns"), Columns.BOTH),
        size=_one_of(Size, sent.get("size"), Size.MEDIUM),
        terms=sent.get("terms") != "none",
    )


def _script() -> Script:
    return Script.TRADITIONAL if is_traditional() else Script.SIMPLIFIED


def _one_of(kind: type[E], value: str | None, otherwise: E) -> E:
    return kind(value) if value in set(kind) else otherwise
