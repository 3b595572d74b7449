"""The page in one file, opened in Chromium from the disk with the network cut."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from reader.chinese.annotate import Token
from reader.chinese.levels import Level
from reader.exports import EXPORTS, Document, Options
from reader.exports.document import Entry, Gloss, Pair
from reader.exports.wording import Wording
from reader.translation.engine import Link
from reader.translation.segment import Origin, Segment, Status, TermState, TermUse

pytestmark = pytest.mark.browser

ATTACK = '</script><script>document.title=1</script><img src=x onerror="document.title=2">'
OWN, REVIEWED = "#s1 .zh:not(.reviewed)", "#s1 .reviewed"


def make(title: str = "The call") -> Document:
    """Return an article of a title, two sentences in a paragraph, a term and its words."""
    use = TermUse("1:call", "phone call", "通电话", TermState.OBEYED, 12, 22, 2, 5)
    words = (Token("两国", 0, 2, ("liǎng", "guó"), "liǎngguó", Level(hsk3=2)),
             Token("通电话", 2, 5, ("tōng", "diàn", "huà"), "tōngdiànhuà", is_term=True),
             Token("。", 5, 6))  # fmt: skip
    reviewed = (Token("双方", 0, 2, ("shuāng", "fāng"), "shuāngfāng", Level(hsk3=3)),
                Token("通了话。", 2, 6))  # fmt: skip
    return Document(
        title=title,
        made=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
        pairs=(
            Pair(Segment(0, -1, "title", title, title, Origin.PERSON, "", Status.APPROVED)),
            Pair(Segment(1, 0, "paragraph", "They held a phone call.", "两国通电话。",
                         Origin.MACHINE, "Engine A", Status.DRAFT, (), (Link(12, 22, 2, 5),),
                         (use,)), words, "双方通了话。", reviewed),
            Pair(Segment(2, 0, "paragraph", "Good.", "好。", Origin.MACHINE, "Engine A",
                         Status.DRAFT)),
        ),
        terms=(Entry("1:call", "phone call", "通电话", "tōng diànhuà", "talk by phone"),),
        glosses={"两国": Gloss("liǎngguó", ("both countries", ATTACK), "兩國", "2")},
    )  # fmt: skip


def in_the_dark(browser: Browser, *, script: bool = True) -> BrowserContext:
    """A browser that reaches nothing but the disk."""
    return browser.new_context(java_script_enabled=script, offline=True)


def opened(
    context: BrowserContext, folder: Path, document: Document, options: Options | None = None
) -> Page:
    """Return the page of a document; any request but the file itself, or any error, fails."""
    file = folder / "article.html"
    file.write_bytes(EXPORTS["html"].write(document, options or Options()))
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


@pytest.fixture
def page(chromium: Browser, tmp_path: Path) -> Page:
    """The page of the small article."""
    return opened(in_the_dark(chromium), tmp_path, make())


def stand_side_by_side(page: Page) -> None:
    """Check that the two columns of a sentence begin at one height, one right of the other."""
    left, right = (page.locator(side).bounding_box() for side in ("#s1 .en", OWN))
    assert left
    assert right
    assert right["x"] >= left["x"] + left["width"]
    assert abs(left["y"] - right["y"]) < 2


def test_it_opens_from_the_disk_in_two_columns(page: Page) -> None:
    expect(page.locator(".bar")).to_be_visible()

    stand_side_by_side(page)


def test_without_javascript_both_columns_can_be_read(chromium: Browser, tmp_path: Path) -> None:
    page = opened(in_the_dark(chromium, script=False), tmp_path, make())

    expect(page.locator("#s1 .en")).to_be_visible()
    expect(page.locator(OWN)).to_be_visible()
    expect(page.locator(".bar")).to_be_hidden()


def test_a_word_opens_its_card_and_escape_closes_it(page: Page) -> None:
    page.locator(f"{OWN} .w").first.click()

    card = page.locator("#card")
    expect(card).to_contain_text("both countries")
    expect(card).to_contain_text("liǎngguó")
    expect(card).to_contain_text("HSK 2")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_term_opens_its_card_from_the_english(page: Page) -> None:
    page.locator("#s1 .en [data-t]").first.click()

    expect(page.locator("#card")).to_contain_text("phone call = 通电话")
    expect(page.locator(f"{OWN} .near")).to_contain_text("通电话")


def test_the_keyboard_does_everything(page: Page) -> None:
    for key in "jj":
        page.keyboard.press(key)
    expect(page.locator("#s1")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#s1")).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator(f"{OWN} rt").first).to_be_visible()


def test_pinyin_stands_only_over_words_above_my_level(page: Page) -> None:
    easy, hard = (page.locator(f"{OWN} rt").nth(at) for at in (0, 1))
    pinyin = page.get_by_label("Pinyin")

    pinyin.select_option("0")
    expect(easy).to_be_visible()
    pinyin.select_option("2")

    expect(easy).to_be_hidden()
    expect(hard).to_be_visible()


def test_the_reviewed_version_takes_its_place_and_says_what_it_is(page: Page) -> None:
    version = page.get_by_label("Chinese text")

    version.select_option("reviewed")
    expect(page.locator(REVIEWED)).to_be_visible()
    expect(page.locator(OWN)).to_be_hidden()
    expect(page.locator(".of-reviewed")).to_contain_text("written or corrected by a person")
    # A sentence without one keeps its own, and says that a machine made it.
    expect(page.locator("#s2 .seal")).to_have_attribute(
        "aria-label", "machine (Engine A), not approved"
    )


def test_both_versions_can_be_compared(page: Page) -> None:
    page.keyboard.press("v")
    page.keyboard.press("v")

    for side, seal in ((OWN, "机"), (REVIEWED, "校")):
        expect(page.locator(side)).to_be_visible()
        expect(page.locator(f"{side} .seal")).to_have_attribute("data-seal", seal)


def test_the_script_changes_in_text_and_cards_and_back(page: Page) -> None:
    own = page.locator(OWN)

    page.get_by_label("Characters").select_option("traditional")
    expect(own).to_contain_text("兩國")
    expect(own).to_have_attribute("lang", "zh-Hant")
    page.locator(f"{OWN} .w").first.click()
    expect(page.locator("#card h2")).to_have_text("兩國两国")
    page.keyboard.press("Escape")
    page.keyboard.press("t")

    expect(own).to_contain_text("两国")
    expect(own).to_have_attribute("lang", "zh-Hans")


def test_the_hidden_side_is_shown_on_demand(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.locator("#s2 .zh")).to_be_hidden()
    page.locator("#s2 .en").click()

    expect(page.locator("#s2 .zh")).to_be_visible()
    expect(page.locator(OWN)).to_be_hidden()


def test_an_address_can_point_at_a_sentence(page: Page) -> None:
    address = f"{page.url}#s2"

    page.goto("about:blank")
    page.goto(address)

    expect(page.locator("#s2")).to_be_focused()


def test_choices_are_remembered(page: Page) -> None:
    page.get_by_role("button", name="Pairs").click()
    page.keyboard.press("d")
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "dark")

    # Chromium hands what was stored to the next page a moment later.
    for _ in range(5):
        page.reload()
        # The page's script, which reads what was stored, is done when a page is loaded.
        if root.get_attribute("data-theme") == "dark":
            break

    expect(root).to_have_attribute("data-mode", "pairs")
    expect(root).to_have_attribute("data-theme", "dark")


def test_it_speaks_the_language_of_whoever_exported_it(chromium: Browser, tmp_path: Path) -> None:
    said = {"Side by side": "左右对照"}
    wording = Wording("zh-Hans", lambda message: said.get(message, message))

    page = opened(in_the_dark(chromium), tmp_path, make(), Options(wording=wording))

    expect(page.get_by_role("button", name="左右对照")).to_be_visible()


def test_hostile_text_does_not_run(chromium: Browser, tmp_path: Path) -> None:
    page = opened(in_the_dark(chromium), tmp_path, make(ATTACK))

    page.locator(f"{OWN} .w").first.click()

    expect(page.locator("#card li").nth(1)).to_have_text(ATTACK)
    expect(page).to_have_title(re.compile(r"^</script>"))
    expect(page.locator("img")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_it_fits_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})

    page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


def test_on_a_phone_the_choices_open_and_close(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    expect(page.get_by_label("Pinyin")).to_be_hidden()

    page.get_by_role("button", name="View").click()
    expect(page.get_by_label("Pinyin")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_label("Pinyin")).to_be_hidden()


def test_printed_it_keeps_the_columns_and_drops_the_buttons(page: Page) -> None:
    page.emulate_media(media="print")

    expect(page.locator(".bar")).to_be_hidden()
    stand_side_by_side(page)


@pytest.mark.parametrize("mode", ["1", "2", "3", "4", "d", "p", "v"])
def test_axe_finds_no_barrier(page: Page, mode: str) -> None:
    page.keyboard.press(mode)
    page.locator("#s1 .w:visible").first.click()
    expect(page.locator("#card")).to_be_visible()

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]

    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
