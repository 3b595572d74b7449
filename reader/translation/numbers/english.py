"""Find the numbers of an English text."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reader.translation.numbers.english_words import (
    BIG_WORDS,
    MONTHS,
    ONES,
    ORDINALS,
    PARTS,
    SCALES,
    TENS,
    TIMES,
)
from reader.translation.numbers.number import Number, NumberKind

_WORD = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_BIG = "|".join(BIG_WORDS)
_PART = "|".join(PARTS)
# Longer strings of digits are no numbers.
_DIGITS = r"\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,20})?(?!,?\d)|\d{1,24}(?:\.\d{1,20})?(?!\d)"
_PERCENT = r"(?P<percent>[ ]?%|[ ]?per[ ]?cent(?:age[ ]points?)?\b)?"
_PATTERN = re.compile(
    rf"""
    (?P<vague>\b(?:few|several|many|couple\ of)\ (?:{_BIG})\b
      |\b(?:(?:tens|hundreds|dozens|scores)\ of\ )?(?:tens|(?:{_BIG})s)\b)
    | (?P<mixed>\b(?P<before>{_WORD}|\d{{1,9}})\ and\ a\ half(?:\ (?P<mixed_scale>{_BIG}))?\b)
    | (?P<fraction>\b(?:(?P<top>{_WORD}|an?)[ -])(?P<part>{_PART})s?\b
      (?!\ (?:of\ all|time|and)\b|-))
    | (?P<half>\bhalf\b)
    | (?P<all_day>\b24/7\b)
    | (?P<times>\b(?:{"|".join(TIMES)})\b)
    | (?P<ages>\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b)
    | (?P<decade>(?<![\d.])(?P<first>\d{{2,4}}0|['’]\d0|\d0)['’]?s\b)
    | (?P<month>\b(?:{"|".join(sorted(MONTHS, key=len, reverse=True))})\b\.?)
    | (?P<ordinal>\b(?P<nth>\d{{1,24}}(?:,\d{{3}}){{0,8}})(?:st|nd|rd|th)\b)
    | (?P<digits>(?:(?<![\w.,])|(?<=\bG))(?<![A-Z]-)(?P<amount>{_DIGITS})
        (?:(?:[ -]?(?P<scale>{_BIG})|(?P<short>k|mn|bn|tn|m|b)(?![\w'’]))(?!s))?{_PERCENT})
    | (?P<nth_word>\b(?:(?P<tens>{"|".join(TENS)})-)?(?P<nth_name>{"|".join(ORDINALS)})\b)
    | (?P<spelled>\b(?:(?:an?\ )(?={_BIG}))?(?:{_WORD}|{_BIG})
      (?:(?:\ and\ |[ -])(?:{_WORD}|{_BIG})\b)*\b(?!s))
      (?P<spelled_percent>\ per\ ?cent\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(r" ?(?:-|–|—|to|or|and|/) ?[$€£¥]?", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|last|next|until|by|of|early|late|mid|this|from|to|through|between|and) $",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf" (?:to|and|or|through|until) (?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_DATE_AFTER = re.compile(r"[ ,]{1,2}\d|[-–][A-Z]")
_DATE_BEFORE = re.compile(r"(?:\d(?:st|nd|rd|th)?(?: of)? |[a-z][-–])$")
_LONG_UNIT = re.compile(r"[ -](?:(decade)|centur(?:y|ies)\b)")
_AFTERNOON = re.compile(r"(?:[:.]\d\d)? ?p\.?m\b", re.IGNORECASE)


def english_numbers(text: str) -> list[Number]:
    """Return the numbers of an English `text`, left to right.

    >>> [(str(n.value), n.kind.value) for n in english_numbers("In May 1.5 million, two-thirds")]
    [('5', 'month'), ('1500000', 'cardinal'), ('2/3', 'fraction')]
    """
    found: list[Number] = []
    for match in _PATTERN.finditer(text):
        for number in _read(match, text):
            _share_scale(found, number, text)
            found.append(_in_years(number, text))
    return found


def _read(match: re.Match[str], text: str) -> list[Number]:
    """Return what one match says; more than one number where words only stand side by side."""
    start, end = match.span()
    if match["vague"]:
        return [Number(Fraction(0), start, end, NumberKind.VAGUE, is_spelled=True)]
    if match["mixed"]:
        return [_mixed(match)]
    if match["fraction"]:
        return [_fraction(match)]
    if match["half"]:
        return [Number(Fraction(1, 2), start, end, NumberKind.FRACTION, is_spelled=True)]
    if match["all_day"]:
        return []
    if match["times"]:
        value = Fraction(TIMES[match["times"].lower()])
        return [Number(Fraction(0), start, end, NumberKind.VAGUE, (value,), is_spelled=True)]
    if match["ages"]:
        value = Fraction(TENS[match["ages"].lower().removesuffix("ies") + "y"])
        return [Number(value, start, end, NumberKind.DECADE, is_spelled=True)]
    if match["decade"]:
        return [_decade(match)]
    if match["month"]:
        return [] if _is_no_month(match, text) else [_month(match)]
    if match["ordinal"]:
        value = Fraction(match["nth"].replace(",", ""))
        return [Number(value, start, end, NumberKind.ORDINAL)]
    if match["digits"]:
        if match["digits"] == "00" and text[start - 1 : start] == ":":
            return []
        return [_digits(match, text)]
    if match["nth_word"]:
        value = Fraction(TENS.get((match["tens"] or "").lower(), 0))
        value += ORDINALS[match["nth_name"].lower()]
        return [Number(value, start, end, NumberKind.ORDINAL, is_spelled=True)]
    return _spelled(match)


def _mixed(match: re.Match[str]) -> Number:
    """Read two and a half, three and a half million."""
    word = match["before"].lower()
    whole = int(word) if word.isdigit() else ONES.get(word, TENS.get(word, 0))
    scale = SCALES[match["mixed_scale"].lower()] if match["mixed_scale"] else 1
    value = (Fraction(whole) + Fraction(1, 2)) * scale
    return Number(value, *match.span(), readings=(Fraction(whole),), is_spelled=True)


def _fraction(match: re.Match[str]) -> Number:
    top = Fraction(ONES.get(match["top"].lower(), TENS.get(match["top"].lower(), 1)))
    return Number(
        top / PARTS[match["part"].lower()],
        *match.span(),
        NumberKind.FRACTION,
        readings=(Fraction(PARTS[match["part"].lower()]),),
        is_spelled=True,
    )


def _decade(match: re.Match[str]) -> Number:
    year = int(match["first"].strip("'’"))
    readings = [Fraction(year % 100)] if year >= 100 else []
    if year >= 1000:
        readings.append(Fraction(year // 100 + 1))
    return Number(Fraction(year), *match.span(), NumberKind.DECADE, tuple(readings))


def _is_no_month(match: re.Match[str], text: str) -> bool:
    """Say whether May, March or a short form is another word here."""
    word = match["month"].rstrip(".")
    before = text[max(0, match.start() - 12) : match.start()]
    if not word[0].isupper():
        return True
    if _DATE_AFTER.match(text, match.end()) or _DATE_BEFORE.search(before):
        return False
    if word.lower() in ("may", "march"):
        return not (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, match.end()))
    return len(word) < 4 or word.lower() == "sept"


def _month(match: re.Match[str]) -> Number:
    value = Fraction(MONTHS[match["month"].rstrip(".").lower()])
    return Number(value, *match.span(), NumberKind.MONTH, is_spelled=True)


def _digits(match: re.Match[str], text: str) -> Number:
    value = Fraction(match["amount"].replace(",", ""))
    scale = match["scale"] or match["short"]
    readings: list[Fraction] = []
    if scale:
        # 3,000m may be metres and 4K a screen.
        readings += [value] if match["short"] in ("m", "K") else []
        value *= SCALES[scale.lower()]
    if match["percent"]:
        return Number(value / 100, *match.span(), NumberKind.PERCENT, (value,))
    short_year = re.search(
        r"(?<!\d)(\d\d)\d\d ?[-–—/] ?$", text[max(0, match.start() - 8) : match.start()]
    )
    if short_year and len(match["amount"]) == 2:
        readings.append(Fraction(int(short_year[1]) * 100) + value)
    if value <= 12 and _AFTERNOON.match(text, match.end()):
        readings.append(value + 12)
    if value == 30 and text[match.start() - 1 : match.start()] == ":":
        readings.append(Fraction(1, 2))  # half past
    return Number(value, *match.span(), readings=tuple(readings))


def _spelled(match: re.Match[str]) -> list[Number]:
    """Read number words by the usual grammar; a word that cannot continue starts a number."""
    numbers: list[Number] = []
    total = section = 0
    start = end = -1
    last = ""
    for word in re.finditer(r"[a-z]+", match["spelled"].lower()):
        name = word[0]
        if name in ("a", "an", "and"):
            start = word.start() if start < 0 else start
            continue
        if start >= 0 and last and not _continues(last, name):
            numbers.append(_whole(match, start, end, total + section))
            total, section, start = 0, 0, -1
        start = word.start() if start < 0 else start
        total, section = _add(name, total, section)
        last, end = name, word.end()
    numbers.append(_whole(match, start, end, total + section))
    if match["spelled_percent"]:
        value = numbers[-1].value
        numbers[-1] = replace(
            numbers[-1],
            value=value / 100,
            end=match.end(),
            kind=NumberKind.PERCENT,
            readings=(value,),
        )
    return numbers


def _continues(last: str, name: str) -> bool:
    if name in SCALES:
        return last not in SCALES or SCALES[last] < SCALES[name]
    if name in ONES:
        return last in SCALES or (last in TENS and 0 < ONES[name] < 10)
    return last in SCALES


def _add(name: str, total: int, section: int) -> tuple[int, int]:
    if name in ONES or name in TENS:
        return total, section + ONES.get(name, TENS.get(name, 0))
    if name in ("hundred", "dozen"):
        return total, max(section, 1) * SCALES[name]
    return total + max(section, 1) * SCALES[name], 0


def _whole(match: re.Match[str], start: int, end: int, value: int) -> Number:
    at = match.start("spelled")
    return Number(Fraction(value), at + start, at + end, is_spelled=True)


def _in_years(number: Number, text: str) -> Number:
    """Let two decades be read as twenty, two centuries as two hundred."""
    unit = _LONG_UNIT.match(text, number.end)
    if not unit or number.kind is NumberKind.ORDINAL:
        return number
    years = number.value * (10 if unit[1] else 100)
    return replace(number, readings=(*number.readings, years))


def _share_scale(found: list[Number], number: Number, text: str) -> None:
    """In 3-4 million or 5 to 10 percent, let the first number be read in the second's scale."""
    if not found or not _RANGE.fullmatch(text[found[-1].end : number.start]):
        return
    first = found[-1]
    if first.kind is not NumberKind.CARDINAL or first.value >= 1000:
        return
    scale = re.search(rf"[ -]({_BIG})$", text[number.start : number.end], re.IGNORECASE)
    if scale:
        wider = first.value * SCALES[scale[1].lower()]
        found[-1] = replace(first, readings=(*first.readings, wider))
    elif number.kind is NumberKind.PERCENT:
        found[-1] = replace(first, readings=(*first.readings, first.value / 100))
