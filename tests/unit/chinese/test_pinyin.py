from __future__ import annotations

from pathlib import Path

import pytest

from reader.chinese.dictionary import Dictionary
from reader.chinese.pinyin import Pinyin, Reading, spoken
from reader.chinese.words import Border, Words

SENTENCES = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def pinyin(dictionary: Dictionary) -> Pinyin:
    return Pinyin(dictionary)


def read(words: Words, pinyin: Pinyin, text: str) -> str:
    found = words.cut(text)
    return " ".join(r.pinyin or w.text for w, r in zip(found, pinyin.readings(found), strict=True))


@pytest.mark.parametrize(("marked", "expected"), [pytest.param(*s, id=s[0]) for s in SENTENCES])
def test_the_sentence_decides_the_reading(
    words: Words, pinyin: Pinyin, marked: str, expected: str
) -> None:
    start, end = marked.index("【"), marked.index("】") - 1
    found = words.cut(marked.replace("【", "").replace("】", ""))

    syllables = {
        place: syllable
        for word, reading in zip(found, pinyin.readings(found), strict=True)
        for place, syllable in zip(
            range(word.start, word.end), reading.syllables, strict=word.is_han
        )
    }

    assert " ".join(syllables[place] for place in range(start, end)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("西安", "Xī'ān", id="apostrophe"),
        pytest.param("女律师", "nǚ lǜshī", id="u-with-dots"),
        pytest.param("战略", "zhànlüè", id="u-with-dots-in-lüe"),
        pytest.param("一点儿", "yīdiǎnr", id="erhua"),
        pytest.param("友好", "yǒuhǎo", id="common-word-before-name"),
        pytest.param("习近平", "Xí Jìnpíng", id="personal-name"),
        pytest.param("唐纳德·特朗普", "Tángnàdé·Tèlǎngpǔ", id="dotted-name"),
        pytest.param("T恤", "T xù", id="latin-letter"),
        pytest.param("一个", "yī gè", id="dictionary-tone-of-yi"),
        pytest.param("不对", "bù duì", id="dictionary-tone-of-bu"),
        pytest.param("2025年", "2025 nián", id="digits-have-no-pinyin"),
    ],
)
def test_words_are_written_by_the_standard(
    words: Words, pinyin: Pinyin, text: str, expected: str
) -> None:
    assert read(words, pinyin, text) == expected


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("zhōng měi guān xì", id="apart"),
        pytest.param("zhōngměi guānxì", id="joined"),
        pytest.param("zhong1 mei3 guan1 xi4", id="numbered"),
    ],
)
def test_a_given_reading_wins(words: Words, pinyin: Pinyin, given: str) -> None:
    found = words.with_terms(["中美关系"]).cut("中美关系")

    (reading,) = pinyin.readings(found, {"中美关系": given})

    assert reading == Reading(("zhōng", "měi", "guān", "xì"), "zhōngměiguānxì")


def test_a_given_reading_that_does_not_fit_is_not_used(words: Words, pinyin: Pinyin) -> None:
    found = words.cut("合作")

    assert pinyin.readings(found, {"合作": "hé"})[0].syllables == ("hé", "zuò")


def test_numbered_syllables_can_be_had(words: Words, pinyin: Pinyin) -> None:
    (reading,) = pinyin.readings(words.cut("战略"))

    assert reading.numbered == ("zhan4", "lüe4")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("不是", "bú shì", id="bu-before-fourth"),
        pytest.param("不能", "bùnéng", id="bu-before-second"),
        pytest.param("一条路", "yì tiáo lù", id="yi-before-second"),
        pytest.param("一样", "yíyàng", id="yi-before-fourth"),
        pytest.param("第一", "dìyī", id="ordinal-keeps-its-tone"),
        pytest.param("我很好", "wǒ hén hǎo", id="third-tones-in-a-row"),
        pytest.param("领导", "língdǎo", id="third-before-third"),
        pytest.param("你，好", "nǐ ， hǎo", id="punctuation-stops-the-change"),
    ],
)
def test_spoken_tones_change(words: Words, pinyin: Pinyin, text: str, expected: str) -> None:
    found = words.with_terms(["不是"], [Border("不是", ("不", "是"))]).cut(text)

    changed = spoken(found, pinyin.readings(found))

    assert " ".join(r.pinyin or w.text for w, r in zip(found, changed, strict=True)) == expected
