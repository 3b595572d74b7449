"""Any stretch of text, selected and looked up in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.reading_page import opened

pytestmark = pytest.mark.browser


def select(page: Page, selector: str, start: int, end: int) -> None:
    """Select the rubies of a sentence from number `start` to before `end`."""
    page.evaluate(
        """([selector, start, end]) => {
          const words = document.querySelectorAll(`${selector} ruby`);
          getSelection().setBaseAndExtent(words[start].firstChild, 0, words[end - 1].firstChild, 1);
        }""",
        [selector, start, end],
    )


def test_selected_chinese_is_looked_up_even_across_words(page: Page, translated: str) -> None:
    opened(page, translated)
    select(page, "#s2 .zh", 0, 2)

    page.get_by_role("button", name="Look up").click()

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".looked").first).to_be_visible()
    expect(page.get_by_role("button", name="Look up")).to_be_hidden()


def test_looking_up_without_the_server_says_so(context: BrowserContext, translated: str) -> None:
    # The browser itself reports the failed request in the console, so no checked page.
    page = context.new_page()
    opened(page, translated)
    page.route("**/dictionary**", lambda route: route.abort())
    select(page, "#s2 .zh", 0, 2)

    page.get_by_role("button", name="Look up").click()

    expect(page.get_by_role("dialog")).to_contain_text("The server does not answer")


def test_selected_text_becomes_a_glossary_term(page: Page, translated: str) -> None:
    opened(page, translated)
    page.evaluate(
        """() => {
          const text = document.querySelector('#s2 .en').firstChild;
          getSelection().setBaseAndExtent(text, 0, text, 'Students'.length);
        }"""
    )

    page.get_by_role("link", name="Add to glossary").click()

    expect(page).to_have_url(re.compile(r"/glossary/add\?"))
    expect(page.get_by_role("textbox", name="English", exact=True)).to_have_value("students")


def test_selected_english_is_looked_up(page: Page, translated: str) -> None:
    opened(page, translated)
    page.evaluate(
        """() => {
          const text = document.querySelector('#s2 .en').firstChild;
          const start = text.data.indexOf('history');
          getSelection().setBaseAndExtent(text, start, text, start + 'history and science'.length);
        }"""
    )

    page.get_by_role("button", name="Look up").click()

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".word-en")).to_have_text("history and science")
    expect(card.locator(".looked")).to_have_count(2)


def test_keys_select_any_stretch_of_chinese_and_look_it_up(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s2").focus()
    said = page.locator("[data-say]")
    rubies = page.locator("#s2 ruby")
    first, second = (rubies.nth(n).evaluate("ruby => ruby.firstChild.data") for n in (0, 1))
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(first)

    page.keyboard.press("Shift+ArrowRight")
    expect(said).to_have_text(first + second[0])
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    expect(said).to_have_text(first + second)
    page.keyboard.press("Enter")

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".word-zh")).to_have_text(first + second)
    expect(card.locator(".looked")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator("#s2")).to_be_focused()


def test_a_stretch_can_begin_inside_a_word_and_grows_backwards_too(
    page: Page, translated: str
) -> None:
    opened(page, translated)
    page.locator("#s2").focus()
    said = page.locator("[data-say]")
    rubies = page.locator("#s2 ruby")
    first, second = (rubies.nth(n).evaluate("ruby => ruby.firstChild.data") for n in (0, 1))
    for word in (first, second):
        page.keyboard.press("ArrowRight")
        expect(said).to_have_text(word)

    page.keyboard.press("Shift+ArrowLeft")
    expect(said).to_have_text(second[0])
    page.keyboard.press("Shift+ArrowLeft")
    expect(said).to_have_text(first[-1])

    page.keyboard.press("Escape")
    expect(said).to_have_text(second)


def test_keys_select_english_by_words(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s2").focus()
    said = page.locator("[data-say]")
    page.keyboard.press("o")
    expect(said).to_have_text("Students")

    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")

    expect(said).to_have_text("Students discuss")


def test_what_is_selected_with_keys_can_become_a_term(page: Page, translated: str) -> None:
    opened(page, translated)
    page.locator("#s2").focus()
    page.keyboard.press("o")
    expect(page.locator("[data-say]")).to_have_text("Students")

    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.get_by_role("link", name="Add to glossary").click()

    expect(page.get_by_role("textbox", name="English", exact=True)).to_have_value(
        re.compile("^students discuss$", re.IGNORECASE)
    )
