"""Forms of words: nouns in their numbers, verbs in all their forms, and phrases with verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.inflection import infinitives, is_number_of, is_verb_form_of, stem, verb_forms
from glossary.irregular import PLURALS, VERBS
from glossary.verbs import is_surely_verbal, is_verb, opens_with_verb

words = st.from_regex(r"[a-z]{3,12}", fullmatch=True)


@given(words)
def test_all_forms_of_a_regular_verb_share_its_key_and_lead_back(verb: str) -> None:
    for form in verb_forms(verb):
        assert verb in infinitives(form) or form == verb


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_all_forms_of_an_irregular_verb_share_a_key(verb: str) -> None:
    assert {stem(form) for form in VERBS[verb]} == {stem(verb)}


@pytest.mark.parametrize("noun", sorted(PLURALS))
def test_an_irregular_plural_shares_the_key_of_its_singular(noun: str) -> None:
    assert stem(PLURALS[noun]) == stem(noun)
    assert PLURALS[noun] == noun or is_number_of(PLURALS[noun], noun)


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("embargoes", "embargo"),
        ("analyses", "analysis"),
        ("memorandums", "memorandum"),
        ("indexes", "index"),
        ("country", "countries"),
    ],
)
def test_the_other_number_of_a_noun(word: str, noun: str) -> None:
    assert is_number_of(word, noun)
    assert stem(word) == stem(noun)


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("levied", "levy"),
        ("vetoed", "veto"),
        ("overthrew", "overthrow"),
        ("withheld", "withhold"),
        ("laid", "lay"),
        ("travelling", "travel"),
        ("traveling", "travel"),
        ("banned", "ban"),
        ("dying", "die"),
        ("sued", "sue"),
        ("decoupled", "decoupling"),
    ],
)
def test_a_form_of_the_verb(word: str, verb: str) -> None:
    assert is_verb_form_of(word, verb)
    assert stem(word) == stem(verb)


@pytest.mark.parametrize(
    ("word", "verb"), [("planes", "plan"), ("rating", "rat"), ("relative", "relate")]
)
def test_a_word_that_only_looks_like_a_form(word: str, verb: str) -> None:
    assert not is_verb_form_of(word, verb)


@pytest.mark.parametrize("word", ["veto", "ratify", "overthrow", "escalate", "derisk", "sue"])
def test_a_word_that_is_rather_a_verb(word: str) -> None:
    assert is_verb(word)


@pytest.mark.parametrize("word", ["chip", "tie", "bank", "tariff", "building", "meeting", "house"])
def test_a_word_that_is_rather_a_noun(word: str) -> None:
    assert not is_verb(word)


@pytest.mark.parametrize("phrase", ["lift sanctions", "fall short of", "see eye to eye", "sue for"])
def test_a_phrase_that_opens_with_a_verb(phrase: str) -> None:
    assert opens_with_verb(phrase.split())


@pytest.mark.parametrize("phrase", ["interest rate", "in the long run", "rise of China's navy"])
def test_no_noun_stands_for_sure(phrase: str) -> None:
    assert not is_surely_verbal(phrase.split())
