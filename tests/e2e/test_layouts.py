"""Layouts and choices of the reading page in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.reading_page import lit, opened

pytestmark = pytest.mark.browser


def test_a_hidden_side_is_shown_with_a_key_or_a_tap_and_nothing_moves(
    page: Page, translated: str
) -> None:
    opened(page, translated)
    page.keyboard.press("3")
    chinese = page.locator("#s3 .zh")
    expect(chinese).to_be_hidden()
    below = page.locator("#s4").bounding_box()

    page.locator("#s3").focus()
    page.keyboard.press("Space")
    expect(chinese).to_be_visible()
    page.keyboard.press("Space")
    expect(chinese).to_be_hidden()
    chinese.click(force=True, position={"x": 5, "y": 5})

    expect(chinese).to_be_visible()
    assert page.locator("#s4").bounding_box() == below


def test_an_address_carries_the_layout_to_others(page: Page, translated: str) -> None:
    opened(page, translated)
    page.keyboard.press("4")
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile(r"layout=chinese#s\d+$"))
    address = page.url
    page.keyboard.press("1")
    expect(page).not_to_have_url(address)

    page.goto(address)

    expect(page.locator("#s1 .en")).to_be_hidden()


def test_pinyin_can_be_left_to_the_words_above_a_level(page: Page, translated: str) -> None:
    opened(page, translated)
    page.get_by_text("View", exact=True).click()
    page.get_by_label("Pinyin over").select_option("2")

    easy = page.locator(".h1 rt, .h2 rt")

    expect(page.locator("rt:visible").first).to_be_visible()
    expect(easy.first).to_be_attached()
    expect(easy.filter(visible=True)).to_have_count(0)


def test_tones_can_be_coloured(page: Page, translated: str) -> None:
    opened(page, translated)
    page.keyboard.press("p")
    page.get_by_text("View", exact=True).click()

    page.get_by_label("in colours").check()

    page.wait_for_function("CSS.highlights.get('tone-4')?.size")
    fourth = lit(page, "tone-4").split("|")
    assert fourth
    assert all(any(mark in syllable for mark in "àèìòùǜÀÈ") for syllable in fourth)


def test_menus_close_with_escape_and_give_the_focus_back(page: Page, translated: str) -> None:
    opened(page, translated)
    page.get_by_text("View", exact=True).click()
    page.get_by_label("Large").focus()

    page.keyboard.press("Escape")

    expect(page.get_by_label("Large")).to_be_hidden()
    expect(page.get_by_text("View", exact=True)).to_be_focused()


def test_an_address_carries_the_version_to_others(page: Page) -> None:
    opened(page, "/articles/1?version=reviewed")

    expect(page.locator("#s2 .zh:not(.reviewed)")).to_be_hidden()
    page.get_by_text("View", exact=True).click()
    page.get_by_label("both, to compare").check()

    expect(page).to_have_url(re.compile(r"version=both"))
    expect(page.locator("#s2 .zh:not(.reviewed)")).to_be_visible()


def test_the_reviewed_version_can_be_compared_and_is_always_told_apart(page: Page) -> None:
    opened(page, "/articles/1")
    expect(page.locator("#s2 .reviewed")).to_be_hidden()
    page.get_by_text("View", exact=True).click()

    page.get_by_label("both, to compare").check()
    expect(page.locator("#s2 .reviewed")).to_be_visible()
    expect(page.locator("#s2 .by-reviewed")).to_have_text("校", use_inner_text=True)
    page.get_by_role("radio", name="reviewed (校)").check()

    expect(page.locator("#s2 .reviewed")).to_be_visible()
    expect(page.locator("#s2 .zh:not(.reviewed)")).to_be_hidden()


def test_the_characters_can_be_traditional(page: Page, translated: str) -> None:
    opened(page, translated)
    page.get_by_text("View", exact=True).click()

    with page.expect_navigation():
        page.get_by_role("radio", name="traditional").click()
    page.locator("#s2 ruby").first.click()

    expect(page.locator("#s2 .zh")).to_have_attribute("lang", "zh-Hant")
    expect(page.get_by_role("dialog").locator(".word-senses li").first).to_be_visible()


def test_interlinear_puts_the_english_under_its_words(page: Page, translated: str) -> None:
    opened(page, f"{translated}?layout=interlinear")

    cell = page.locator("#s2 .zh .cell").first
    expect(cell).to_be_visible()
    gloss = cell.get_attribute("data-gloss")

    assert gloss
    assert gloss in page.locator("#s2 .en").inner_text()
    assert gloss not in page.locator("#s2 .zh").inner_text()


def test_interlinear_fits_on_a_phone_and_words_still_explain_themselves(
    page: Page, translated: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, f"{translated}?layout=interlinear")
    expect(page.locator("#s2 .zh .cell").first).to_be_visible()

    page.locator("#s2 .zh .cell ruby").first.click()

    expect(page.get_by_role("dialog").locator(".word-zh")).not_to_be_empty()
    page.wait_for_function("document.documentElement.scrollWidth <= 360")


def test_interlinear_puts_the_chinese_under_the_english(page: Page, translated: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, f"{translated}?layout=interlinear-english")
    english, chinese = page.locator("#s2 .en"), page.locator("#s2 .zh")

    cell = english.locator(".cell", has_text="Students")
    expect(cell).to_be_visible()

    gloss = cell.get_attribute("data-gloss")
    assert gloss
    expect(chinese).to_contain_text(gloss, use_inner_text=True)
    expect(english).to_have_text("Students discuss history and science.")
    expect(chinese.locator(".cell")).to_have_count(0)
    page.wait_for_function("document.documentElement.scrollWidth <= 360")


def test_both_interlinear_layouts_can_follow_each_other(page: Page, translated: str) -> None:
    opened(page, f"{translated}?layout=interlinear-english")
    expect(page.locator("#s2 .en .cell").first).to_have_css("display", "inline-table")

    page.keyboard.press("5")

    expect(page.locator("#s2 .zh .cell").first).to_have_css("display", "inline-table")
    expect(page.locator("#s2 .en .cell").first).to_have_css("display", "inline")


def test_no_line_ends_between_a_glossed_word_and_its_mark(page: Page, translated: str) -> None:
    opened(page, f"{translated}?layout=interlinear-english")
    last = page.locator("#s2 .en .unit").last
    expect(last).to_be_visible()

    torn = """side => {
      const mark = side.lastElementChild.lastChild;
      const range = document.createRange();
      const torn = [];
      for (let width = 320; width > 100; width -= 4) {
        side.style.maxWidth = `${width}px`;
        range.setStart(mark, 0);
        range.setEnd(mark, 1);
        const box = [...side.querySelectorAll('.cell')].at(-1).getBoundingClientRect();
        if (range.getBoundingClientRect().top > box.bottom) torn.push(width);
      }
      return torn;
    }"""
    assert page.locator("#s2 .en").evaluate(torn) == []


@pytest.mark.parametrize("label", ["Narrow", "Wide"])
def test_the_length_of_the_lines_is_chosen_and_remembered(
    page: Page, translated: str, label: str
) -> None:
    opened(page, f"{translated}?layout=stacked")
    width = "text => getComputedStyle(text).maxWidth"
    before = page.locator("#s2 .en").evaluate(width)

    page.get_by_text("View", exact=True).click()
    page.get_by_label(label).check()
    expect(page.locator("#s2 .en")).not_to_have_css("max-width", before)
    page.reload()

    expect(page.locator("#s2 .en")).not_to_have_css("max-width", before)


def test_the_chinese_of_terms_can_be_hidden_to_test_oneself(page: Page) -> None:
    page.goto("/articles/1")
    term = page.locator(".zh .term").first
    page.get_by_text("View", exact=True).click()

    page.get_by_label("hidden until you point at it").check()
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)

    expect(term).to_have_css("color", "rgba(0, 0, 0, 0)")
    term.hover()
    expect(term).not_to_have_css("color", "rgba(0, 0, 0, 0)")
