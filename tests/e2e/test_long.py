"""A long article in a real browser: most of its pinyin is written as it comes into view."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.world import World

pytestmark = pytest.mark.browser

SENTENCES = 120


@pytest.fixture(scope="module")
def long(world: World) -> str:
    """The address of a translated article of 121 sentences."""
    text = "\n\n".join(
        f"In year {number} the students met again and discussed {number * 7} questions of history."
        for number in range(SENTENCES)
    )
    article = world.add(f"Many meetings\n\n{text}\n")
    world.translate(article)
    return f"/articles/{article}"


def test_the_last_sentence_has_its_pinyin_when_it_is_reached(page: Page, long: str) -> None:
    page.goto(long)
    expect(page.locator("#s100 rt")).to_have_count(0)
    page.keyboard.press("p")

    page.keyboard.press("End")

    expect(page.locator(".pair").last).to_be_focused()
    expect(page.locator(".pair").last.locator("rt").first).to_be_visible()
    expect(page.locator("#s60 rt")).to_have_count(0)


def test_pinyin_that_comes_late_does_not_change_the_sentence(page: Page, long: str) -> None:
    page.goto(long)
    chinese = page.locator("#s121 .zh")
    before = chinese.text_content()

    page.keyboard.press("End")

    expect(chinese.locator("rt").first).to_be_attached()
    said = "side => [...side.querySelectorAll('rt')].forEach(rt => rt.remove()) || side.textContent"
    assert chinese.evaluate(said) == before


def test_scrolling_through_a_long_article_moves_nothing_that_is_seen(page: Page, long: str) -> None:
    page.goto(long)
    page.keyboard.press("p")
    page.evaluate(
        """() => {
          window.moved = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) window.moved += entry.value;
          }).observe({ type: 'layout-shift' });
        }"""
    )

    # What comes next has its pinyin while it is still a screen away.
    ahead = """() => [...document.querySelectorAll('[data-late]')].every(
      side => side.closest('.leaf').getBoundingClientRect().top > 1.5 * innerHeight)"""
    for _ in range(20):
        page.wait_for_function(ahead)
        before = page.evaluate("scrollY")
        page.mouse.wheel(0, 400)
        page.wait_for_function("before => scrollY > before", arg=before)

    assert page.evaluate("window.moved") < 0.01


def test_all_pinyin_is_there_for_the_printer(page: Page, long: str) -> None:
    page.goto(long)

    page.pdf(format="A4")

    expect(page.locator("[data-late]")).to_have_count(0)


def test_interlinear_glosses_come_with_late_pinyin(page: Page, long: str) -> None:
    page.goto(f"{long}?layout=interlinear")

    page.keyboard.press("End")

    expect(page.locator("#s121 .cell ruby").first).to_be_visible()


def test_the_mark_of_a_sentence_is_not_cut_off_in_a_long_article(page: Page, long: str) -> None:
    page.goto(f"{long}#s5")
    expect(page.locator("#s5")).to_be_focused()

    outside = """() => {
      const row = document.querySelector('#s5').getBoundingClientRect();
      const leaf = document.querySelector('#s5').closest('.leaf').getBoundingClientRect();
      return row.left - leaf.left >= 3 && leaf.right - row.right >= 3;
    }"""
    page.wait_for_function(outside)
