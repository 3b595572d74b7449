"""Looking up any stretch of text, and a word in other sentences."""

from __future__ import annotations

import pytest

from reader.articles import article_from_text
from reader.services import library, lookup, translating
from reader.toolbox import Toolbox

TEXT = "{title}\n\nStudents discuss history and science. They met on Monday.\n"
# What the engine without a model makes of the first sentence, and a word of it.
TARGET = "需要今天学生可能。"
WORD = "今天"


def added(tools: Toolbox, title: str) -> int:
    article = library.add_article(tools, article_from_text(TEXT.format(title=title)))
    translating.translate_some(tools, article.article_id, "test")
    return article.article_id


@pytest.mark.parametrize("text", ["历史", "歷史", " 历史 "])
def test_a_headword_is_found_in_either_script(tools: Toolbox, text: str) -> None:
    looked = lookup.look_up(tools, text)

    assert looked.whole
    assert looked.entries[0].simplified == "历史"


def test_other_text_comes_apart_into_its_longest_headwords(tools: Toolbox) -> None:
    looked = lookup.look_up(tools, "历史和科学，历史")

    assert not looked.whole
    assert [entry.simplified for entry in looked.entries] == ["历史", "和", "科学"]


@pytest.mark.parametrize("text", ["", "  ", "abcd", "，", "the of"])
def test_what_the_dictionary_does_not_have_is_nothing(tools: Toolbox, text: str) -> None:
    assert lookup.look_up(tools, text).entries == ()


@pytest.mark.parametrize("text", ["history", "Histories", " HISTORY "])
def test_english_is_looked_up_in_any_form(tools: Toolbox, text: str) -> None:
    looked = lookup.look_up(tools, text)

    assert looked.whole
    assert "历史" in [entry.simplified for entry in looked.entries]


def test_english_that_is_no_headword_comes_apart_into_words(tools: Toolbox) -> None:
    looked = lookup.look_up(tools, "the history of science")

    assert not looked.whole
    assert [entry.simplified for entry in looked.entries] == ["历史", "科学"]


@pytest.mark.parametrize("text", ["Met", "student", "discussing history", "they met on"])
def test_english_is_found_in_other_sentences_in_its_forms(tools: Toolbox, text: str) -> None:
    article = added(tools, "The first day")

    assert [one.article_id for one in lookup.sentences_with(tools, text)] == [article]


@pytest.mark.parametrize("text", ["stud", "discuss science", "story", "the and"])
def test_english_inside_other_words_does_not_count(tools: Toolbox, text: str) -> None:
    added(tools, "The first day")

    assert lookup.sentences_with(tools, text) == ()


def test_words_in_a_row_are_found_together(tools: Toolbox) -> None:
    article = added(tools, "The first day")
    row = WORD + "学生"
    assert row in TARGET

    assert [one.article_id for one in lookup.sentences_with(tools, row)] == [article]


def test_a_word_is_found_in_the_other_sentences_only(tools: Toolbox) -> None:
    first, second = added(tools, "The first day"), added(tools, "The second day")
    (known,) = (one for one in lookup.sentences_with(tools, WORD) if one.article_id == first)

    found = lookup.sentences_with(tools, WORD, first, known.row.segment.position)

    assert [one.article_id for one in found] == [second]


def test_a_text_that_is_no_word_of_the_sentence_does_not_count(tools: Toolbox) -> None:
    added(tools, "The first day")
    torn = WORD[1:] + "学"
    assert torn in TARGET

    assert lookup.sentences_with(tools, torn) == ()


def test_sentences_of_deleted_articles_are_left_out(tools: Toolbox) -> None:
    article_id = added(tools, "The first day")
    assert lookup.sentences_with(tools, WORD)

    library.delete_article(tools, article_id)

    assert lookup.sentences_with(tools, WORD) == ()
