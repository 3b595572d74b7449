"""Names that are common words, where the capital says nothing, and pieces of longer names."""

from __future__ import annotations

import pytest

from glossary import Matcher, Term
from glossary.layout import Style, opens_sentence, style_at
from glossary.words import Keys, Words


def surfaces(text: str, *forms: str, rendering: str = "词") -> list[str]:
    found = Matcher([Term("x", forms[0], rendering, forms[1:])]).find(text)
    return [match.surface for match in found]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        pytest.param("The bank of Turkey said so.", Style.SENTENCE, id="sentence"),
        pytest.param("Why Turkey Left the Talks", Style.TITLE, id="title"),
        pytest.param("WHY TURKEY LEFT", Style.CAPITALS, id="capitals"),
        pytest.param("Xi met Turkey officials in Ankara.", Style.SENTENCE, id="many names"),
    ],
)
def test_capitals_are_used_as_in(text: str, style: Style) -> None:
    words = Words(text, Keys())
    (index,) = (n for n, word in enumerate(words.words) if word.lower() == "turkey")

    assert style_at(words, index) is style


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("It rained. Turkey won.", True),
        ("He said, “Turkey won.”", True),
        ("It is Mr. Turkey now.", False),
        ("It is J. Turkey now.", False),
        ("Visit Turkey.", False),
    ],
)
def test_a_sentence_opens(text: str, opens: bool) -> None:
    words = Words(text, Keys())

    assert opens_sentence(words, words.words.index("Turkey")) is opens


@pytest.mark.parametrize(
    ("form", "text", "is_name"),
    [
        pytest.param("Apple", "Apple sued.", True, id="a counted noun needs an article"),
        pytest.param("Apple", "Apple crumble sells.", False, id="a noun before a noun"),
        pytest.param("Apple", "Apple shares fell.", True, id="what firms have"),
        pytest.param("Shell", "Shell. He left Shell.", True, id="elsewhere with a capital"),
        pytest.param("Rice", "Rice is dear.", False, id="a mass noun needs none"),
        pytest.param("Rice", "Rice insisted on it.", True, id="what only people do"),
        pytest.param("Rice", "Rice, who left, won.", True, id="a person described"),
        pytest.param("Rice", "Mr. Rice and Mrs. Bush", True, id="an honorific, with its point"),
        pytest.param("Brown", "Brown sofas sell.", False, id="an adjective"),
        pytest.param("Brown", "Brown resigned.", True, id="no adjective before a verb"),
        pytest.param("Polish", "Polish the silver.", False, id="an order"),
        pytest.param("Polish", "Polish farmers rose.", True, id="a nation"),
        pytest.param("Target", "A Target for All Seasons", False, id="after an article"),
        pytest.param("IT", "IT RAINS IN MAY", False, id="a pronoun in capitals"),
        pytest.param("IT", "IT WORKERS STRIKE AGAIN", True, id="what a trade has"),
        pytest.param("Will", "Will Congress act?", False, id="a question"),
        pytest.param("Will", "Will insisted on it.", True, id="a person"),
    ],
)
def test_a_name_is_told_from_the_word(form: str, text: str, is_name: bool) -> None:
    assert (form.lower() in [each.lower() for each in surfaces(text, form)]) is is_name


@pytest.mark.parametrize(
    ("forms", "text", "found"),
    [
        pytest.param(("Bush", "George W. Bush"), "Jeb Bush lost.", [], id="another given name"),
        pytest.param(("Bush", "George W. Bush"), "President Bush won.", ["Bush"], id="a title"),
        pytest.param(("Xi", "Xi Jinping"), "Then Xi Mingze left.", [], id="Chinese order"),
        pytest.param(("Jordan",), "Then Michael Jordan left.", [], id="a place as a surname"),
        pytest.param(("Jordan",), "Then Jordan Peterson left.", [], id="as a given name"),
        pytest.param(("Jordan",), "So Jordan King Abdullah left.", ["Jordan"], id="office"),
        pytest.param(("Victoria",), "Then Queen Victoria left.", [], id="a queen"),
        pytest.param(("Korea",), "He left South Korea.", [], id="another country"),
        pytest.param(("Guinea",), "He left New Guinea.", [], id="an island"),
    ],
)
def test_a_piece_of_a_longer_name_is_not_the_name(
    forms: tuple[str, ...], text: str, found: list[str]
) -> None:
    assert surfaces(text, *forms) == found


def test_a_month_and_a_person_of_one_name_are_told_apart() -> None:
    text = "In May 2019 Theresa May resigned, and May said why."

    assert surfaces(text, "May", rendering="五月") == ["May"]
    assert surfaces(text, "May", "Theresa May", rendering="特雷莎·梅") == ["Theresa May", "May"]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        pytest.param("step down", "a step down", [], id="a noun after an article"),
        pytest.param("step down", "he will step down", ["step down"], id="a verb"),
        pytest.param("trade", "they trade insults", [], id="a verb after a pronoun"),
        pytest.param("trade", "the Phase I trade deal", ["trade"], id="a numeral, not I"),
        pytest.param("Climate Change", "climate change", ["climate change"], id="typed as a title"),
        pytest.param("White House", "white house", [], id="a name in small letters"),
        pytest.param("The Economist", "as the Economist says", ["the Economist"], id="little word"),
        pytest.param("IN", "in the end", [], id="an abbreviation is no little word"),
        pytest.param("rare earths", "a rare Earth-like planet", [], id="a name inside"),
        pytest.param("Gap Inc.", "Gap Inc. sank", ["Gap Inc."], id="its own dot"),
        pytest.param("Moody's", "Moody’s cut it", ["Moody’s"], id="its own possessive"),
        pytest.param("attorney general", "attorneys general", ["attorneys general"], id="head"),
    ],
)
def test_a_rule_of_form(form: str, text: str, found: list[str]) -> None:
    assert surfaces(text, form) == found


def test_a_long_text_of_names_that_are_words_takes_time_in_proportion() -> None:
    text = "Turkey is late. " * 20_000

    assert len(surfaces(text, "Turkey")) == 20_000
