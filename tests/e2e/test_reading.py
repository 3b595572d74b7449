"""The reading page in a real browser."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pypdf import PdfReader

from tests.e2e.world import World

pytestmark = pytest.mark.browser

SAMPLE = "/articles/1"
TEXT = """Four sentences about {topic}

Officials met on Monday and talked about {topic} for three hours. They agreed to meet again.

The next round will be held in June.
"""


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found
    return dict(found)


def test_the_columns_stand_side_by_side_and_rows_are_aligned(page: Page) -> None:
    page.goto(SAMPLE)

    english, chinese = box(page.locator("#s3 .en")), box(page.locator("#s3 .zh:not(.reviewed)"))

    assert english["x"] + english["width"] <= chinese["x"]
    assert abs(english["y"] - chinese["y"]) < 4


def test_on_a_phone_the_pair_is_stacked_and_nothing_is_cut(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(SAMPLE)

    english, chinese = box(page.locator("#s3 .en")), box(page.locator("#s3 .zh:not(.reviewed)"))

    assert english["y"] + english["height"] <= chinese["y"] + 1
    page.wait_for_function("document.documentElement.scrollWidth <= 360")


def test_pointing_at_one_side_lights_the_other(page: Page) -> None:
    page.goto(SAMPLE)
    colour = "row => getComputedStyle(row).backgroundColor"
    before = page.locator("#s3").evaluate(colour)

    page.locator("#s3 .zh:not(.reviewed)").hover(position={"x": 5, "y": 5})

    expect(page.locator("#s3")).not_to_have_css("background-color", before)


def test_keys_walk_through_the_sentences_and_the_address_follows(page: Page) -> None:
    page.goto(SAMPLE)

    for key in ("j", "ArrowDown", "j", "k"):
        page.keyboard.press(key)

    expect(page.locator("#s2")).to_be_focused()
    expect(page).to_have_url(re.compile("#s2$"))
    page.keyboard.press("End")
    expect(page.locator(".pair").last).to_be_focused()
    expect(page.locator(".pair").last).to_be_in_viewport()
    page.keyboard.press("Home")
    expect(page.locator("#s1")).to_be_focused()


def test_an_address_with_a_sentence_opens_there(page: Page) -> None:
    page.goto(f"{SAMPLE}#s20")

    expect(page.locator("#s20")).to_be_in_viewport()
    expect(page.locator("#s20")).to_be_focused()


def test_pinyin_is_switched_and_remembered(page: Page) -> None:
    page.goto(SAMPLE)
    ruby = page.locator("#s2 rt").first
    expect(ruby).to_be_hidden()

    page.get_by_role("button", name="Pinyin").click()
    expect(ruby).to_be_visible()
    page.reload()
    expect(ruby).to_be_visible()
    page.keyboard.press("p")

    expect(ruby).to_be_hidden()


def test_no_word_is_torn_and_none_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(SAMPLE)
    page.get_by_role("button", name="Pinyin").click()
    expect(page.locator("#s2 rt").first).to_be_visible()

    torn = page.evaluate(
        """() => [...document.querySelectorAll('ruby')]
          .filter(ruby => ruby.getClientRects().length > 1
            || ruby.getBoundingClientRect().right > innerWidth)
          .map(ruby => ruby.textContent)"""
    )

    assert torn == []


def test_pinyin_is_not_copied_with_the_text(page: Page) -> None:
    page.goto(SAMPLE)
    page.get_by_role("button", name="Pinyin").click()
    expect(page.locator("#s3 rt").first).to_be_visible()

    page.evaluate("getSelection().selectAllChildren(document.querySelector('#s3 .zh'))")

    pinyin = page.locator("#s3 rt").first.inner_text()
    assert pinyin
    assert pinyin not in page.evaluate("getSelection().toString()")


def test_pointing_at_a_term_opens_its_card_and_lights_its_partner(page: Page) -> None:
    page.goto(SAMPLE)
    term = page.locator(".en .term.is-obeyed").first
    row = page.locator(".pair").filter(has=page.locator(".en .term.is-obeyed")).first

    term.hover()

    card = page.get_by_role("dialog")
    expect(card).to_be_visible()
    expect(card.locator(".entry-zh")).not_to_be_empty()
    expect(row.locator(".zh .term.is-lit").first).to_be_visible()


def test_a_card_opened_with_a_key_gives_the_focus_back(page: Page) -> None:
    page.goto(SAMPLE)
    term = page.locator(".term").first
    term.focus()

    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Escape")

    expect(term).to_be_focused()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_who_made_a_sentence_can_be_asked(page: Page) -> None:
    page.goto(SAMPLE)

    page.locator("#s3 .by:not(.by-reviewed) summary").click()

    expect(page.get_by_role("dialog")).to_contain_text("Translated by the machine")


def test_the_sheet_of_keys_opens_and_closes(page: Page) -> None:
    page.goto(SAMPLE)

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_sentences_appear_as_they_are_translated_and_nothing_moves(
    page: Page, world: World
) -> None:
    article = world.add(TEXT.format(topic="trade"))
    held = world.hold(article)
    page.goto(f"/articles/{article}")
    expect(page.locator(".soon")).to_have_count(4)
    page.evaluate(
        """() => {
          window.moved = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) window.moved += entry.value;
          }).observe({ type: 'layout-shift' });
        }"""
    )
    last = box(page.locator("#s4"))

    held.let.release(2)
    expect(page.locator(".soon")).to_have_count(2)
    expect(page.locator("[data-progress-words]")).to_contain_text("2 of 4 sentences")
    held.let.release(2)
    expect(page.locator(".soon")).to_have_count(0)

    expect(page.locator("[data-progress-words]")).to_contain_text("all translated")
    assert box(page.locator("#s4"))["y"] == last["y"]
    assert page.evaluate("window.moved") < 0.01


def test_the_reader_keeps_the_place_when_its_sentence_arrives(page: Page, world: World) -> None:
    article = world.add(TEXT.format(topic="music"))
    held = world.hold(article)
    page.goto(f"/articles/{article}#s3")
    expect(page.locator("#s3")).to_be_focused()

    held.let.release(4)
    expect(page.locator(".soon")).to_have_count(0)

    expect(page.locator("#s3")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#s4")).to_be_focused()


def test_the_page_outlives_its_server_and_goes_on_by_itself(
    context: BrowserContext, world: World
) -> None:
    article = world.add(TEXT.format(topic="the weather"))
    held = world.hold(article)
    page = context.new_page()
    page.goto(f"/articles/{article}")
    held.let.release(1)
    expect(page.locator(".soon")).to_have_count(3)

    world.pull_the_plug()
    expect(page.get_by_text("The server does not answer.")).to_be_visible(timeout=10_000)
    page.keyboard.press("j")
    expect(page.locator("#s1")).to_be_focused()
    held.let.release(3)
    world.plug_in()

    expect(page.locator(".soon")).to_have_count(0, timeout=20_000)
    expect(page.get_by_text("The server does not answer.")).to_be_hidden()


def test_the_page_can_be_read_without_scripts(world: World, context: BrowserContext) -> None:
    browser = context.browser
    assert browser
    plain = browser.new_context(base_url=world.address, java_script_enabled=False)
    page = plain.new_page()

    page.goto(SAMPLE)
    expect(page.locator("#s2 .zh:not(.reviewed)")).to_be_visible()
    page.locator("#s2 .by:not(.by-reviewed) summary").click()

    expect(page.locator("#s2 .by:not(.by-reviewed) .by-words")).to_be_visible()
    plain.close()


def test_print_gives_a_clean_handout(page: Page) -> None:
    page.goto(SAMPLE)

    pdf = PdfReader(BytesIO(page.pdf(format="A4")))

    text = "\n".join(sheet.extract_text() for sheet in pdf.pages)
    assert "Opportunities and concerns" in text
    assert "Terms in this article" in text
    assert "Translated by Fake" in text
    assert "Pinyin" not in text
    assert "left out" not in text
    assert 3 <= len(pdf.pages) <= 7


def test_the_file_to_take_away_is_saved_and_not_shown(page: Page) -> None:
    page.goto(SAMPLE)
    page.get_by_text("Take away").click()

    with page.expect_download() as download:
        page.get_by_role("button", name="Web page in one file").click()

    assert download.value.suggested_filename.endswith(".html")
