from __future__ import annotations

import pytest

from reader.english.lemmas import content, lemma, tokens
from reader.english.lookup import English


@pytest.mark.parametrize(
    ("english_text", "chinese"),
    [
        pytest.param("met", "会晤", id="past-form"),
        pytest.param("tariffs", "关税", id="plural"),
        pytest.param("Geneva", "日内瓦", id="place"),
        pytest.param("face to face", "面对面", id="phrase"),
        pytest.param("face-to-face", "面对面", id="phrase-with-hyphens"),
        pytest.param("caught up with", "追赶", id="inflected-phrase"),
        pytest.param("trade war", "贸易战", id="compound"),
        pytest.param("United States", "美国", id="country"),
    ],
)
def test_an_english_word_or_phrase_has_its_chinese(
    english: English, english_text: str, chinese: str
) -> None:
    assert chinese in [entry.simplified for entry in english.english(english_text)]


def test_an_unknown_word_has_no_chinese(english: English) -> None:
    assert english.english("qwxzj") == ()
    assert english.english("") == ()


def test_phrases_are_found_before_single_words_and_do_not_overlap(english: English) -> None:
    sentence = "China is catching up with the US, and face-to-face talks are held in fact."

    spans = english.phrases(sentence)

    assert [sentence[start:end] for start, end in spans] == [
        "catching up with", "face-to-face", "in fact",
    ]  # fmt: skip


def test_common_words_are_in_lower_bands(english: English) -> None:
    assert english.band("people") == 1
    assert english.band("pariah") == 5
    assert english.band("qwxzj") == 5
    assert english.band("people") < english.band("tariff") <= english.band("pariah")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param("relations", "relation", id="plural"),
        pytest.param("held", "hold", id="irregular-verb"),
        pytest.param("Countries", "country", id="capital"),
        pytest.param("was", "be", id="be"),
        pytest.param("talks", "talk", id="talks"),
    ],
)
def test_a_form_has_its_dictionary_form(form: str, expected: str) -> None:
    assert lemma(form) == expected


def test_tokens_have_their_place_and_lose_the_possessive() -> None:
    text = "China’s AI-led 1,000 plans"

    found = tokens(text)

    assert [token.text for token in found] == ["China", "AI", "led", "1,000", "plans"]
    assert all(text[token.start : token.end] == token.text for token in found)


def test_words_without_meaning_of_their_own_are_left_out() -> None:
    assert content("The leaders of the two countries met") == {"leader", "two", "country", "meet"}
