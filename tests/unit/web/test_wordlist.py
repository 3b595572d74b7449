"""Word data for the page's script."""

from __future__ import annotations

from reader.services.words import ArticleWords, SentenceWords
from reader.web.reading.wordlist import as_json
from tests.unit.web.conftest import Browser


def test_offsets_count_as_javascript_does() -> None:
    sentence = SentenceWords(0, "😀 met", "𠮷见面", ((1, 3),), ((2, 5, "met"),), ((2, 5, 1, 3),))

    (one,) = as_json(ArticleWords({}, {}, (sentence,)))["sentences"].values()

    assert one == {"c": [2, 2, "见面"], "e": [3, 3], "l": [3, 6, 2, 4]}


def test_each_place_is_counted_from_the_one_before() -> None:
    chinese, english = ((0, 2), (3, 5)), ((0, 2, "we"), (3, 6, "met"))
    sentence = SentenceWords(
        0, "We met", "我们 见面", chinese, english, ((0, 2, 0, 2), (3, 6, 3, 5))
    )

    (one,) = as_json(ArticleWords({}, {}, (sentence,)))["sentences"].values()

    assert one["c"] == [0, 2, "我们", 1, 2, "见面"]
    assert one["e"] == [0, 2, 1, 3]
    assert one["l"] == [0, 2, 0, 2, 3, 4, 3, 3]


def test_the_page_names_the_address_of_its_words(browser: Browser, translated: int) -> None:
    page = browser.get(f"/articles/{translated}").text
    assert f'data-words="/articles/{translated}/words?revision=' in page

    words = browser.get(f"/articles/{translated}/words").json

    assert words is not None
    assert set(words["sentences"]) == {"0", "1", "2", "3"}
    assert words["chinese"]
    assert words["english"]


def test_words_of_a_deleted_article_are_a_404(browser: Browser, article: int) -> None:
    browser.post(f"/articles/{article}/delete")

    assert browser.get(f"/articles/{article}/words").status_code == 404
