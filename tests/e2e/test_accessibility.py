"""axe-core over every page; sizes, zoom and motion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.world import World

pytestmark = pytest.mark.browser

PAGES = ["/", "/?q=nothing%20like%20this", "/articles/1", "/articles/999"]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture(scope="module", params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser, world: World) -> Iterator[Page]:
    """A page in each theme, into which axe may be put past the page's own policy."""
    context = chromium.new_context(
        base_url=world.address,
        bypass_csp=True,
        color_scheme=request.param,
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 800},
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[Any]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_any_page(themed: Page, path: str) -> None:
    themed.goto(path)

    assert violations(themed) == []


def test_axe_finds_nothing_with_pinyin_a_card_and_a_phone(themed: Page) -> None:
    themed.set_viewport_size({"width": 360, "height": 740})
    themed.goto("/articles/1")
    themed.keyboard.press("p")
    themed.locator(".term").first.focus()
    themed.keyboard.press("Enter")
    expect(themed.get_by_role("dialog")).to_be_visible()

    found = violations(themed)
    themed.set_viewport_size({"width": 1280, "height": 800})

    assert found == []


def test_axe_finds_nothing_in_a_refused_form_and_a_notice(themed: Page) -> None:
    themed.goto("/")
    themed.get_by_role("button", name="Add and read").click()
    expect(themed.get_by_role("alert")).to_be_visible()

    assert violations(themed) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_at_320_pixels(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.on("console", lambda message: None)
    page.goto(path if "999" not in path else "/")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_first_stop_of_the_tab_key_skips_to_the_text(page: Page) -> None:
    page.goto("/articles/1")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()
