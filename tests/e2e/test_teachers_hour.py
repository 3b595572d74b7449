"""A teacher's hour with the glossary, from last year's workbook to the list on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from glossary.formats import read
from reader.services import glossary, terms
from tests.e2e.world import World

pytestmark = pytest.mark.browser

NAME = "Year 11 B"
ARTICLE = """Reefs before the court

Islanders asked the court about coral reefs and mangrove forests on Monday.

A marine biologist spoke of dengue fever, mosquito nets and booster shots.

The court heard about carbon credits, herd immunity and skilled workers.

Nobody knew what the working group would say about insurance premiums.
"""
# Chinese first, a row without English, one without Chinese, one English with two renderings.
WORKBOOK = [
    ("中文", "英文", "备注"),
    ("珊瑚礁", "coral reef", "去年"),
    ("红树林", "mangrove forest", ""),
    ("红树森林", "mangrove forest", "重复"),
    ("没有英文", "", ""),
    ("", "no Chinese", ""),
]
COLLEAGUE = "英文,中文\r\ncoral reef,珊瑚暗礁\r\nbarrier reef,堡礁\r\n"
SELECT = """([place, words]) => {
  const root = document.querySelector(place);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push([walker.currentNode, text.length]);
    text += walker.currentNode.data;
  }
  const at = (offset) => {
    const [node, start] = nodes.findLast(([, start]) => start <= offset);
    return [node, offset - start];
  };
  const first = text.indexOf(words);
  const [last, end] = at(first + words.length - 1);
  getSelection().setBaseAndExtent(...at(first), last, end + 1);
}"""


@pytest.fixture
def article(world: World) -> Iterator[int]:
    """The number of a translated article; what the hour leaves behind is removed."""
    number = world.add(ARTICLE)
    world.translate(number)
    yield number
    for card, _ in terms.overview(world.tools):
        if card.name == NAME:
            glossary.delete(world.tools, card.id)
    world.translate(number)


def workbook(path: Path) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in WORKBOOK:
        sheet.append(row)
    book.save(path)
    return path


def look_at(page: Page, path: Path) -> None:
    """Send a file, and wait until it is read."""
    page.get_by_role("link", name="Import…").click()
    page.set_input_files("#file", str(path))
    page.get_by_role("button", name="Look at it").click()
    title = page.get_by_role("heading", name="This is what would change")
    expect(title).to_be_visible(timeout=20_000)


def import_all(page: Page, count: str) -> None:
    """Agree to an import, and wait until it is done."""
    page.get_by_role("button", name="Import", exact=True).click()
    notice = page.locator(".notice").first
    expect(notice).to_contain_text(f"{count} imported.", timeout=20_000)


def add(page: Page, place: str, english: str, chinese: str) -> None:
    """Make a term of a selection, and come back to the article."""
    page.evaluate(SELECT, [f"{place} .en", english])
    page.get_by_role("link", name="Add to glossary").click()
    # The capital that opens a sentence is no part of a term.
    expect(page.locator("#headword")).to_have_value(english.lower())
    expect(page.locator(".context mark")).to_have_text(english)
    page.get_by_label("Chinese", exact=True).fill(chinese)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile(rf"/articles/\d+{place}$"))
    expect(page.locator(".notice")).to_contain_text("This changes 1 sentence in 1 article.")


def test_a_teachers_hour(
    page: Page, world: World, article: int, tmp_path: Path, downloads: Path
) -> None:
    # Last year's workbook.
    page.goto("/glossary")
    page.get_by_label("Name: your own, or one for a class").fill(NAME)
    page.get_by_role("button", name="Make it").click()
    look_at(page, workbook(tmp_path / "last-year.xlsx"))
    expect(page.get_by_role("heading", name="The file contradicts itself")).to_be_visible()
    expect(page.get_by_text("There is no English in this line.")).to_be_visible()
    expect(page.get_by_text("There is no Chinese in this line.")).to_be_visible()
    import_all(page, "3 terms were")

    # Its conflicts, and a colleague's file in another encoding.
    page.get_by_role("link", name="1 conflict between terms").click()
    page.get_by_role("button", name="Keep mangrove forest 红树林 as the one term").click()
    expect(page.get_by_text("No two terms contradict one another.")).to_be_visible()
    page.get_by_role("link", name=NAME).click()
    path = tmp_path / "colleague.csv"
    path.write_bytes(COLLEAGUE.encode("gb18030"))
    look_at(page, path)
    page.get_by_label("What to do with “coral reef”").select_option("accept")
    import_all(page, "2 terms were")

    # Ten terms from the article: three that are selected, seven that are proposed.
    page.goto(f"/articles/{article}")
    add(page, "#s3", "marine biologist", "海洋生物学家")
    page.get_by_role("button", name="Close this message").click()
    expect(page.locator(".notice")).to_have_count(0)
    world.translate(article)
    # With the pinyin between the words.
    expect(page.locator("#s3 .zh").first).to_have_text(re.compile("海洋.*生物学家"), timeout=20_000)
    add(page, "#s4", "heard about", "听取了")
    add(page, "#s5", "Nobody knew", "没人知道")
    page.goto(f"/articles/{article}/candidates")
    expect(page.locator("[data-guess]").nth(6)).to_be_visible()
    for kept in range(1, 8):
        page.get_by_role("button", name="Keep “").first.click()
        expect(page.locator(".kept")).to_have_count(kept)

    # How they fared, the file for the colleague, the list for the class.
    world.translate(article)
    page.goto(f"/articles/{article}/report")
    expect(page.locator(".figures dd").first).to_have_text("100%")
    page.emulate_media(media="print")
    expect(page.locator(".handout li")).to_have_count(12)
    expect(page.locator(".handout")).to_have_css("column-count", "2")
    expect(page.get_by_role("button", name="Print the list")).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto("/glossary")
    page.get_by_role("link", name=NAME).click()
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="TBX", exact=True).click()
    download.value.save_as(downloads / "class.tbx")
    found = {term.headword for term in read((downloads / "class.tbx").read_bytes()).terms}
    assert {"coral reef", "mangrove forest", "barrier reef", "marine biologist"} <= found
    assert len(found) == 13
