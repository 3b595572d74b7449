"""Sentences cut into stretches."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.annotate import Token
from reader.translation.segment import TermState, TermUse
from reader.web.reading.runs import Run, source_runs, target_runs

TEXT = "中国人民大学很好。"
TOKENS = (
    Token("中国人民大学", 0, 6, ("zhōng", "guó", "rén", "mín", "dà", "xué"), "zhōngguórénmíndàxué"),
    Token("很", 6, 7, ("hěn",), "hěn"),
    Token("好", 7, 8, ("hǎo",), "hǎo"),
    Token("。", 8, 9),
)


def use(start: int, end: int, name: str = "t") -> TermUse:
    return TermUse(name, name, name, TermState.OBEYED, start, end, start, end)


def shape(runs: tuple[Run, ...]) -> list[tuple[str, bool]]:
    return [(run.text, run.term is not None) for run in runs]


def test_a_sentence_without_terms_is_one_run() -> None:
    assert shape(source_runs("All is well.", ())) == [("All is well.", False)]


def test_an_empty_sentence_has_no_run() -> None:
    assert target_runs("", (), ()) == ()


def test_terms_stand_in_runs_of_their_own() -> None:
    runs = source_runs("The trade war goes on.", [use(4, 13)])

    assert shape(runs) == [("The ", False), ("trade war", True), (" goes on.", False)]


def test_of_two_terms_that_overlap_the_longer_one_is_marked() -> None:
    runs = source_runs("The trade war goes on.", [use(4, 9, "short"), use(4, 13, "long")])

    assert [run.term.term_id for run in runs if run.term] == ["long"]


def test_a_missing_rendering_marks_nothing() -> None:
    assert not any(run.term for run in target_runs(TEXT, TOKENS, [use(0, 0)]))


def spelled(runs: tuple[Run, ...]) -> list[tuple[str, str]]:
    return [(word.text, word.pinyin) for run in runs for word in run.words]


def test_words_keep_the_pinyin_of_the_whole_word() -> None:
    tokens = (Token("北京", 0, 2, ("běi", "jīng"), "běijīng"), Token("。", 2, 3))

    assert spelled(target_runs("北京。", tokens, ())) == [("北京", "běijīng"), ("。", "")]


def test_a_long_word_comes_apart_so_that_a_line_can_end_inside_it() -> None:
    runs = target_runs(TEXT, TOKENS, ())

    assert spelled(runs)[:3] == [("中", "zhōng"), ("国", "guó"), ("人", "rén")]


def test_a_name_keeps_its_dot_without_pinyin() -> None:
    syllables = ("táng", "nà", "dé", "tè", "lǎng", "pǔ")
    token = Token("唐纳德·特朗普", 0, 7, syllables, "tángnàdé·tèlǎngpǔ")

    runs = target_runs("唐纳德·特朗普", (token,), ())

    assert spelled(runs)[2:5] == [("德", "dé"), ("·", ""), ("特", "tè")]


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        pytest.param("好人", True, id="between two words"),
        pytest.param("好。", False, id="not before a full stop"),
        pytest.param("好“", True, id="before an opening quotation mark"),
        pytest.param("好”", False, id="not before a closing one"),
        pytest.param("好5", True, id="before a number"),
        pytest.param("好", False, id="not at the end"),
    ],
)
def test_lines_end_where_chinese_typography_lets_them(text: str, breaks: bool) -> None:
    (run,) = target_runs(text, (Token("好", 0, 1, ("hǎo",), "hǎo"),), ())

    assert run.words[0].breaks is breaks


def test_a_term_inside_a_word_cuts_the_word_and_its_pinyin() -> None:
    tokens = (Token("人民大学", 0, 4, ("rén", "mín", "dà", "xué"), "rénmíndàxué"),)

    runs = target_runs("人民大学", tokens, [use(0, 2)])

    assert spelled(runs) == [("人民", "rénmín"), ("大学", "dàxué")]


def test_a_word_that_cannot_be_cut_draws_the_mark_over_itself() -> None:
    tokens = (Token("玩儿", 0, 2, ("wánr",), "wánr"), Token("了", 2, 3, ("le",), "le"))

    runs = target_runs("玩儿了", tokens, [use(1, 3)])

    assert shape(runs) == [("玩儿了", True)]


@pytest.mark.parametrize(
    "tokens", [TOKENS[1:], TOKENS[::-1], (Token("别的", 0, 2, ("bié", "de")),)]
)
def test_words_that_do_not_fit_lose_no_text(tokens: tuple[Token, ...]) -> None:
    assert "".join(run.text for run in target_runs(TEXT, tokens, ())) == TEXT


spans = st.lists(st.tuples(st.integers(-2, 12), st.integers(-2, 12)), max_size=5)


@given(spans)
@settings(max_examples=150)
def test_runs_joined_are_the_sentence_whatever_the_terms(found: list[tuple[int, int]]) -> None:
    uses = [use(start, end, str(number)) for number, (start, end) in enumerate(found)]

    for runs in (source_runs(TEXT, uses), target_runs(TEXT, TOKENS, uses)):
        assert "".join(run.text for run in runs) == TEXT
        assert all(run.words and all(word.text for word in run.words) for run in runs)
