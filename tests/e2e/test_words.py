"""Words of the reading page and their cards in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.reading_page import lit, opened

pytestmark = pytest.mark.browser


def test_a_chinese_word_is_explained_with_its_partner(page: Page, translated: str) -> None:
    opened(page, translated)

    page.locator("#s2 ruby").first.click()

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".word-zh")).not_to_be_empty()
    expect(card.locator(".word-senses li").first).to_be_visible()
    expect(card.locator(".word-pinyin")).not_to_be_empty()
    expect(card).to_contain_text("Here:")


def test_an_english_word_is_explained_in_its_dictionary_form(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s4").focus()

    page.keyboard.press("o")
    said = page.locator("[data-say]")
    for word in ("People", "hope for", "cooperation", "and", "they"):
        expect(said).to_have_text(word)
        page.keyboard.press("ArrowRight")
    expect(said).to_have_text("met")
    page.keyboard.press("Enter")

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".word-en")).to_have_text("met")
    expect(card).to_contain_text("meet")


def test_pointing_at_a_word_lights_its_partner_both_ways(page: Page, translated: str) -> None:
    opened(page, translated)

    page.locator("#s2 ruby").first.hover()
    page.wait_for_function("CSS.highlights.has('partner')")
    chinese, english = lit(page, "word"), lit(page, "partner")
    page.locator("#s2 .en").hover(position={"x": 6, "y": 12})
    page.wait_for_function(
        "word => String([...CSS.highlights.get('word')][0]) !== word", arg=chinese
    )

    assert lit(page, "word") == english.split("|")[0]
    assert chinese in lit(page, "partner")


def test_the_arrow_keys_walk_through_the_words(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s2").focus()

    said = page.locator("[data-say]")
    rubies = page.locator("#s2 ruby")
    first, second = (rubies.nth(n).evaluate("ruby => ruby.firstChild.data") for n in (0, 1))

    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(first)
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(second)
    page.keyboard.press("ArrowLeft")

    expect(said).to_have_text(first)
    assert lit(page, "word") == first


def test_a_key_crosses_to_the_partner_and_back(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s2").focus()
    said = page.locator("[data-say]")
    page.keyboard.press("ArrowRight")
    expect(said).not_to_be_empty()
    chinese = said.inner_text()

    page.keyboard.press("o")
    expect(said).to_have_attribute("lang", "en")
    expect(said).to_have_text("Students")
    page.keyboard.press("o")

    expect(said).to_have_text(chinese)


def test_a_starred_word_is_kept_in_my_words(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s2 ruby").first.click()
    card = page.get_by_role("dialog", name="About this")
    word = card.locator(".word-zh").inner_text()

    card.get_by_role("button", name="Keep in my words").click()
    expect(card.get_by_role("button", name="Keep in my words")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.goto("/words")

    expect(page.get_by_text(word).first).to_be_visible()


def test_words_are_explained_with_the_server_gone(page: Page, translated: str) -> None:
    opened(page, translated)
    page.wait_for_load_state("networkidle")
    page.route(re.compile("/articles/|/js/"), lambda route: route.abort())

    page.locator("#s3 ruby").first.click()

    card = page.get_by_role("dialog")
    expect(card.locator(".word-senses li").first).to_be_visible()
    star = card.get_by_role("button", name="Keep in my words")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")


def test_before_reading_one_sees_how_hard_it_is_and_what_to_learn(page: Page) -> None:
    opened(page, "/articles/1")

    page.get_by_text("Before reading").click()

    expect(page.locator("[data-levels] dt")).to_have_count(8)
    expect(page.locator("[data-bands] dt")).to_have_count(5)
    for part in ("zh", "en"):
        section = page.locator(f"[data-before-part={part}]")
        expect(section.locator("[data-first-words] li")).to_have_count(20)
        expect(section.locator("[data-new]")).to_contain_text(re.compile(r"^\d+ of \d+ words"))


def test_words_that_one_keeps_are_no_longer_proposed(page: Page) -> None:
    opened(page, "/articles/1")
    page.get_by_text("Before reading").click()
    english = page.locator("[data-before-part=en]")
    first = english.locator("[data-first-words] li").first
    expect(first).to_be_visible()
    word = first.locator("[data-slot=text]").inner_text()
    star = first.get_by_role("button")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")

    page.reload()
    page.get_by_text("Before reading").click()

    expect(english.locator("[data-first-words] li").first).to_be_visible()
    expect(english.get_by_text(word, exact=True)).to_have_count(0)


def test_a_card_leads_to_other_sentences_with_its_word(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s2 ruby").first.click()
    card = page.get_by_role("dialog", name="About this")

    card.get_by_text("Other sentences with it").click()

    expect(card.locator(".elsewhere li, .elsewhere [data-slot=none]:visible").first).to_be_visible()


def test_a_card_of_an_english_word_leads_to_other_sentences_in_any_form(
    page: Page, translated: str
) -> None:
    opened(page, translated)
    page.locator("#s1 .en").click(position={"x": 10, "y": 12})
    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".word-en")).to_have_text("Students")

    card.get_by_text("Other sentences with it").click()

    expect(card.locator(".elsewhere [data-slot=source]").first).to_contain_text("tudent")


def test_the_card_of_a_term_leads_to_other_sentences(page: Page) -> None:
    opened(page, "/articles/1")
    page.locator(".en .term", has_text="China").first.click()
    card = page.get_by_role("dialog", name="About this")

    card.get_by_text("Other sentences with it").click()

    expect(card.locator(".elsewhere [data-slot=source]").first).to_contain_text("China")
