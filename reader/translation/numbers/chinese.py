"""Find the numbers of a Chinese text, in Arabic digits or in Chinese numerals."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reader.translation.numbers.number import Number, NumberKind

_DIGIT = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNIT = {"十": 10, "百": 100, "千": 1000, "廿": 20}
_MYRIAD = (("兆", 10**12), ("亿", 10**8), ("万", 10**4))
_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "兆": 10**12,
}  # fmt: skip

_DIGITS = "零〇一二三四五六七八九"
# Longer strings of digits are no numbers.
_ARABIC = (
    r"(?:\d{1,3}(?:[,，]\d{3}){1,8}|\d{1,3}(?:\ \d{3}){1,8}(?!\d)|\d{1,24}(?!\d))(?:\.\d{1,20})?"
)
# 千米, 千克 and 百帕 are units: kilometres, kilograms, hectopascals; 百分点 is one of percent.
_NO_UNIT = "(?!(?<=千)[米克瓦卡伏赫]|(?<=百)[帕分])"
_SCALE = f"(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))}){_NO_UNIT}"
_SCALED = rf"{_ARABIC}\ ?(?:多|余|几|来|个)?(?:{_SCALE})"
_HAN = (
    f"(?!千[米克瓦卡伏赫]|百[帕分])[{_DIGITS}两十百千廿]"
    f"(?:(?!(?<=[十百])千[米克瓦卡伏赫])[{_DIGITS}两十百千万亿兆廿]|[多余](?=[万亿])){{0,40}}(?:点[{_DIGITS}]{{1,20}})?"
)
_TENTHS = "成(?![为员功立长绩果本年人熟就])"
_NUMBER = rf"{_ARABIC}|{_HAN}"
_PATTERN = re.compile(
    rf"""
    (?P<fraction>(?P<bottom>{_NUMBER}|百|千)分之(?P<top>{_NUMBER}))
    | (?P<vague>(?:[几数好]|上)(?:[十百千][万亿]?|万亿?|亿)
      |百万富翁|千里|万岁|万一|千万(?=[不别要记小]))
    | (?P<round>(?<![{_DIGITS}两十百千万\d点])(?:[百千](?:万|亿)?|万(?=[元人名里]))
      (?![{_DIGITS}两十百千万亿分]){_NO_UNIT})
    | (?P<idiom>(?<![{_DIGITS}十百千万])[一二两三四五六七八九]{{2}}
      (?:[十百千万亿]|(?![{_DIGITS}])))
    | (?P<arabic>(?<![\d.])(?:(?<![A-Za-z])|(?=[\d.,]+\ ?[%％万亿]))
      (?P<parts>(?:{_SCALED})+(?:{_ARABIC})?|{_ARABIC}))
      (?P<percent>\ ?[%％]|个百分点|{_TENTHS})?
    | (?P<han>{_HAN})(?P<tenths>{_TENTHS})?
    | (?P<half>半数|过半|一半|半)
    """,
    re.VERBOSE,
)
_PART = re.compile(rf"({_ARABIC})\ ?(?:多|余|几|来|个)?({_SCALE})?", re.VERBOSE)
_RANGE = re.compile(r"\ ?(?:-|–|—|~|～|至|到|或|、|和)\ ?", re.VERBOSE)
_PLAN = re.compile("(十[一二三四五六])五")
_KILO_UNIT = re.compile("千[米克瓦卡伏赫]")
_AND_A_HALF = re.compile("[^，。；、]{0,2}半")


def chinese_numbers(text: str) -> list[Number]:
    """Return the numbers of a Chinese `text`, left to right.

    >>> [str(n.value) for n in chinese_numbers("2020年5月，1.5亿人（三分之二）和二十多万，50%")]
    ['2020', '5', '150000000', '2/3', '200000', '1/2']
    """
    found: list[Number] = []
    for match in _PATTERN.finditer(text):
        if match[0] == "00" and text[match.start() - 1 : match.start()] in (":", "："):
            continue
        number = _read(match, text)
        _share_scale(found, number, text)
        found.append(number)
    return found


def _read(match: re.Match[str], text: str) -> Number:
    start, end = match.span()
    if match["vague"]:
        return Number(Fraction(0), start, end, NumberKind.VAGUE, is_spelled=True)
    if match["round"]:
        # 百姓, 百科, 成千上万, 数以百万计: seldom a hundred, but it may be.
        value = Fraction(_SCALES[match["round"]])
        return Number(Fraction(0), start, end, NumberKind.VAGUE, (value,), is_spelled=True)
    if match["idiom"]:
        return _either(match)
    if match["fraction"]:
        return _fraction(match)
    if match["half"]:
        return Number(Fraction(1, 2), start, end, NumberKind.FRACTION, is_spelled=True)
    if match["arabic"]:
        value = _arabic_value(match["parts"])
        if match["percent"]:
            value *= 10 if match["percent"] == "成" else 1
            return Number(value / 100, start, end, NumberKind.PERCENT, (value,))
        return _with_half(Number(value, start, end, _kind(text, start, end)), text)
    # 十四五 is short for the fourteenth five-year plan.
    plan = _PLAN.fullmatch(match["han"])
    value = han_value(plan[1] if plan else match["han"])
    if match["tenths"]:
        return Number(value / 10, start, end, NumberKind.PERCENT, (value,), is_spelled=True)
    in_units = (value / 1000,) if _KILO_UNIT.match(text, end - 1) else ()
    number = Number(value, start, end, _kind(text, start, end), in_units, is_spelled=True)
    return _with_half(number, text)


def _either(match: re.Match[str]) -> Number:
    """Read 二三十 as twenty or thirty, 一二月 as the first or the second."""
    first, second, unit = match["idiom"][0], match["idiom"][1], match["idiom"][2:]
    readings = han_value(first + unit), han_value(second + unit)
    return Number(Fraction(0), *match.span(), NumberKind.VAGUE, readings, is_spelled=True)


def _kind(text: str, start: int, end: int) -> NumberKind:
    after = text[end : end + 2].lstrip(" ")
    if after.startswith("月"):
        return NumberKind.MONTH
    if after == "年代":
        return NumberKind.DECADE
    return NumberKind.ORDINAL if text[start - 1 : start] == "第" else NumberKind.CARDINAL


def _with_half(number: Number, text: str) -> Number:
    """Let 两年半 be read as two and a half too, 两打 as two dozen."""
    if text.startswith("打", number.end):
        return replace(number, readings=(number.value * 12,))
    if _AND_A_HALF.match(text, number.end):
        return replace(number, readings=(number.value + Fraction(1, 2),))
    return number


def _fraction(match: re.Match[str]) -> Number:
    bottom, top = (
        _arabic_value(part) if part[0].isdigit() else han_value(part)
        for part in (match["bottom"], match["top"])
    )
    percent = bottom == 100
    return Number(
        top / bottom if bottom else Fraction(0),
        *match.span(),
        NumberKind.PERCENT if percent else NumberKind.FRACTION,
        (top,) if percent else (bottom,),
        is_spelled=True,
    )


def _arabic_value(parts: str) -> Fraction:
    """Return the value of digits with scales, 1亿2000万 or 3.5万."""
    return sum(
        (
            Fraction(re.sub("[,， ]", "", amount)) * _SCALES.get(scale, 1)
            for amount, scale in _PART.findall(parts)
        ),
        Fraction(0),
    )


def han_value(numeral: str) -> Fraction:
    """Return the value of a Chinese numeral: 二十五, 一百零三万, 二〇二五, 三点一四.

    >>> han_value("一亿零三百万")
    Fraction(103000000, 1)
    """
    whole, _, decimals = re.sub("[多余]", "", numeral).partition("点")
    value = Fraction(_whole(whole))
    if decimals:
        value += Fraction(int("".join(str(_DIGIT[ch]) for ch in decimals)), 10 ** len(decimals))
    return value


def _whole(numeral: str) -> int:
    if not numeral:
        return 0
    for sign, scale in _MYRIAD:
        left, found, right = numeral.rpartition(sign)
        if found:
            return max(_whole(left), 1 if not left else 0) * scale + _whole(right)
    if not any(ch in _UNIT for ch in numeral):
        return int("".join(str(_DIGIT[ch]) for ch in numeral))
    value, digit = 0, 0
    for ch in numeral:
        if ch in _DIGIT:
            digit = _DIGIT[ch]
        elif ch == "廿":
            value, digit = value + 20, 0
        else:
            value, digit = value + (digit or 1) * _UNIT[ch], 0
    return value + digit


def _share_scale(found: list[Number], number: Number, text: str) -> None:
    """In 3至4万, 20-30%, let the first number be read in the scale of the second."""
    if not found or found[-1].kind is not NumberKind.CARDINAL:
        return
    first = found[-1]
    if not _RANGE.fullmatch(text[first.end : number.start]) and first.end != number.start:
        return
    if number.kind is NumberKind.PERCENT:
        found[-1] = replace(first, readings=(*first.readings, first.value / 100))
        return
    scale = re.search(rf"({_SCALE})$", text[number.start : number.end])
    if scale and first.value < 10000:
        found[-1] = replace(first, readings=(*first.readings, first.value * _SCALES[scale[1]]))
