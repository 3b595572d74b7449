from __future__ import annotations

import pytest

from reader.translation.careful import best_agreed, chrf


def test_what_most_candidates_say_wins() -> None:
    candidates = ["天气很冷。", "他去了北京。", "他去北京了。", "他到了北京。"]

    assert candidates[best_agreed(candidates)] == "他去了北京。"


def test_a_candidate_that_loops_is_taken_last() -> None:
    candidates = ["他说他说他说他说。", "他说。", "猫睡了。"]

    assert best_agreed(candidates) != 0


def test_issues_cost_a_candidate_its_place() -> None:
    candidates = ["他去了北京。", "他去北京了。"]

    assert best_agreed(candidates, lambda text: text == candidates[0]) == 1


@pytest.mark.parametrize(
    ("hypothesis", "reference", "expected"),
    [
        pytest.param("他去了北京。", "他去了 北京。", 1.0, id="the same but for a space"),
        pytest.param("天气", "北京", 0.0, id="nothing alike"),
        pytest.param("", "北京", 0.0, id="empty"),
    ],
)
def test_chrf_counts_shared_characters(hypothesis: str, reference: str, expected: float) -> None:
    assert chrf(hypothesis, reference) == pytest.approx(expected)
