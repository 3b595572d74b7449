"""My words in a real Chromium: kept and listed."""

from __future__ import annotations

from copy import deepcopy

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.mywords import COOPERATION, TITLE, module, open_words, practise_one, star, stored

pytestmark = pytest.mark.browser


@pytest.fixture
def words(page: Page) -> Page:
    """The page with three words starred."""
    return open_words(page)


def test_a_starred_word_is_there_after_a_reload_and_on_other_pages(page: Page) -> None:
    page.goto("/articles/1")
    (number,) = star(page, COOPERATION)

    page.goto("/words")

    expect(page.locator(".word")).to_have_count(1)
    assert module(page, "store", "await m.has(given[0])", number) is True
    assert [entry["zh"] for entry in module(page, "store", "await m.byArticle(1)")] == ["合作"]


def test_the_id_depends_on_kind_headword_and_english_sentence_alone(page: Page) -> None:
    page.goto("/words")
    edited = deepcopy(COOPERATION)
    edited["sentence"]["zh"] = "双方说会继续合作。"
    edited["en"] = ["cooperation"]
    elsewhere = deepcopy(COOPERATION)
    elsewhere["sentence"]["en"] = "They cooperate."

    first, second, third = star(page, COOPERATION, edited, elsewhere)

    assert first == second != third
    assert first.startswith("word:合作:")


def test_starring_again_keeps_what_was_learned(words: Page) -> None:
    practise_one(words, "4")

    star(words, COOPERATION)

    assert [entry["zh"] for entry in stored(words) if entry["cards"]] == ["合作"]


def test_two_tabs_show_the_same_words(context: BrowserContext, words: Page) -> None:
    other = context.new_page()
    other.goto("/words")
    expect(other.locator(".word")).to_have_count(3)

    words.get_by_role("button", name="Remove “合作”").click()

    expect(other.locator(".word")).to_have_count(2)


def test_without_a_database_words_last_as_long_as_the_page_and_it_says_so(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.goto("/words")
    expect(page.get_by_text("This browser window keeps nothing")).to_be_visible()

    star(page, COOPERATION)

    expect(page.locator(".word")).to_have_count(1)


def test_something_that_is_no_word_is_not_stored(page: Page) -> None:
    page.goto("/words")

    for broken in ({}, None, {"kind": "word"}, {"kind": "other", "zh": "x", "en": ["x"]}):
        refused = module(page, "store", "await m.add(given[0]).catch((e) => e.name)", broken)
        assert refused == "TypeError"

    assert stored(page) == []


def test_an_empty_page_explains_how_to_star(page: Page) -> None:
    page.goto("/words")

    expect(page.get_by_role("heading", name="No words yet")).to_be_visible()
    expect(page.get_by_text("press its star")).to_be_visible()
    expect(page.get_by_role("button", name="Save as a file")).to_be_hidden()


def test_words_stand_by_article_in_the_order_of_reading(words: Page) -> None:
    groups = words.locator(".group")
    expect(groups).to_have_count(2)
    ours = groups.filter(has_text=TITLE)

    expect(ours.locator(".word-head")).to_have_text(["一个中国原则", "合作"])
    expect(ours.locator("mark")).to_have_text(["一个中国原则", "合作"])
    expect(ours.get_by_role("link", name="Sentence 4")).to_have_attribute("href", "/articles/1#s4")


def test_an_article_that_is_not_in_this_library_is_no_link(words: Page) -> None:
    other = words.locator(".group").filter(has_text="Of another library")

    expect(other.locator("a[href]")).to_have_count(0)
    expect(other.locator("mark")).to_have_text("concerns")


def test_newest_first_shows_all_words_in_one_list(words: Page) -> None:
    words.get_by_text("Newest first").click()

    expect(words.locator(".word-head")).to_have_text(["concern", "一个中国原则", "合作"])


@pytest.mark.parametrize("query", ["hezuo", "合作", "COOPERATE", "continue two sides"])
def test_search_finds_a_word_by_any_of_its_sides(words: Page, query: str) -> None:
    words.get_by_role("searchbox", name="Search my words").fill(query)

    expect(words.locator(".word-head")).to_have_text(["合作"])
    expect(words.get_by_text("1 word found")).to_be_visible()


def test_removing_a_word_can_be_undone_with_all_that_was_learned(words: Page) -> None:
    practise_one(words, "3")
    before = stored(words)

    words.get_by_role("button", name="Remove “合作”").click()
    expect(words.locator(".word")).to_have_count(2)
    expect(words.locator(".word").last).to_be_focused()
    words.get_by_role("button", name="Undo").click()

    expect(words.locator(".word").filter(has_text="合作")).to_be_focused()
    assert stored(words) == before


def test_markup_in_a_word_is_shown_and_not_run(page: Page) -> None:
    page.goto("/words")
    hostile = deepcopy(COOPERATION)
    hostile["zh"] = "<img src=x onerror=alert(1)>"
    hostile["sentence"]["article"]["title"] = "<script>alert(1)</script>"

    star(page, hostile)

    expect(page.locator(".word-head")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".words img, .words script")).to_have_count(0)
