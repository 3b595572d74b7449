"""The words of an article."""

from __future__ import annotations

import pytest

from reader.articles import article_from_text
from reader.errors import NotFound
from reader.services import library, translating, words
from reader.services.words import ArticleWords
from reader.toolbox import Toolbox

TEXT = """Students and history

Students discuss history and science. They caught up with the news. She met him.
"""


@pytest.fixture
def found(tools: Toolbox) -> ArticleWords:
    added = library.add_article(tools, article_from_text(TEXT))
    translating.translate_some(tools, added.article_id, "test")
    return words.article_words(tools, added.article_id)


def test_every_chinese_word_has_its_pinyin_and_most_have_senses(found: ArticleWords) -> None:
    assert found.chinese
    assert all(word.pinyin for word in found.chinese.values())
    assert any(word.senses for word in found.chinese.values())


def test_words_stand_where_they_are_said_to(found: ArticleWords) -> None:
    for sentence in found.sentences:
        assert all(sentence.target[start:end] in found.chinese for start, end in sentence.chinese)
        assert all(sentence.source[a:b].lower() == key for a, b, key in sentence.english)


def test_a_phrase_is_found_before_its_words(found: ArticleWords) -> None:
    keys = [key for sentence in found.sentences for _, _, key in sentence.english]

    assert "caught up with" in keys
    assert "caught" not in keys


def test_a_form_names_its_dictionary_form(found: ArticleWords) -> None:
    assert found.english["met"].lemma == "meet"
    assert found.english["met"].chinese


def test_no_article_has_no_words(tools: Toolbox) -> None:
    with pytest.raises(NotFound):
        words.article_words(tools, 99)
