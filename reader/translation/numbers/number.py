"""The number: what a stretch of English or Chinese text says as a quantity. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class NumberKind(StrEnum):
    """What a number is used for."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    FRACTION = "fraction"
    MONTH = "month"
    DECADE = "decade"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text: its exact value and where it stands, in characters.

    A percentage has the value of the fraction (50% is 1/2), a month its number in the year, a
    decade its first year. `readings` are other values that a translation may rightly have: 1996
    for the 96 of 1995-96, 17 for 5 pm, 90 for the 1990s. A vague number (hundreds, 数百) names a
    size and has no exact value. `is_spelled` tells words from Arabic digits.
    """

    value: Fraction
    start: int
    end: int
    kind: NumberKind = NumberKind.CARDINAL
    readings: tuple[Fraction, ...] = ()
    is_spelled: bool = False

    @property
    def values(self) -> frozenset[Fraction]:
        """The value and the other readings."""
        return frozenset((self.value, *self.readings))
