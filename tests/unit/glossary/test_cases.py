"""Tricky sentences against the shipped glossary and against lists as teachers import them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from glossary import Matcher, shipped
from glossary.formats import csv

_HERE = Path(__file__).parent
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _cases(path: Path) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.load(path.read_bytes(), _LOADER)
    return cases


CASES = _cases(_HERE / "cases.yaml")
LISTS = {path.stem: _cases(path) for path in sorted((_HERE / "lists").glob("*.yaml"))}


def _found(matcher: Matcher, text: str) -> list[list[str]]:
    return [[match.surface, match.term.headword] for match in matcher.find(text)]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(shipped())


@pytest.fixture(scope="module")
def matchers() -> dict[str, Matcher]:
    lists = {name: _HERE / "lists" / f"{name}.csv" for name in LISTS}
    return {name: Matcher(csv.read(path.read_bytes()).terms) for name, path in lists.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_tricky_sentence_has_exactly_these_terms(matcher: Matcher, case: dict[str, Any]) -> None:
    assert _found(matcher, case["text"]) == case["expect"], case["why"]


@pytest.mark.parametrize(
    ("name", "case"),
    [
        pytest.param(name, case, id=f"{name}: {case['text'][:60]}")
        for name, cases in LISTS.items()
        for case in cases
    ],
)
def test_a_list_without_notes_is_found_as_well(
    matchers: dict[str, Matcher], name: str, case: dict[str, Any]
) -> None:
    assert _found(matchers[name], case["text"]) == case["expect"], case["why"]


def test_there_are_enough_sentences_and_each_says_why() -> None:
    assert len(CASES) >= 150
    assert all(case["why"] for cases in (CASES, *LISTS.values()) for case in cases)
