"""My words for everybody: axe, small screens, no scripts."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.mywords import CONCERN, COOPERATION, PRINCIPLE, begin, open_words, star
from tests.e2e.world import World

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture
def words(page: Page) -> Page:
    """The page with three words starred."""
    return open_words(page)


@pytest.fixture(scope="module", params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser, world: World) -> Any:
    """A page in each theme, of a phone, into which axe may be put past the page's own policy."""
    context = chromium.new_context(
        base_url=world.address,
        bypass_csp=True,
        color_scheme=request.param,
        reduced_motion="reduce",
        viewport={"width": 360, "height": 740},
        locale="zh-CN",
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[Any]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]


def test_axe_finds_nothing_in_any_state_of_the_page(themed: Page) -> None:
    themed.goto("/words")
    expect(themed.get_by_role("heading", name="还没有生词")).to_be_visible()
    assert violations(themed) == []

    star(themed, COOPERATION, PRINCIPLE, CONCERN)
    themed.get_by_role("button", name="移除“合作”").click()
    expect(themed.get_by_role("button", name="撤销")).to_be_visible()
    assert violations(themed) == []

    themed.get_by_role("button", name="开始练习", exact=True).click()
    expect(themed.get_by_role("button", name="显示答案")).to_be_visible()
    assert violations(themed) == []
    themed.keyboard.press("Space")
    expect(themed.locator("[data-grades]")).to_be_visible()
    assert violations(themed) == []
    for _ in range(2):
        themed.keyboard.press("4")
        expect(themed.locator("[data-show]:visible, [data-done]:visible")).to_have_count(1)
        themed.keyboard.press("Space")
    expect(themed.get_by_role("heading", name="这次练完了")).to_be_visible()
    assert violations(themed) == []


def test_nothing_is_cut_at_320_pixels_in_any_state(words: Page) -> None:
    words.set_viewport_size({"width": 320, "height": 568})
    widths = [words.evaluate("document.documentElement.scrollWidth")]
    begin(words)
    words.keyboard.press("Space")
    expect(words.locator("[data-grades]")).to_be_in_viewport()
    widths.append(words.evaluate("document.documentElement.scrollWidth"))

    assert widths == [320, 320]


def test_without_scripts_the_page_says_what_it_needs(world: World, chromium: Browser) -> None:
    plain = chromium.new_context(base_url=world.address, java_script_enabled=False)
    page = plain.new_page()

    page.goto("/words")

    expect(page.get_by_text("the page needs JavaScript")).to_be_visible()
    plain.close()
