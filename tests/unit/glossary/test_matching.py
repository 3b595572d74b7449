"""What matching promises for every text, and what single rules mean."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Matcher, Term, TermStatus, shipped

SHIPPED = Matcher(shipped())
PIECES = [
    "US",
    "us",
    "U.S.",
    "China's",
    "trade",
    "war",
    "wars",
    "TRADE",
    "the",
    "and",
    "one-China",
    "policy",
    "principle",
    "Fed",
    "fed",
    "chip",
    "in",
    "chips",
    "summit",
    "“guardrails”",
    "win–win",
    "cooperation.",
    ",",
    "-",
    "\n\n",
    "'",
    '"',
    "Xi",
    "XI",
    "who",
    "WHO",
    "2.0",
    "Trump",
    "normalisation",
    "of",
    "relations",
    "贸易战",
    "é",
    "\xa0",
    "‑",
    "https://a.b/trade-war",
    "x@y.com",
    "MOUs",
    "decoupled",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map(" ".join)


def matcher(headword: str, *variants: str, **more: object) -> Matcher:
    return Matcher([Term("x", headword, "词", variants, **more)])  # type: ignore[arg-type]


def surfaces(found: Matcher, text: str) -> list[str]:
    return [match.surface for match in found.find(text)]


@given(texts)
@settings(max_examples=150, deadline=None)
def test_offsets_give_back_the_surface_and_matches_do_not_overlap(text: str) -> None:
    found = SHIPPED.find(text)

    assert all(text[match.start : match.end] == match.surface for match in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(texts)
@settings(max_examples=150, deadline=None)
def test_no_match_starts_or_ends_inside_a_word(text: str) -> None:
    for match in SHIPPED.find(text):
        before, after = text[: match.start][-1:], text[match.end :][:1]
        assert not (before.isascii() and before.isalnum() and match.surface[0].isalnum())
        assert not (after.isascii() and after.isalnum() and match.surface[-1].isalnum())


@given(st.sampled_from(shipped()), st.sampled_from([" ", "\u00a0", "\n", "  ", "\u202f"]))
@settings(max_examples=100, deadline=None)
def test_white_space_of_any_kind_is_the_same(term: Term, space: str) -> None:
    surface = term.headword.replace(" ", space)
    padded = f"It was {surface} yesterday."

    assert surface in surfaces(Matcher([term]), padded)


@given(st.sampled_from(shipped()), st.sampled_from(["\u2010", "\u2011", "\u2013", " "]))
@settings(max_examples=100, deadline=None)
def test_hyphens_of_any_kind_and_spaces_are_the_same(term: Term, hyphen: str) -> None:
    surface = term.headword.replace("-", hyphen)

    assert surface in surfaces(Matcher([term]), f"It was {surface} yesterday.")


@pytest.mark.parametrize("term", shipped(), ids=lambda term: term.id)
def test_every_shipped_form_is_found_as_it_is_listed(term: Term) -> None:
    own = Matcher([term])

    for form in term.forms:
        found = own.find(f"It was {form} yesterday.")
        plain = [re.sub(r"^[\"“'’]|[\"”]$", "", match.surface) for match in found]
        assert form.strip('"') in plain or any(form in match.surface for match in found), form


@pytest.mark.parametrize(
    ("headword", "text", "expected"),
    [
        pytest.param("country", "Countries agree.", ["Countries"], id="plural in -ies"),
        pytest.param("crisis", "two crises", ["crises"], id="irregular plural"),
        pytest.param("tariffs", "a tariff", ["tariff"], id="singular of a plural headword"),
        pytest.param("relations", "a relationship", [], id="relations are no relationship"),
        pytest.param("relations", "his relatives", [], id="nor relatives"),
        pytest.param("tie", "a tied game", [], id="a noun has no verb forms"),
        pytest.param("decoupling", "they decoupled", ["decoupled"], id="-ing shows a verb"),
        pytest.param("developing country", "developed country", [], id="not before a noun"),
        pytest.param("seek peace", "they sought peace", ["sought peace"], id="irregular verb"),
        pytest.param("defence pact", "a defense pact", ["defense pact"], id="British spelling"),
        pytest.param("four", "for", [], id="spelling rules join no other words"),
        pytest.param("5 percent", "5 per cent and 5%", ["5 per cent", "5%"], id="per cent"),
        pytest.param("May", "It may rain in May.", ["May"], id="a month is no verb"),
        pytest.param("May", "May I go? May we?", [], id="nor is a question"),
        pytest.param("AI", "Ai Weiwei said ai", [], id="an acronym is only itself"),
        pytest.param("CEO", "two CEOs", ["CEOs"], id="plural of an acronym"),
        pytest.param("chip", "the CHIP program", [], id="a word is no acronym"),
        pytest.param("chip", "CHIP STOCKS FALL AGAIN", ["CHIP"], id="but in a headline"),
        pytest.param("trade, aid", "trade aid", ["trade aid"], id="a comma may be missing"),
        pytest.param("trade war", "trade, war", [], id="but none may be added"),
        pytest.param("trade war", "trade—war", [], id="a long dash parts words"),
        pytest.param("free trade", "trade-offs in free trade-offs", [], id="trade-offs"),
        pytest.param("US", "at /on/US/desk and US/China", ["US"], id="a path is no text"),
    ],
)
def test_rule(headword: str, text: str, expected: list[str]) -> None:
    assert surfaces(matcher(headword), text) == expected


@pytest.mark.parametrize(
    ("blocked", "text", "expected"),
    [
        pytest.param("potato ~", "potato chips", [], id="before any form"),
        pytest.param("potato ~", "potatoes and chips", ["chips"], id="other words do not count"),
        pytest.param("~ and salsa", "chips and salsa", [], id="after any form"),
        pytest.param("chip in", "to chip in", [], id="a phrase with the form"),
        pytest.param("chip in", "chips in cars", ["chips"], id="only as written"),
        pytest.param("^a/the chip in", "a chip in it", ["chip"], id="none of them"),
        pytest.param("^a/the chip in", "we chip in", [], id="any but them"),
        pytest.param("casino*", "Casinos take chips.", [], id="anywhere in the sentence"),
        pytest.param("casino*", "A casino. A chip.", ["chip"], id="not in the next"),
        pytest.param("Chip Roy", "Chip Roy spoke", [], id="capitals count"),
        pytest.param("Chip Roy", "chip roy", ["chip"], id="so others are free"),
        pytest.param("chip $", "a chip.", [], id="the end of the sentence"),
    ],
)
def test_a_blocked_context_keeps_the_term_out(blocked: str, text: str, expected: list[str]) -> None:
    assert surfaces(matcher("chip", blocked=(blocked,)), text) == expected


def test_retired_terms_are_not_matched() -> None:
    assert not matcher("tariff", status=TermStatus.RETIRED).find("a tariff")


def test_of_two_terms_with_one_form_the_first_wins() -> None:
    both = Matcher([Term("a", "bank", "银行"), Term("b", "bank", "河岸")])

    assert [match.term.id for match in both.find("the bank")] == ["a"]


def test_a_case_sensitive_form_matches_only_as_written() -> None:
    exact = matcher("Turkey", "turkey", case_sensitive=("turkey",))

    assert surfaces(exact, "Turkey ate turkey.") == ["Turkey", "turkey"]
    assert surfaces(matcher("polish", case_sensitive=("polish",)), "Polish polish") == ["polish"]


def test_chinese_is_found_longest_first_in_both_scripts() -> None:
    found = SHIPPED.find_chinese("新型大国关系不是大国关系；貿易戰沒有贏家。")

    assert [match.term.headword for match in found] == [
        "new model of major-country relationship",
        "great power relations",
        "there are no winners in a trade war",
    ]


def test_a_latin_rendering_is_not_found_inside_a_word() -> None:
    assert [match.surface for match in SHIPPED.find_chinese("MAIL和AI")] == ["AI"]
