"""The library in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TEXT = """{title}

By Ann Author

Officials met on Monday and talked for three hours. They agreed to meet again in June.

The next round of talks will be held in Geneva, the minister said.
"""


def test_an_article_is_added_by_paste_and_opened(page: Page) -> None:
    page.goto("/")

    page.get_by_label("The text of the article").fill(TEXT.format(title="Talks by paste"))
    page.get_by_role("button", name="Add and read").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Talks by paste")
    expect(page.get_by_role("status")).to_contain_text("Added.")


def test_pasting_anywhere_fills_the_form(page: Page) -> None:
    page.goto("/")

    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document.body.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        TEXT.format(title="Talks from anywhere"),
    )
    expect(page.get_by_role("button", name="Add and read")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Talks from anywhere")


def test_an_article_is_added_from_a_file(page: Page, downloads: Path) -> None:
    file = downloads / "talks.txt"
    file.write_text(TEXT.format(title="Talks from a file"), encoding="utf-8")
    page.goto("/")

    page.get_by_text("Open a file").click()
    page.get_by_label("Drop a file here").set_input_files(file)
    page.get_by_role("button", name="Add and read").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Talks from a file")
    expect(page.get_by_text("talks.txt")).to_be_visible()


def test_a_file_can_be_dropped_anywhere(page: Page) -> None:
    page.goto("/")

    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
          document.body.dispatchEvent(
            new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        TEXT.format(title="Talks that were dropped"),
    )
    expect(page.get_by_text("dropped.txt")).to_be_visible()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Talks that were dropped")


def test_the_three_ways_are_reached_with_the_keyboard(page: Page) -> None:
    page.goto("/")

    page.get_by_label("Paste text").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")

    expect(page.get_by_label("Address of the page")).to_be_visible()
    expect(page.get_by_label("The text of the article")).to_be_hidden()


def test_delete_can_be_undone(page: Page) -> None:
    page.goto("/")
    page.get_by_label("The text of the article").fill(TEXT.format(title="Talks to delete"))
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Talks to delete")
    page.goto("/")
    card = page.get_by_role("article").filter(has_text="Talks to delete")

    card.get_by_role("button", name="Delete").click()
    expect(card).to_have_count(0)
    page.get_by_role("button", name="Undo").click()

    expect(card).to_have_count(1)


def test_search_narrows_the_shelf(page: Page) -> None:
    page.goto("/")

    page.get_by_label("Search the library").fill("no such word anywhere")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Nothing in the library has")).to_be_visible()


def test_the_interface_can_be_switched_to_chinese_and_back(page: Page) -> None:
    page.goto("/")

    page.get_by_role("button", name="简体中文").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("用两种语言读新闻")
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Read the news in two languages")


def test_the_dark_switch_is_remembered(page: Page) -> None:
    page.goto("/")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    page.get_by_role("button", name="Dark colours").click()
    page.reload()

    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light
    expect(page.get_by_role("button", name="Dark colours")).to_have_attribute(
        "aria-pressed", "true"
    )
