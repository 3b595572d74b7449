"""Pinyin stands over words; long words come apart so that lines can end in them."""

from __future__ import annotations

import pytest

from reader.chinese.annotate import Annotator, Token
from reader.chinese.pinyin import Pinyin
from reader.chinese.ruby import stretches
from reader.chinese.words import Words


@pytest.fixture(scope="module")
def annotator(words: Words) -> Annotator:
    return Annotator(words, Pinyin(words.dictionary), {"中国国家主席": "zhōng guó guó jiā zhǔ xí"})


@pytest.mark.parametrize(
    ("term", "over"),
    [
        pytest.param("双边关系", ["shuāngbiānguānxi"], id="short words stay whole"),
        pytest.param("中国国家主席", ["zhōngguó", "guójiāzhǔxí"], id="by its own words"),
        pytest.param("唐纳德·特朗普", ["Tángnàdé", "", "Tèlǎngpǔ"], id="a mark has none"),
        pytest.param("“修昔”", ["", "xiūxī", ""], id="marks around a short word"),
    ],
)
def test_a_term_has_pinyin_over_each_of_its_words(
    annotator: Annotator, term: str, over: list[str]
) -> None:
    (token,) = annotator.annotate(term, [(0, len(term))])

    found = list(stretches(token))

    assert "".join(text for text, _ in found) == term
    assert [pinyin for _, pinyin in found] == over


def test_a_piece_of_a_word_has_the_pinyin_of_that_piece() -> None:
    token = Token("国家主席", 0, 4, ("guó", "jiā", "zhǔ", "xí"), "guójiāzhǔxí")

    assert list(stretches(token, 2, 4)) == [("主席", "zhǔxí")]


def test_a_long_word_whose_words_are_unknown_comes_apart_at_each_character() -> None:
    token = Token("人民共和国", 0, 5, ("rén", "mín", "gòng", "hé", "guó"), "rénmíngònghéguó")

    assert [text for text, _ in stretches(token)] == list("人民共和国")


def test_a_word_whose_syllables_do_not_fit_stays_whole() -> None:
    assert list(stretches(Token("国家主席团", 0, 5, ("guó",), "x"))) == [("国家主席团", "x")]
