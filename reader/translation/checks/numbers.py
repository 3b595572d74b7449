"""Do the numbers of both sides agree?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reader.translation.checks.dates import chinese_for, english_for
from reader.translation.numbers import Number, NumberKind, chinese_numbers, english_numbers
from reader.translation.numbers.english_words import MONTHS
from reader.translation.segment import Issue

# Smaller numbers in words are often no numbers in Chinese, and the other way round: one of them,
# 双方, 一些, twofold.
_LEAST_SPELLED = 11
_Span = tuple[int, int]
_AND_MORE = re.compile("[多余几]")
_DATE = re.compile(
    rf"\b(?:({'|'.join(sorted(MONTHS, key=len, reverse=True))})\.? (\d{{1,2}})(?:st|nd|rd|th)?"
    r"|(\d{1,2})/(\d{1,2}))\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\.? (\d{1,2})(?:st|nd|rd|th)?\b")
_HAN_DIGITS = "〇一二三四五六七八九"
_THIS_MONTH = re.compile("[本当同这该上下]个?月")


def number_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield the numbers that only one side has: digits, percentages, dates, larger number words.

    Where one number of each side is alone, they are taken to be the two sides of one mistake.
    """
    english, chinese = english_numbers(source), chinese_numbers(target)
    if not english and not chinese:
        return
    left, right = _days_of_note(source, target)
    english_only = [n for n in english if _counts(n) and not _inside(n, left)]
    chinese_only = [n for n in chinese if _counts(n) and not _inside(n, right)]
    missing = [
        n
        for n in english_only
        if not _is_in(n, chinese_for(n, chinese, target), chinese, source, target)
    ]
    added = [
        n
        for n in chinese_only
        if not _is_in(n, english_for(n, english, chinese, target), english, target, source)
    ]
    if len(missing) == len(added) == 1:
        yield _issue(source, target, missing[0], added[0])
        return
    for number in missing:
        yield _issue(source, target, number, None)
    for number in added:
        yield _issue(source, target, None, number)


def _counts(number: Number) -> bool:
    """Say whether a number must be on the other side too."""
    if number.kind is NumberKind.VAGUE:
        return False
    if not number.is_spelled or number.kind in (NumberKind.MONTH, NumberKind.PERCENT):
        return True
    if number.kind is NumberKind.FRACTION:
        return number.value not in (Fraction(1, 2), Fraction(1, 4))
    return number.kind is NumberKind.CARDINAL and number.value >= _LEAST_SPELLED


def _is_in(
    number: Number,
    partners: Sequence[Number],
    others: Sequence[Number],
    text: str,
    other_text: str,
) -> bool:
    """Say whether the other side has the number, in any way of writing it.

    `others` are all its numbers, `partners` those that may stand for this one.
    """
    if any(number.values & other.values for other in partners):
        return True
    if number.kind is NumberKind.MONTH and _is_understood(number, text, other_text):
        return True
    if any(
        _is_about(a, b, t)
        for o in others
        for a, b, t in ((number, o, text), (o, number, other_text))
    ):
        return True
    return _stands_unread(text[number.start : number.end], others, other_text)


def _is_understood(month: Number, text: str, other_text: str) -> bool:
    """Say whether the Chinese may leave a month out: 25日 for July 25, 本月."""
    day = _DAY.match(text, month.end)
    alone = day and re.search(rf"(?<![\d月]){day[1]} ?日(?!期)", other_text)
    return bool(alone or _THIS_MONTH.search(other_text))


def _days_of_note(source: str, target: str) -> tuple[list[_Span], list[_Span]]:
    """Return where both sides name a day by its digits: June 4th and 六四, 9/11 and 911."""
    left: list[_Span] = []
    right: list[_Span] = []
    for day in _DATE.finditer(source):
        month = int(day[3]) if day[3] else MONTHS[day[1].rstrip(".").lower()]
        arabic = str(month), day[2] or day[4]
        han = tuple("".join(_HAN_DIGITS[int(digit)] for digit in part) for part in arabic)
        names = [f"{m}{mark}{d}" for m, d in (arabic, han) for mark in "·・"] + ["".join(han)]
        names += ["".join(arabic)] if len("".join(arabic)) > 2 else []
        found = [m.span() for m in re.finditer("|".join(names), target)]
        left += [day.span()] if found else []
        right += found
    return left, right


def _inside(number: Number, spans: Sequence[_Span]) -> bool:
    return any(start <= number.start and number.end <= end for start, end in spans)


def _stands_unread(digits: str, others: Sequence[Number], other_text: str) -> bool:
    """Say whether the other side has the same digits in a code or a unit: KV62, 36x24mm."""
    if not digits.isdigit():
        return False
    return any(
        not any(other.start <= found.start() < other.end for other in others)
        for found in re.finditer(rf"(?<!\d){digits}(?!\d)", other_text)
    )


def _is_about(round_number: Number, exact: Number, text: str) -> bool:
    """Say whether 多, 余 or 几 follows the round number (二十多), so that it may mean the other."""
    about = _AND_MORE.match(text, round_number.end)
    return bool(about) and round_number.value < exact.value < 2 * round_number.value


def _issue(source: str, target: str, english: Number | None, chinese: Number | None) -> Issue:
    left = (english.start, english.end) if english else (0, 0)
    right = (chinese.start, chinese.end) if chinese else (0, 0)
    shown = [source[slice(*left)], target[slice(*right)]]
    return Issue("number", *left, *right, detail=" / ".join(part for part in shown if part))
