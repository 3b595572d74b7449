"""A teacher's hour with the glossary, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from glossary import Term
from reader.services import glossary, term_edits
from tests.e2e.world import World

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
FILE = "en,zh\ntalk show,脱口秀\nharbour pilot,引航员\n,空\n"


@pytest.fixture(scope="module")
def own(world: World) -> int:
    """The number of a teacher's glossary with one term of the sample article."""
    number = glossary.create(world.tools, "Class 7").id
    term_edits.save(world.tools, number, Term("", "talk show", "谈话节目"), 0)
    world.translate(1)
    return number


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser, world: World) -> Iterator[Page]:
    """A page in each theme, into which axe may be put past the page's own policy."""
    context = chromium.new_context(
        base_url=world.address,
        bypass_csp=True,
        color_scheme=request.param,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[Any]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]


def pages(own: int) -> list[str]:
    return [
        "/glossary",
        "/glossary/1",
        "/glossary/1?q=nothinglikethis",
        "/glossary/1/edit/trade-war",
        "/glossary/1/terms/trade-war",
        f"/glossary/{own}/terms/talk-show",
        f"/glossary/{own}/changes/1",
        f"/glossary/{own}/settings",
        f"/glossary/{own}/import",
        f"/glossary/{own}/conflicts",
        "/glossary/1/print?category=trade",
        "/articles/1/report",
        "/articles/1/candidates",
        "/articles/1/glossaries",
    ]


def test_axe_finds_nothing(themed: Page, own: int) -> None:
    found = {}
    for path in pages(own):
        themed.goto(path)
        expect(themed.locator("html")).to_have_class("has-js")
        found[path] = violations(themed)

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_nothing_is_cut_on_a_phone(page: Page, own: int) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in pages(own):
        page.goto(path)
        expect(page.locator("html")).to_have_js_property("scrollWidth", 320)


def test_the_list_follows_what_is_typed_and_so_does_the_address(page: Page) -> None:
    page.goto("/glossary/1")

    page.get_by_role("searchbox").fill("xxdggx")

    expect(page.locator(".line")).to_have_count(1)
    expect(page.locator(".line-zh")).to_have_text("新型大国关系")
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("xxdggx")
    expect(page.locator(".line")).to_have_count(1)


def test_a_row_is_edited_in_place_with_the_keyboard(page: Page, own: int) -> None:
    page.goto(f"/glossary/{own}?q=talk")
    page.get_by_role("link", name="Edit “talk show”").focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("Note on use")
    expect(page.get_by_label("English", exact=True)).to_be_focused()

    field.fill("Of a radio or TV station.")
    page.get_by_label("English", exact=True).press("Enter")

    expect(page.locator(".line-said")).to_contain_text("Saved.")
    expect(page.get_by_role("link", name="Edit “talk show”")).to_be_focused()
    page.goto(f"/glossary/{own}/terms/talk-show")
    expect(page.locator(".term-note")).to_have_text("Of a radio or TV station.")


def test_escape_closes_the_form_of_a_row(page: Page) -> None:
    page.goto("/glossary/1?q=tariff")
    page.locator("[data-edit]").first.click()
    expect(page.locator("[data-term-form]")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("[data-term-form]")).to_have_count(0)
    expect(page.locator("[data-edit]").first).to_be_focused()


def test_a_file_is_looked_at_decided_imported_and_taken_back(
    page: Page, world: World, own: int, tmp_path: Path
) -> None:
    path = tmp_path / "last-year.csv"
    path.write_text(FILE, encoding="utf-8")
    page.goto(f"/glossary/{own}")
    page.get_by_role("link", name="Import…").click()
    page.set_input_files("#file", str(path))
    page.get_by_role("button", name="Look at it").click()
    title = page.get_by_role("heading", name="This is what would change")
    expect(title).to_be_visible(timeout=20_000)
    expect(page.get_by_text("There is no English in this line.")).to_be_visible()

    page.get_by_label("What to do with “talk show”").select_option("replace")
    page.get_by_role("button", name="Import", exact=True).click()
    notice = page.get_by_role("status").first
    expect(notice).to_contain_text("2 terms were imported.", timeout=20_000)
    world.translate(1)
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator(".example").first).to_contain_text("脱口秀")
    page.get_by_role("button", name="Take this change back").click()

    expect(page.locator(".line")).to_have_count(1)
    expect(page.locator(".line-zh")).to_have_text("谈话节目")
    world.translate(1)


def test_all_of_a_page_are_chosen_with_one_tick(page: Page, own: int) -> None:
    page.goto(f"/glossary/{own}")
    page.get_by_label("All on this page").check()
    page.get_by_label("With the chosen ones:").select_option("category")
    page.get_by_label("Category", exact=True).last.fill("media")
    page.get_by_role("button", name="Do it").click()

    expect(page.get_by_role("status").first).to_contain_text("1 term was changed.")


def test_every_format_is_downloaded(page: Page, own: int) -> None:
    page.goto(f"/glossary/{own}")
    page.get_by_text("Export", exact=True).click()

    for label, name in [("Excel", "Class-7.xlsx"), ("TBX", "Class-7.tbx")]:
        with page.expect_download() as download:
            page.get_by_role("link", name=label, exact=True).click()
        assert download.value.suggested_filename == name


def test_the_print_of_an_article_is_its_list_of_terms(page: Page) -> None:
    page.goto("/articles/1/report")

    page.emulate_media(media="print")

    expect(page.locator(".handout")).to_be_visible()
    expect(page.locator(".figures")).to_be_hidden()
    expect(page.locator(".handout")).to_have_css("column-count", "2")


def test_without_script_a_term_is_edited_all_the_same(
    chromium: Browser, world: World, own: int
) -> None:
    context = chromium.new_context(base_url=world.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/glossary/{own}?q=talk")
    page.get_by_role("link", name="Edit “talk show”").click()
    page.locator("#source").fill("A dictionary")
    page.get_by_role("button", name="Save").click()

    expect(page.locator(".facts").first).to_contain_text("A dictionary")
    context.close()
