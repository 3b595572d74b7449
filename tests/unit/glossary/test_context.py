"""Where a homograph is no term: cues near it, and lists that say nothing of them."""

from __future__ import annotations

import pytest

from glossary import Matcher, Term
from glossary.formats import csv
from glossary.words import Keys, Words

CHIP = Term(
    "chip",
    "chip",
    "芯片",
    variants=("computer chip",),
    blocked=("potato ~", "crisps", "=fish and ~"),
)
SANCTION = Term("sanctions", "sanctions", "制裁")


def surfaces(text: str, *terms: Term) -> list[str]:
    return [match.surface for match in Matcher(terms or (CHIP,)).find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He ate crisps and a chip.", [], id="a cue near"),
        pytest.param(
            "Crisps were eaten by all of the guests at the long table before one chip arrived.",
            ["chip"],
            id="a cue more than ten words away",
        ),
        pytest.param("He ate crisps. The chip failed.", ["chip"], id="another sentence"),
        pytest.param("Crisps or a computer chip?", ["computer chip"], id="a form clear by itself"),
        pytest.param(
            "The chip is crisps, but the plant in Taiwan makes a chip.",
            ["chip"],
            id="a cue belongs to the nearer of two",
        ),
        pytest.param("A potato chip.", [], id="a phrase around the form"),
        pytest.param("Fish and chips; fish and chips.", ["chips"], id="as written after ="),
    ],
)
def test_a_context_blocks_only_the_word_it_speaks_of(text: str, found: list[str]) -> None:
    assert surfaces(text) == found


def test_a_word_beside_another_term_is_no_homograph() -> None:
    found = surfaces("Crisps are spared by chip sanctions.", CHIP, SANCTION)

    assert found == ["chip", "sanctions"]


@pytest.mark.parametrize(
    ("rendering", "found"),
    [
        pytest.param("芯片", [], id="the known sense has the known contexts"),
        pytest.param("薯片", ["chips"], id="another sense has none"),
    ],
)
def test_a_list_without_contexts_gets_those_of_the_same_sense(
    rendering: str, found: list[str]
) -> None:
    terms = csv.read(f"en,zh_hans\nchip,{rendering}\n".encode()).terms

    assert surfaces("Fish and chips.", *terms) == found


def test_a_list_that_has_the_column_keeps_it_empty() -> None:
    terms = csv.read("en,zh_hans,blocked\nchip,芯片,\n".encode()).terms

    assert terms[0].blocked == ()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param("see example.org/chip now", True, id="a web address"),
        pytest.param("write to chip@example.org now", True, id="a mail address"),
        pytest.param("as @chip wrote", True, id="an account"),
        pytest.param("US/chip rivalry", False, id="a slash between words"),
        pytest.param("the end.chip", False, id="a missing space"),
    ],
)
def test_addresses_hold_no_terms(text: str, inside: bool) -> None:
    start = text.index("chip")

    assert Words(text, Keys()).addresses.hold(start, start + 4) is inside
