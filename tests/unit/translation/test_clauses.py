from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.translation.clauses import join_parts, split_clauses, written_credit
from reader.translation.engine import Draft, Hint, Link

LONG = (
    "Trump stated that the talks were good, and the two sides agreed to meet again in May; "
    "however, no date was set because both teams were still at work."
)


def texts(text: str, **options: int) -> list[str]:
    return [part.request.text for part in split_clauses(text, **options)]


@pytest.mark.parametrize(
    ("text", "max_words", "expected"),
    [
        pytest.param("One two three.", 3, ["One two three."], id="short enough stays whole"),
        pytest.param(
            "They met on Monday in Geneva; nobody knows what they said.",
            8,
            ["They met on Monday in Geneva;", "nobody knows what they said."],
            id="a semicolon is the best place",
        ),
        pytest.param(
            "He sold apples, pears and plums, but she wanted only fresh bread.",
            9,
            ["He sold apples, pears and plums,", "but she wanted only fresh bread."],
            id="a clause wins over a list",
        ),
        pytest.param(
            "The deal was worth 1,234,567 dollars to them all then.",
            6,
            ["The deal was worth 1,234,567 dollars", "to them all then."],
            id="never inside a number",
        ),
    ],
)
def test_a_long_sentence_is_cut_at_its_best_place(
    text: str, max_words: int, expected: list[str]
) -> None:
    assert texts(text, max_words=max_words) == expected


def test_a_cut_never_falls_inside_a_hint() -> None:
    text = "We want no conflict, no confrontation, mutual respect and nothing else at all."
    start, end = text.index("no conflict"), text.index(" and nothing")
    hint = Hint(start, end, text[start:end], "不冲突不对抗、相互尊重")

    parts = split_clauses(text, [hint], max_words=5)

    (holder,) = [part for part in parts if part.request.hints]
    (moved,) = holder.request.hints
    assert holder.request.text[moved.start : moved.end] == hint.source


def test_many_hints_split_a_sentence_that_is_short_enough() -> None:
    hints = [Hint(found, found + 5, "talks", "会谈") for found in (18, 45)]
    text = "They agreed to the talks, and then they left the talks for good."

    assert len(split_clauses(text, hints, max_words=99, max_hints=1)) == 2


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ab ,;.—"and1', max_size=120), st.integers(1, 12))
def test_the_parts_and_the_space_between_them_are_the_text(text: str, max_words: int) -> None:
    parts = split_clauses(text, max_words=max_words)

    end = 0
    for part in parts:
        assert text[end : part.start].strip() == ""
        end = part.start + len(part.request.text)
        assert text[part.start : end] == part.request.text
    assert text[end:].strip() == ""


def test_inner_full_stops_become_the_mark_of_the_source() -> None:
    parts = split_clauses(LONG, max_words=17)
    drafts = [Draft(f"第{index}句。") for index in range(len(parts))]

    joined = join_parts(parts, drafts)

    assert [part.request.text[-1] for part in parts] == [";", "."]
    assert joined.text == "第0句；第1句。"


def test_links_and_scores_of_the_parts_are_joined() -> None:
    parts = split_clauses(LONG, max_words=17)
    drafts = [Draft("甲。", (Link(0, 5, 0, 1),), -1.0), Draft("乙。", (Link(0, 7, 0, 1),), -2.0)]

    joined = join_parts(parts, drafts)

    second = joined.links[1]
    assert LONG[second.source_start : second.source_end] == "however"
    assert joined.text[second.target_start : second.target_end] == "乙"
    assert joined.score == pytest.approx(-1.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A port, May 22, 2025. /VCG", ["A port, May 22, 2025.", "/VCG"], id="agency"),
        pytest.param("A port. / Getty Images", ["A port.", "/ Getty Images"], id="two words"),
        pytest.param("Pay by Visa and/or cash", ["Pay by Visa and/or cash"], id="inside a word"),
        pytest.param("It ended. 1/2", ["It ended. 1/2"], id="a fraction"),
    ],
)
def test_the_credit_of_a_picture_is_a_part_of_its_own(text: str, expected: list[str]) -> None:
    parts = split_clauses(text, credit_apart=True)

    assert [part.request.text for part in parts] == expected


def test_a_credit_stands_after_the_full_stop() -> None:
    parts = split_clauses("A port. /VCG", [Hint(9, 12, "VCG", "视觉中国")], credit_apart=True)
    drafts = [Draft("港口。"), Draft(written_credit(parts[1].request) or "")]

    assert join_parts(parts, drafts).text == "港口。/视觉中国"
