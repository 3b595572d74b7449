from __future__ import annotations

import pytest

from reader.translation.engine import Hint
from reader.translation.forcing import (
    crowded,
    forks,
    grammar,
    loops,
    misplaced,
    missing,
    said,
    spelled,
)
from reader.translation.llama import Token


def hint(target: str, source: str = "term", start: int = 0, accepted: tuple[str, ...] = ()) -> Hint:
    return Hint(start, start + len(source), source, target, accepted)


@pytest.mark.parametrize(
    ("text", "wanted", "lacks"),
    [
        pytest.param("这是贸易战。", hint("贸易战"), False, id="target"),
        pytest.param(
            "这是经贸战。", hint("贸易战", accepted=("经贸战",)), False, id="accepted form"
        ),
        pytest.param("“小院 高墙”战略", hint("小院高墙"), False, id="quotes and spaces"),
        pytest.param("一带一路倡议", hint("“一带一路”倡议"), False, id="quotes in the target"),
        pytest.param("中美两国的关系", hint("美国"), False, id="a country's one character"),
        pytest.param("这是战争。", hint("贸易战"), True, id="missing"),
    ],
)
def test_missing_looks_for_the_target_and_its_accepted_forms(
    text: str, wanted: Hint, lacks: bool
) -> None:
    assert missing(text, [wanted]) == ((wanted,) if lacks else ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("声波声波声波声波", True, id="a word over and over"),
        pytest.param("亚特兰大队队队队。", True, id="a character over and over"),
        pytest.param("新型大国关系的新型大国关系", True, id="a phrase twice"),
        pytest.param("不冲突、不对抗、相互尊重", False, id="a list"),
        pytest.param("人人为我，我为人人。", False, id="ordinary repetition"),
    ],
)
def test_loops_are_found(text: str, expected: bool) -> None:
    assert loops(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("习近平同美国总统唐纳德·特朗普通话", False, id="beside its own name"),
        pytest.param("美国总统习近平同唐纳德·特朗普通话", True, id="on another person"),
        pytest.param("习近平同美国总统通话", False, id="alone"),
    ],
)
def test_an_office_is_not_put_on_another_person(text: str, expected: bool) -> None:
    office = hint("美国总统", "US President", 15)
    others = [
        hint("习近平", "Xi Jinping", 0),
        office,
        hint("唐纳德·特朗普", "Donald Trump", 28),
    ]

    assert misplaced(text, office, others) is expected


def tokens(*pieces: str, choices: dict[int, tuple[tuple[str, float], ...]]) -> list[Token]:
    return [Token(piece, -0.1, choices.get(index, ())) for index, piece in enumerate(pieces)]


def test_an_answer_forks_where_the_model_considered_the_rendering() -> None:
    answer = tokens(
        "中国", "和", "美国", "首脑", "会面", choices={2: (("美国", -0.1), ("双方", -2.0))}
    )

    (fork,) = forks("China and the US President met", answer, hint("美国总统"))

    assert fork.text == "中国和美国总统"


def test_a_fork_never_cuts_another_rendering() -> None:
    answer = tokens("日内瓦", "会谈", "开始", choices={1: (("瑞", -0.5),), 2: (("瑞", -3.0),)})

    found = forks("Geneva talks", answer, hint("瑞士"), [hint("日内瓦会谈")])

    assert [fork.text for fork in found] == ["日内瓦会谈瑞士"]


def test_a_forced_answer_keeps_its_tokens_so_that_it_can_fork_again() -> None:
    answer = tokens("甲", "乙", choices={1: (("丙", -1.0),)})
    (fork,) = forks("a b", answer, hint("丙丁"))

    forced = fork.followed_by([Token("。", -0.2)])

    assert "".join(token.text for token in forced) == "甲丙丁。"


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        pytest.param("坦桑尼亚肯尼亚的公园", 60, True, id="far apart in English"),
        pytest.param("坦桑尼亚肯尼亚的公园", 14, False, id="neighbours in English"),
        pytest.param("坦桑尼亚和肯尼亚的公园", 60, False, id="something between"),
    ],
)
def test_two_names_that_are_far_apart_are_not_put_side_by_side(
    text: str, start: int, expected: bool
) -> None:
    tanzania, kenya = hint("坦桑尼亚", "Tanzania", 0), hint("肯尼亚", "Kenya", start)

    assert crowded(text, kenya, [tanzania, kenya]) is expected
    assert crowded(text, tanzania, [tanzania, kenya]) is expected


def test_a_fork_knows_the_chance_of_the_renderings_beginning_apart_from_its_fit() -> None:
    answer = tokens("他", "来", choices={0: (("荷兰", -0.5),), 1: (("荷", -2.0),)})

    first, second = forks("a Dutch man", answer, hint("荷兰语"))

    assert (first.chance, second.chance) == (-0.5, -2.0)
    assert (first.before, second.before) == ("", "他")


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(("荷兰", "语"), -3.0, id="two tokens"),
        pytest.param(("荷兰", "语", "。"), -3.0, id="what follows does not count"),
        pytest.param((" 荷兰语",), -1.5, id="a space before it"),
        pytest.param((), 0.0, id="nothing"),
    ],
)
def test_a_rendering_is_as_likely_as_all_its_tokens(
    pieces: tuple[str, ...], expected: float
) -> None:
    assert said([Token(piece, -1.5) for piece in pieces], "荷兰语") == expected


def test_a_rendering_is_spelled_and_nothing_else() -> None:
    assert spelled("荷兰") == 'root ::= "荷兰"'


def test_the_grammar_quotes_the_rendering() -> None:
    assert r'before "说\"好\"" after' in grammar('说"好"', 20)
