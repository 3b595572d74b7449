"""Approved sentences are found again, exactly or nearly."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from reader.translation.memory import TranslationMemory, Unit, normalise

HELLO = Unit("He said “hello” to all of them.", "他向大家问好。", author="Li", origin="Lesson 1")
sources = st.text(alphabet="abc “\"'’ —-", min_size=1, max_size=12)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param('He said "hello" to all of them.', id="style of quotes"),
        pytest.param("  He said\u00a0“hello”  to all\nof them. ", id="spaces"),
    ],
)
def test_an_approved_sentence_is_found_whatever_its_spaces_and_quotes(asked: str) -> None:
    assert TranslationMemory([HELLO]).exact(asked) == HELLO


def test_another_sentence_is_not_found() -> None:
    memory = TranslationMemory([HELLO])

    assert memory.exact("He said “hello” to all of us.") is None
    assert memory.fuzzy("Something else entirely, and longer than that one.") == []


def test_a_sentence_nearly_the_same_is_offered_with_its_score() -> None:
    memory = TranslationMemory([HELLO, Unit("Nothing like it at all.", "完全不同。")])

    (match,) = memory.fuzzy("He said “hello” to some of them.")

    assert match.unit == HELLO
    assert match.score == pytest.approx(1 - 4 / 32)


def test_the_likest_come_first_and_no_more_than_asked_for() -> None:
    units = [Unit(f"The talks lasted {n} minutes.", str(n)) for n in (10, 19, 90, 99)]

    matches = TranslationMemory(units).fuzzy("The talks lasted 90 minutes.", limit=2)

    assert matches[0].unit.target == "90"
    assert len(matches) == 2


def test_a_later_approval_takes_the_place_of_the_earlier_one() -> None:
    memory = TranslationMemory([HELLO])
    better = Unit(HELLO.source, "他对所有人说了“你好”。")

    memory.add(better)

    assert memory.exact(HELLO.source) == better
    assert len(memory) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(sources, max_size=12), sources, st.sampled_from([0.5, 0.75, 1.0]))
def test_units_added_one_by_one_are_found_as_by_comparing_those_with_a_like_word(
    added: list[str], asked: str, threshold: float
) -> None:
    memory = TranslationMemory()
    for source in added:
        memory.add(Unit(source, source))

    found = {normalise(m.unit.source) for m in memory.fuzzy(asked, limit=99, threshold=threshold)}

    key = normalise(asked)
    words = set(re.findall(r"\w+", key)) or {key}
    assert found == {
        normalise(source)
        for source in added
        if Levenshtein.normalized_similarity(key, normalise(source)) >= threshold
        and words & (set(re.findall(r"\w+", normalise(source))) or {normalise(source)})
    }
