"""Which numbers of the two sides may be the same, as far as dates tell. Pure.

A month is only another month, and a day stands with its own month: 6月2日 is not June 5
because the sentence also has a second call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from reader.translation.numbers import Number, NumberKind

_BESIDE = 8  # characters between a day and its month: " day of "
_RANGE = re.compile(r"[至到和与、－—~-]+\d{1,2}月")
_DAY = re.compile(r"月\d{1,2}[日号]")


def english_for(
    number: Number, english: Sequence[Number], chinese: Sequence[Number], target: str
) -> Sequence[Number]:
    """Return the English numbers that a number of the Chinese `target` may stand for.

    >>> from reader.translation.numbers import chinese_numbers, english_numbers
    >>> english, target = english_numbers("the second call, on June 5"), "6月2日"
    >>> month, day = both = chinese_numbers(target)
    >>> [[int(n.value) for n in english_for(each, english, both, target)] for each in both]
    [[6], [5]]
    """
    months = _months(english)
    if not months:
        return english
    if number.kind is NumberKind.MONTH:
        return months
    if not _DAY.fullmatch(target[max(0, number.start - 1) : number.end + 1]):
        return english
    own = {month.value for month in chinese if month.end == number.start - 1}
    if own.isdisjoint(month.value for month in months):
        return english  # the month is wrong already, which is enough to say
    return [other for other in english if _may_be_day(other, months, own)]


def chinese_for(number: Number, chinese: Sequence[Number], target: str) -> Sequence[Number]:
    """Return the Chinese numbers of `target` that an English number may stand for.

    The first month of a range, 3至6月, has no sign of its own.
    """
    months = _months(chinese)
    if number.kind is not NumberKind.MONTH or not months:
        return chinese
    return [*months, *(other for other in chinese if _RANGE.match(target, other.end))]


def _months(numbers: Sequence[Number]) -> list[Number]:
    return [number for number in numbers if number.kind is NumberKind.MONTH]


def _may_be_day(number: Number, months: Sequence[Number], own: set[Fraction]) -> bool:
    """Say whether a number may be a day of the month whose value is in `own`."""
    if number.kind is NumberKind.MONTH:
        return False
    beside = {
        month.value
        for month in months
        if min(abs(month.start - number.end), abs(number.start - month.end)) <= _BESIDE
    }
    if beside:
        return not beside.isdisjoint(own)
    return not (number.is_spelled and number.kind is NumberKind.ORDINAL)
