"""Numbers are read exactly in both languages, and compared."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.translation.checks import check
from reader.translation.numbers import NumberKind, chinese_numbers, english_numbers

ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
)
TENS = re.findall(r"\w+", "zero ten twenty thirty forty fifty sixty seventy eighty ninety")


def in_english(number: int) -> str:
    """Write a number below a trillion in English words."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = f" {in_english(number % scale)}" if number % scale else ""
            return f"{in_english(number // scale)} {name}{rest}"
    if number >= 100:
        rest = f" and {in_english(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def in_chinese(number: int) -> str:
    """Write a number below ten trillion in Chinese numerals, 零 wherever digits are skipped."""
    for scale, sign in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            rest = number % scale
            zero = "零" if rest and rest * 10 < scale else ""
            return in_chinese(number // scale) + sign + zero + (in_chinese(rest) if rest else "")
    return "零一二三四五六七八九"[number]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_a_number_has_one_value_in_words_and_digits_of_both_languages(number: int) -> None:
    english = english_numbers(f"about {in_english(number)} people")
    digits = english_numbers(f"about {number:,} people")
    chinese = chinese_numbers(f"约{in_chinese(number)}人")
    arabic = chinese_numbers(f"约{number}人")

    assert [n[0].value for n in (english, digits, chinese, arabic)] == [number] * 4


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 9999), st.sampled_from([("million", "万", 100), ("billion", "亿", 10)]))
def test_millions_and_billions_are_wan_and_yi(tenths: int, scale: tuple[str, str, int]) -> None:
    name, sign, factor = scale
    amount = f"{tenths / 10:.1f}"

    (english,) = english_numbers(f"{amount} {name}")
    (chinese,) = chinese_numbers(
        f"{tenths * factor // 10 if tenths * factor % 10 == 0 else 0}{sign}"
    )

    assert english.value == Fraction(amount) * (10**6 if name == "million" else 10**9)
    assert chinese.value == english.value


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="0123456789,.%万亿百十一二三半分之点成年月 -ab", max_size=20))
def test_no_text_breaks_the_readers(text: str) -> None:
    for number in [*chinese_numbers(text), *english_numbers(text)]:
        assert 0 <= number.start < number.end <= len(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("1,234.5 and 3.5", ["2469/2", "7/2"], id="groups and decimals"),
        pytest.param("$2.3bn, 100k and 5m", ["2300000000", "100000", "5000000"], id="short scales"),
        pytest.param("two-thirds, a quarter, half", ["2/3", "1/4", "1/2"], id="fractions"),
        pytest.param("three and a half million", ["3500000"], id="and a half"),
        pytest.param("a dozen, two dozen", ["12", "24"], id="dozens"),
        pytest.param("50%, 50 percent, fifty per cent", ["1/2"] * 3, id="percent"),
        pytest.param("May 5, 2020", ["5", "5", "2020"], id="date"),
        pytest.param("They may march", [], id="verbs are no months"),
        pytest.param("the 1990s", ["1990"], id="decade"),
        pytest.param("the 19th and the twenty-first", ["19", "21"], id="ordinals"),
        pytest.param("five six-packs", ["5", "6"], id="two numbers side by side"),
        pytest.param("at 11:00", ["11"], id="full hour"),
        pytest.param("hundreds of thousands", ["0"], id="vague"),
        pytest.param("one hundred and five", ["105"], id="and"),
    ],
)
def test_english_numbers_are_read(text: str, values: list[str]) -> None:
    assert [n.value for n in english_numbers(text)] == [Fraction(value) for value in values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("1,234.5和3.5万", ["2469/2", "35000"], id="groups and decimals"),
        pytest.param("1亿2000万，2万亿", ["120000000", "2000000000000"], id="scales"),
        pytest.param("三分之二，百分之五十，50％", ["2/3", "1/2", "1/2"], id="fractions"),
        pytest.param("二十多万，三点五", ["200000", "7/2"], id="approximate and decimal"),
        pytest.param("二〇二五年五月", ["2025", "5"], id="year digit by digit"),
        pytest.param("20世纪90年代", ["20", "90"], id="decade"),
        pytest.param("七成人，5成", ["7", "1/2"], id="tenths, but not a made word"),
        pytest.param("160 千米和3千人", ["160", "3000"], id="kilo is part of a unit"),
        pytest.param("第十二届", ["12"], id="ordinal"),
        pytest.param("千万不要，数百万，一一列出", ["0", "0", "0"], id="idioms and vague ones"),
    ],
)
def test_chinese_numbers_are_read(text: str, values: list[str]) -> None:
    assert [n.value for n in chinese_numbers(text)] == [Fraction(value) for value in values]


def test_a_decade_can_be_read_as_its_tens() -> None:
    (decade,) = english_numbers("the 1990s")

    assert decade.kind is NumberKind.DECADE
    assert {Fraction(1990), Fraction(90), Fraction(20)} == decade.values


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("It cost 3 million.", "花费300万。", id="million"),
        pytest.param("It cost 3-4 million.", "花费300万至400万。", id="range shares the scale"),
        pytest.param("In the 1990s it was so.", "20世纪90年代就是如此。", id="decade"),
        pytest.param("In December 2013 he left.", "2013年十二月，他离开了。", id="month"),
        pytest.param("It lasted two decades.", "持续了20年。", id="decades as years"),
        pytest.param("The 1995-96 season.", "1995至1996赛季。", id="short year"),
        pytest.param("They met at 5 pm.", "他们17点见面。", id="afternoon"),
        pytest.param("More than two dozen came.", "来了二十多个。", id="about"),
        pytest.param("Every twenty or thirty minutes.", "每二三十分钟。", id="either"),
        pytest.param("They met at 7:30 p.m.", "他们晚上7点半见面。", id="half past"),
        pytest.param("The G20 and the G7 met.", "二十国集团和G7举行会议。", id="groups of states"),
        pytest.param("It fell 0.5 percentage points.", "下降0.5个百分点。", id="points"),
        pytest.param("The 14th Five-Year Plan.", "“十四五”规划。", id="five-year plan"),
        pytest.param("One of them left.", "其中之一离开了。", id="small words are free"),
        pytest.param("Two-thirds agreed.", "三分之二的人同意。", id="fraction"),
        pytest.param("Half a percent.", "百分之零点五。", id="half"),
        pytest.param("Of 10,000 people.", "10 000人。", id="thousands set off by a space"),
        pytest.param("At 9.5% of GDP.", "占GDP9.5%。", id="percent after Latin letters"),
        pytest.param("In one or two years.", "在一两年内。", id="one or two"),
        pytest.param("In January and February.", "一二月份。", id="two months in one"),
        pytest.param("Millions of people.", "数以百万计的人。", id="millions in an idiom"),
        pytest.param("Ordinary people.", "普通百姓，维基百科，几个百分点。", id="words with 百"),
        pytest.param("Over 10,000 yuan.", "万元以上。", id="ten thousand in one sign"),
        pytest.param("A decade later.", "10年后。", id="decade"),
        pytest.param("Double what they were.", "当时的2倍。", id="double"),
        pytest.param("The 3,000m race.", "3000米赛跑。", id="metres are no millions"),
        pytest.param("Open 24/7.", "全天候开放。", id="round the clock"),
        pytest.param("He said on July 25th.", "他25日说。", id="the month may be understood"),
        pytest.param("After 9/11 it changed.", "911事件后变了。", id="911"),
        pytest.param("The June 4th fund.", "六四基金。", id="a day of note in two digits"),
        pytest.param("March to June is hot.", "3至6月很热。", id="months at the beginning"),
        pytest.param("Some £3million was paid.", "支付了300万英镑。", id="no space before million"),
        pytest.param("It is fifty kilometres.", "有五十千米。", id="kilometres after tens"),
        pytest.param("By 12.00.", "12:00之前。", id="full hour"),
        pytest.param("He scored in 2024.", "他在二〇二四年得分。", id="year in numerals"),
    ],
)
def test_agreeing_numbers_raise_nothing(source: str, target: str) -> None:
    assert "number" not in {issue.kind for issue in check(source, target)}


@pytest.mark.parametrize(
    ("source", "target", "shown"),
    [
        pytest.param("In 1998 he left.", "1989年他离开了。", "1998 / 1989", id="year"),
        pytest.param("It cost 3 million.", "花费3亿。", "3 million / 3亿", id="wrong size"),
        pytest.param("It rose 50%.", "上涨了5%。", "50% / 5%", id="percent"),
        pytest.param("On June 5 he left.", "7月5日他离开了。", "June / 7", id="month"),
        pytest.param(
            "He left on July 25.", "他8月25日走了。", "July / 8", id="a month in its place"
        ),
        pytest.param("About 100 people left.", "人们离开了。", "100", id="lost"),
        pytest.param("People left.", "有300人离开了。", "300", id="invented"),
    ],
)
def test_a_number_that_differs_is_shown_on_both_sides(source: str, target: str, shown: str) -> None:
    (issue,) = [issue for issue in check(source, target) if issue.kind == "number"]

    sides = (
        source[issue.source_start : issue.source_end],
        target[issue.target_start : issue.target_end],
    )
    assert issue.detail == shown
    assert " / ".join(side for side in sides if side) == shown


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        pytest.param("the second call since January", "自1月2日以来第二次通话", ["2"], id="no day"),
        pytest.param("He left on the second of May.", "他5月2日离开。", [], id="day before month"),
        pytest.param("He left on June second.", "他6月2日离开。", [], id="day after month"),
        pytest.param("He left on May 2.", "他5月2日离开。", [], id="digits"),
    ],
)
def test_a_second_time_is_no_second_of_the_month(
    source: str, target: str, found: list[str]
) -> None:
    assert [issue.detail for issue in check(source, target)] == found


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("6月5日是自1月以来第二次通话", set(), id="right"),
        pytest.param("2月6日是自1月5日以来第二次通话", {"June", "2", "5"}, id="scrambled"),
        pytest.param("6月5日是自1月5日以来第二次通话", {"5"}, id="the day of another month"),
        pytest.param("本月5日是自1月以来第二次通话", set(), id="this month"),
    ],
)
def test_the_parts_of_a_date_stay_together(target: str, found: set[str]) -> None:
    source = "The call of June 5 was the second since January."

    details = [issue.detail for issue in check(source, target) if issue.kind == "number"]

    assert {part for detail in details for part in detail.split(" / ")} == found
