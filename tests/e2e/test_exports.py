"""The page in one file, opened in Chromium from the disk with the network cut."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, sync_playwright

from reader.chinese.annotate import Token
from reader.exports import EXPORTS, Document
from reader.exports.document import Entry, Gloss, Pair
from reader.translation.engine import Link
from reader.translation.segment import Origin, Segment, Status, TermState, TermUse

pytestmark = pytest.mark.browser

ATTACK = '</script><script>document.title=1</script><img src=x onerror="document.title=2">'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium of the system, else playwright's own."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        if not path and not Path(play.chromium.executable_path).exists():
            pytest.skip("Chromium is not installed")
        started = play.chromium.launch(executable_path=path)
        yield started
        started.close()


def make(title: str = "The call") -> Document:
    """Return an article of a title, two sentences in a paragraph, a term and its words."""
    use = TermUse("1:call", "phone call", "通电话", TermState.OBEYED, 12, 22, 2, 5)
    words = (Token("两国", 0, 2, ("liǎng", "guó"), "liǎngguó"),
             Token("通电话", 2, 5, ("tōng", "diàn", "huà"), "tōngdiànhuà", is_term=True),
             Token("。", 5, 6))  # fmt: skip
    return Document(
        title=title,
        made=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
        pairs=(
            Pair(Segment(0, -1, "title", title, title, Origin.PERSON, "", Status.APPROVED)),
            Pair(Segment(1, 0, "paragraph", "They held a phone call.", "两国通电话。",
                         Origin.MACHINE, "Engine A", Status.DRAFT, (), (Link(12, 22, 2, 5),),
                         (use,)), words),
            Pair(Segment(2, 0, "paragraph", "Good.", "好。", Origin.MACHINE, "Engine A",
                         Status.DRAFT)),
        ),
        terms=(Entry("1:call", "phone call", "通电话", "tōng diànhuà", "talk by phone"),),
        glosses={"两国": Gloss("liǎngguó", ("both countries", ATTACK))},
    )  # fmt: skip


def opened(browser: Browser, folder: Path, document: Document, *, script: bool = True) -> Page:
    """Return the page of a document; any request but the file itself, or any error, fails."""
    file = folder / "article.html"
    file.write_bytes(EXPORTS["html"].write(document))
    context = browser.new_context(java_script_enabled=script, offline=True)
    page = context.new_page()
    page.set_default_timeout(5000)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(file.as_uri())
    assert [request.url for request in asked] == [file.as_uri()]
    assert errors == []
    return page


def test_it_opens_from_the_disk_in_two_columns(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make())

    left = page.locator("#s1 .en").bounding_box()
    right = page.locator("#s1 .zh").bounding_box()
    assert left
    assert right
    assert right["x"] >= left["x"] + left["width"]
    assert abs(left["y"] - right["y"]) < 2


def test_without_javascript_both_columns_can_be_read(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make(), script=False)

    assert page.locator("#s1 .en").is_visible()
    assert page.locator("#s1 .zh").is_visible()
    assert page.locator(".bar").is_hidden()


def test_a_word_opens_its_card_and_escape_closes_it(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make())

    page.locator("#s1 .zh .w").first.click()

    card = page.locator("#card")
    assert "both countries" in card.inner_text()
    assert "liǎngguó" in card.inner_text()
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_a_term_opens_its_card_from_the_english(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make())

    page.locator("#s1 .en [data-t]").first.click()

    assert "phone call = 通电话" in page.locator("#card").inner_text()
    assert page.locator("#s1 .zh .near").inner_text() == "通电话"


def test_the_keyboard_does_everything(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make())

    for key in "jj":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.id") == "s1"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#card").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "s1"
    page.keyboard.press("p")
    assert page.locator("#s1 rt").first.is_visible()


def test_the_hidden_side_is_shown_on_demand(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make())

    page.get_by_role("button", name="English").click()
    assert page.locator("#s2 .zh").is_hidden()
    page.locator("#s2 .en").click()

    assert page.locator("#s2 .zh").is_visible()
    assert page.locator("#s1 .zh").is_hidden()


def test_choices_are_remembered(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make())
    page.get_by_role("button", name="Pairs").click()
    page.keyboard.press("d")

    # Chromium hands what was stored to the next page a moment later.
    for _ in range(5):
        page.reload()
        if page.locator("html").get_attribute("data-theme") == "dark":
            break

    assert page.locator("html").get_attribute("data-mode") == "pairs"
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_hostile_text_does_not_run(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, make(ATTACK))

    page.locator("#s1 .zh .w").first.click()

    assert page.title().startswith("</script>")
    assert page.locator("img").count() == 0
    assert page.locator("#card li").nth(1).inner_text() == ATTACK


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_it_fits_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    page = opened(browser, tmp_path, make())

    page.set_viewport_size({"width": width, "height": 700})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_printed_it_keeps_the_columns_and_drops_the_buttons(
    browser: Browser, tmp_path: Path
) -> None:
    page = opened(browser, tmp_path, make())

    page.emulate_media(media="print")

    assert page.locator(".bar").is_hidden()
    left = page.locator("#s1 .en").bounding_box()
    right = page.locator("#s1 .zh").bounding_box()
    assert left
    assert right
    assert right["x"] >= left["x"] + left["width"]


@pytest.mark.parametrize("mode", ["1", "2", "3", "4", "d", "p"])
def test_axe_finds_no_barrier(browser: Browser, tmp_path: Path, mode: str) -> None:
    page = opened(browser, tmp_path, make())
    page.keyboard.press(mode)
    page.locator("#s1 .w:visible").first.click()

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
