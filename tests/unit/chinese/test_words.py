from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.dictionary import Dictionary
from reader.chinese.words import Border, Words

ANY_TEXT = st.text(
    alphabet=st.sampled_from("中美关系很多人大喊。·—… aZ-9.%，“”\n\U00020000é唐纳德特朗普"),
    max_size=30,
)


def cut(words: Words, text: str) -> str:
    return "|".join(word.text for word in words.cut(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("中美元首通话", "中美|元首|通话", id="two-sides-win-over-dollars"),
        pytest.param("这是关键问题", "这|是|关键|问题", id="phrases-fall-into-headwords"),
        pytest.param("两国应减少分歧", "两国|应|减少|分歧", id="guessed-words-are-unglued"),
        pytest.param("持续了90分钟", "持续|了|90|分钟", id="number-and-unit"),
        pytest.param("6月5日", "6|月|5|日", id="date"),
        pytest.param("有三个人", "有|三|个|人", id="measure-word-and-noun"),
        pytest.param("一千条理由", "一|千|条|理由", id="chinese-number-and-measure-word"),
        pytest.param("全球50%的人", "全球|50%|的|人", id="percent"),
        pytest.param("共1,200.5元", "共|1,200.5|元", id="thousands"),
        pytest.param("10:30开会", "10:30|开会", id="clock-time"),
        pytest.param("唐纳德·特朗普再次通话", "唐纳德·特朗普|再次|通话", id="dotted-name"),
        pytest.param(
            "总统贝拉克·侯赛因·奥巴马说", "总统|贝拉克·侯赛因·奥巴马|说", id="three-part-name"
        ),
        pytest.param(
            "主席乌尔苏拉·冯德莱恩在场", "主席|乌尔苏拉·冯德莱恩|在场", id="name-cut-by-guess"
        ),
        pytest.param("黄仁勋所说", "黄仁勋|所|说", id="chinese-name"),
        pytest.param("买了T恤", "买|了|T恤", id="mixed-headword"),
        pytest.param("F-35战机与COVID-19", "F-35|战机|与|COVID-19", id="latin-with-hyphen"),
        pytest.param("他说……不——", "他|说|……|不|——", id="long-marks-stay-whole"),
        pytest.param("“好”，", "“|好|”|，", id="marks-stand-alone"),
        pytest.param("许多美国人不一定知道", "许多|美国人|不一定|知道", id="longer-headwords-win"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_text_is_cut_into_words(words: Words, text: str, expected: str) -> None:
    assert cut(words, text) == expected


def test_glossary_terms_stay_whole_and_longer_ones_win(words: Words) -> None:
    article = words.with_terms(["大国关系", "新型大国关系", "中美关系"])

    assert cut(article, "中美新型大国关系") == "中美|新型大国关系"
    assert cut(article, "中美关系问题") == "中美关系|问题"


def test_short_terms_are_not_found_across_word_borders(words: Words) -> None:
    article = words.with_terms(["人大"])

    assert cut(article, "许多人大喊") == "许多|人|大喊"
    assert "人大|" in cut(article, "人大会议闭幕")


def test_terms_of_one_article_are_unknown_to_the_next(words: Words) -> None:
    words.with_terms(["关键问题"])

    assert cut(words, "关键问题") == "关键|问题"


def test_a_teacher_can_join_and_split(words: Words) -> None:
    article = words.with_terms(
        ["全球治理"],
        borders=[Border("全球治理", ("全球", "治理")), Border("小院高墙", ("小院高墙",))],
    )

    assert cut(article, "“小院高墙”与全球治理") == "“|小院高墙|”|与|全球|治理"


def test_known_spans_are_words_whatever_stands_in_them(words: Words) -> None:
    text = "坚持不冲突、不对抗的原则"

    found = words.cut(text, spans=[(2, 9), (5, 11)])

    assert [word.text for word in found] == ["坚持", "不冲突、不对抗", "的", "原则"]


@settings(max_examples=60, deadline=None)
@given(text=ANY_TEXT)
def test_words_put_together_are_the_text(words: Words, text: str) -> None:
    found = words.cut(text)

    assert "".join(word.text for word in found) == text
    assert all(text[word.start : word.end] == word.text for word in found)


def test_cutting_logs_nothing_and_writes_no_temporary_file(
    dictionary: Dictionary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    Words(dictionary).cut("中国")

    assert capfd.readouterr() == ("", "")
    assert not list(tmp_path.iterdir())
    assert not logging.getLogger("jieba").handlers
