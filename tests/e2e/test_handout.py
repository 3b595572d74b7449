"""The handout: printed to PDF by a real Chromium, and read as the paper that it will be."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from reader.services import exporting
from tests.e2e.world import World

pytestmark = pytest.mark.browser


@pytest.fixture
def sheet(page: Page) -> Page:
    """The print page of the sample article."""
    page.goto("/articles/1/print")
    return page


# Columns of an A4 page: left, top, width and height in points.
NUMBERS = ("-x", "40", "-y", "50", "-W", "22", "-H", "740")
ENGLISH = ("-x", "62", "-y", "50", "-W", "240", "-H", "740")
CHINESE = ("-x", "305", "-y", "50", "-W", "290", "-H", "740")


def printed(page: Page, folder: Path, *area: str) -> list[str]:
    """The pages that a printer would give, as text laid out as on paper, or an area of each."""
    tool = shutil.which("pdftotext")
    if not tool:
        pytest.skip("pdftotext is not installed")
    file = folder / "handout.pdf"
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    text = subprocess.run(
        [tool, "-layout", *area, str(file), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    return text.split("\f")[:-1]


def unmark(sheet: Page) -> None:
    """Leave out the terms, whose numbers would stand in the sentences."""
    sheet.locator("select[name=terms]").select_option("none")
    expect(sheet.locator(".paper .term")).to_have_count(0)


def joined(text: str) -> str:
    """The text without its blanks and ends of lines."""
    return re.sub(r"\s+", "", text)


def test_every_page_has_its_number_and_its_columns_named(sheet: Page, tmp_path: Path) -> None:
    pages = printed(sheet, tmp_path)

    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert re.search(rf"^ *{number} ?/ ?{len(pages)}\s*$", text, re.MULTILINE)
    assert all(re.search("English +中文", page) for page in pages[:3])


def test_pages_after_the_first_name_the_article(sheet: Page, tmp_path: Path, world: World) -> None:
    title = exporting.library_document(world.tools, 1).title

    pages = printed(sheet, tmp_path)

    assert pages[0].count(title[:30]) == 1
    assert all(title[:30] in page for page in pages[1:])


def test_no_sentence_is_cut_by_the_end_of_a_page(sheet: Page, tmp_path: Path, world: World) -> None:
    unmark(sheet)

    pages = {area: printed(sheet, tmp_path, *area) for area in (ENGLISH, CHINESE)}

    for pair in exporting.library_document(world.tools, 1).sentences:
        for area, text in ((ENGLISH, pair.segment.source), (CHINESE, pair.segment.target)):
            assert any(joined(text) in joined(page) for page in pages[area]), text


def test_every_sentence_stands_on_the_sheet_once_and_in_order(
    sheet: Page, tmp_path: Path, world: World
) -> None:
    sentences = exporting.library_document(world.tools, 1).sentences
    unmark(sheet)

    # The title stands in that column too.
    found = " ".join(printed(sheet, tmp_path, *NUMBERS)).split()

    assert [number for number in found if number.isdecimal()] == [
        str(pair.segment.position + 1) for pair in sentences
    ]


def test_terms_are_underlined_numbered_and_listed(sheet: Page, tmp_path: Path) -> None:
    first = sheet.locator(".paper .terms li").first
    expect(sheet.locator(".paper td .term").first).to_have_css("text-decoration-line", "underline")
    expect(sheet.locator(".paper sup").first).to_have_text(re.compile(r"^\d+$"))
    expect(first).to_be_visible()

    text = printed(sheet, tmp_path)[-1]

    assert "Engine:" in text
    assert "Not approved by a person." in text


def test_a_column_to_write_in_takes_the_place_of_the_chinese(
    sheet: Page, tmp_path: Path, world: World
) -> None:
    target = exporting.library_document(world.tools, 1).sentences[0].segment.target
    assert target[:8] in joined(printed(sheet, tmp_path, *CHINESE)[0])

    sheet.get_by_label("English and room to write", exact=True).check()
    expect(sheet.locator(".paper td.blank .line").first).to_be_visible()
    pages = printed(sheet, tmp_path)

    assert "Your translation" in pages[0]
    assert "Name" in pages[0]
    assert target[:8] not in joined("".join(pages))


def test_every_line_to_write_on_has_room_for_a_hand(sheet: Page) -> None:
    sheet.get_by_label("Chinese and room to write", exact=True).check()
    expect(sheet.locator(".paper td[lang=en]")).to_have_count(0)

    sheet.emulate_media(media="print")
    sheet.wait_for_function(
        """() => {
          const tops = [...document.querySelectorAll(".blank .line")].map(
            (line) => line.getBoundingClientRect().height);
          return tops.length > 40 && tops.every((height) => height > 20);
        }"""
    )


def test_pinyin_stands_over_the_words_when_asked_for(sheet: Page, tmp_path: Path) -> None:
    tones = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔù]")
    assert not tones.search(printed(sheet, tmp_path)[0])

    sheet.get_by_label("Pinyin").select_option("0")
    expect(sheet.locator(".paper td.zh rt").first).to_be_visible()
    every = sheet.locator(".paper td.zh rt")
    count = every.count()

    assert tones.search(printed(sheet, tmp_path)[0])
    sheet.get_by_label("Pinyin").select_option("6")
    expect(every).not_to_have_count(count)


def test_nothing_hangs_over_the_edge_of_the_paper(sheet: Page) -> None:
    sheet.get_by_label("Pinyin").select_option("0")
    sheet.get_by_label("Size of the text").select_option("large")
    sheet.get_by_label("English, Chinese and room to write", exact=True).check()
    expect(sheet.locator(".paper table.is-large.has-all.has-pinyin")).to_be_visible()

    # The text of an A4 page is 180 mm wide.
    sheet.set_viewport_size({"width": 680, "height": 900})
    sheet.emulate_media(media="print")

    sheet.wait_for_function("document.documentElement.scrollWidth <= 680")


def test_the_address_keeps_the_choices(sheet: Page) -> None:
    sheet.get_by_label("Chinese text").select_option("reviewed")
    expect(sheet).to_have_url(re.compile("version=reviewed"))

    sheet.reload()

    expect(sheet.get_by_label("Chinese text")).to_have_value("reviewed")
    expect(sheet.locator(".paper footer")).to_contain_text("reviewed version")


def test_only_what_was_asked_for_last_is_shown(sheet: Page) -> None:
    sizes = sheet.get_by_label("Size of the text")

    for size in ("small", "large", "medium", "large"):
        sizes.select_option(size)

    expect(sheet.locator(".paper table")).to_have_class(re.compile("is-large"))
    expect(sheet).to_have_url(re.compile("size=large"))


def test_the_menu_offers_a_handout_as_the_page_is_read(page: Page) -> None:
    page.goto("/articles/1")
    page.keyboard.press("p")
    expect(page.locator("html")).to_have_attribute("data-pinyin", "on")

    page.locator("summary", has_text="Take away").click()
    page.get_by_role("button", name="Print or PDF").click()

    expect(page).to_have_url(re.compile(r"/articles/1/print\?.*pinyin=0"))
    expect(page.locator(".paper td.zh rt").first).to_be_visible()


def test_the_menu_hands_out_files_with_the_choices(page: Page, downloads: Path) -> None:
    page.goto("/articles/1")
    page.locator("summary", has_text="Take away").click()
    page.locator("[data-take-away]").get_by_label("Characters").select_option("traditional")

    with page.expect_download() as offered:
        page.get_by_role("button", name="Plain text").click()
    offered.value.save_as(downloads / "article.txt")

    assert re.search("[國際們會]", (downloads / "article.txt").read_text("utf-8"))


def test_without_javascript_the_choices_are_sent(context: BrowserContext, world: World) -> None:
    assert context.browser
    plain = context.browser.new_context(base_url=world.address, java_script_enabled=False)
    page = plain.new_page()
    page.goto("/articles/1/print")

    page.get_by_label("English and room to write", exact=True).check()
    page.get_by_role("button", name="Show").click()

    expect(page.locator(".paper td.blank").first).to_be_visible()
    plain.close()


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_barrier(sheet: Page, width: int, theme: str) -> None:
    sheet.set_viewport_size({"width": width, "height": 800})
    sheet.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    sheet.get_by_label("Pinyin").select_option("0")
    expect(sheet.locator(".paper td.zh rt").first).to_be_visible()

    found = Axe().run(sheet, options={"resultTypes": ["violations"]}).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_axe_finds_no_barrier_in_the_menu(page: Page) -> None:
    page.goto("/articles/1")
    page.locator("summary", has_text="Take away").click()
    expect(page.get_by_role("button", name="Print or PDF")).to_be_visible()

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_on_a_small_screen_only_the_sheet_scrolls_sideways(sheet: Page) -> None:
    sheet.get_by_label("English, Chinese and room to write", exact=True).check()
    expect(sheet.locator(".paper table.has-all")).to_be_visible()

    sheet.set_viewport_size({"width": 320, "height": 700})

    sheet.wait_for_function("document.documentElement.scrollWidth <= 320")


def test_reading_page_printed_as_it_is_has_page_numbers(page: Page, tmp_path: Path) -> None:
    page.goto("/articles/1")
    expect(page.locator(".pair").last).to_be_attached()

    pages = printed(page, tmp_path)

    for number, text in enumerate(pages, 1):
        assert re.search(rf"^ *{number} ?/ ?{len(pages)}\s*$", text, re.MULTILINE)
