"""axe-core over every page; sizes, zoom and motion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.world import World

pytestmark = pytest.mark.browser

PAGES = ["/", "/?q=nothing%20like%20this", "/articles/1", "/articles/999"]
# Every kind of thing that the reading page can show, in few sentences: axe looks at each node.
TEXT = """China and the US talk about trade

By Ann Author

Editor's note: Ann Author writes about trade. The article reflects her own views.

The trade war hurts both sides, Xi Jinping said on Monday. There were 12 meetings in 2024.

What comes next

Officials will meet in Geneva in June.
"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The dark theme is the same page in other colours.
RUNS = {"light": RULES, "dark": {"type": "rule", "values": ["color-contrast"]}}


@dataclass(frozen=True)
class Themed:
    """A page in one theme, and what axe has to look for in it."""

    page: Page
    rules: Any

    def violations(self) -> list[Any]:
        """What axe finds in the page as it is now."""
        options = {"runOnly": self.rules, "resultTypes": ["violations"]}
        found = Axe().run(self.page, options=options).response["violations"]
        return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]


@pytest.fixture(scope="module", params=list(RUNS))
def themed(request: pytest.FixtureRequest, chromium: Browser, world: World) -> Iterator[Themed]:
    """A page in each theme, into which axe may be put past the page's own policy."""
    context = chromium.new_context(
        base_url=world.address,
        bypass_csp=True,
        color_scheme=request.param,
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 800},
    )
    yield Themed(context.new_page(), RUNS[request.param])
    context.close()


@pytest.fixture(scope="module")
def short(world: World) -> str:
    """The address of a short article, translated."""
    article = world.add(TEXT)
    world.translate(article)
    return f"/articles/{article}"


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_any_page(themed: Themed, path: str, short: str) -> None:
    themed.page.goto(short if path == "/articles/1" else path)

    assert themed.violations() == []


def test_axe_finds_nothing_with_pinyin_a_card_and_a_phone(themed: Themed, short: str) -> None:
    page = themed.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(short)
    page.keyboard.press("p")
    page.get_by_text("View", exact=True).click()
    expect(page.get_by_label("Side by side")).to_be_visible()
    assert themed.violations() == []
    page.keyboard.press("Escape")
    expect(page.get_by_label("Side by side")).to_be_hidden()
    page.locator(".term").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()

    found = themed.violations()
    page.set_viewport_size({"width": 1280, "height": 800})

    assert found == []


def test_axe_finds_nothing_between_the_lines_and_in_a_look_up(themed: Themed, short: str) -> None:
    page = themed.page
    with page.expect_response("**/words?*"):
        page.goto(f"{short}?layout=interlinear")
    expect(page.locator("#s4 .cell").first).to_be_visible()
    page.keyboard.press("6")
    expect(page.locator("#s4 .en .cell").first).to_be_visible()
    assert themed.violations() == []
    page.keyboard.press("5")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#s4 .zh'))")
    expect(page.get_by_role("button", name="Look up")).to_be_visible()
    assert themed.violations() == []

    page.get_by_role("button", name="Look up").click()
    expect(page.locator(".looked").first).to_be_visible()

    assert themed.violations() == []


def test_axe_finds_nothing_in_a_refused_form_and_a_notice(themed: Themed) -> None:
    themed.page.goto("/")
    themed.page.get_by_role("button", name="Add and read").click()
    expect(themed.page.get_by_role("alert")).to_be_visible()

    assert themed.violations() == []


@pytest.mark.parametrize("path", PAGES[:-1])
def test_nothing_is_cut_at_320_pixels(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)

    page.wait_for_function("document.documentElement.scrollWidth <= 320")


@pytest.mark.parametrize("width", [320, 360, 768, 1040, 1440])
def test_the_buttons_of_the_reading_page_stay_in_one_row(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/articles/1")

    tops = """() => new Set([...document.querySelectorAll('.tools .switch')]
      .map(button => Math.round(button.getBoundingClientRect().top))).size"""
    page.wait_for_function(f"({tops})() === 1")


@pytest.mark.parametrize("layout", ["columns", "interlinear", "interlinear-english"])
def test_twice_the_size_still_fits(page: Page, layout: str) -> None:
    # 200% zoom of a window of 640 pixels leaves 320 to the page.
    page.set_viewport_size({"width": 320, "height": 400})
    with page.expect_response("**/words?*"):
        page.goto(f"/articles/1?layout={layout}")
    page.keyboard.press("p")
    if layout != "columns":
        expect(page.locator("#s3 .cell").first).to_be_visible()

    page.wait_for_function("document.documentElement.scrollWidth <= 320")


def test_high_contrast_shows_which_sentence_and_which_button_is_chosen(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/articles/1")
    page.get_by_role("button", name="Pinyin").click()
    page.locator("#s3").focus()

    expect(page.get_by_role("button", name="Pinyin")).to_have_css("outline-style", "solid")
    here = page.locator("#s3").evaluate("row => getComputedStyle(row).borderLeftColor")
    expect(page.locator("#s4")).not_to_have_css("border-left-color", here)


def test_nothing_moves_where_less_motion_is_wished(page: Page, world: World) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"/articles/{world.add(TEXT.replace('trade', 'motion'))}")

    expect(page.locator(".soon").first).to_have_css("animation-name", "none")


def test_the_first_stop_of_the_tab_key_skips_to_the_text(page: Page) -> None:
    page.goto("/articles/1")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def test_colours_follow_the_system_until_they_are_chosen_and_paper_is_light(page: Page) -> None:
    light, dark = "rgb(250, 247, 240)", "rgb(23, 22, 20)"
    html = page.locator("html")
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    expect(html).to_have_css("background-color", dark)
    page.emulate_media(color_scheme="light")
    expect(html).to_have_css("background-color", light)

    page.get_by_role("button", name="Dark colours").click()
    expect(html).to_have_css("background-color", dark)
    page.reload()
    expect(html).to_have_css("background-color", dark)
    page.emulate_media(media="print")
    expect(html).to_have_css("background-color", light)
