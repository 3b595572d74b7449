"""The tricky sentences of cases.yaml against the shipped glossary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from glossary import Matcher, shipped

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(shipped())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_tricky_sentence_has_exactly_these_terms(matcher: Matcher, case: dict[str, Any]) -> None:
    found = [[match.surface, match.term.headword] for match in matcher.find(case["text"])]

    assert found == case["expect"], case["why"]


def test_there_are_enough_sentences_and_each_says_why() -> None:
    assert len(CASES) >= 150
    assert all(case["why"] for case in CASES)
