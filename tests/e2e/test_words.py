"""Words, layouts and choices of the reading page in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.world import World

pytestmark = pytest.mark.browser

TEXT = """Students and history

Students discuss history and science. The environment is important for society.

People hope for cooperation, and they met on Monday.
"""


@pytest.fixture(scope="module")
def article(world: World) -> str:
    """The address of a translated article without glossary terms."""
    number = world.add(TEXT)
    world.translate(number)
    return f"/articles/{number}"


def opened(page: Page, path: str) -> None:
    """Open an article and wait until its words are there."""
    with page.expect_response("**/words?*"):
        page.goto(path)


def lit(page: Page, name: str) -> str:
    """The text that the browser paints as `word` or `partner`."""
    said = page.evaluate(
        "name => [...(CSS.highlights.get(name) ?? [])].map(range => range.toString()).join('|')",
        name,
    )
    return str(said)


def test_a_chinese_word_is_explained_with_its_partner(page: Page, article: str) -> None:
    opened(page, article)

    page.locator("#s2 ruby").first.click()

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".word-zh")).not_to_be_empty()
    expect(card.locator(".word-senses li").first).to_be_visible()
    expect(card.locator(".word-pinyin")).not_to_be_empty()
    expect(card).to_contain_text("Here:")


def test_an_english_word_is_explained_in_its_dictionary_form(page: Page, article: str) -> None:
    opened(page, article)
    page.locator("#s4").focus()

    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".word-en")).to_have_text("met")
    expect(card).to_contain_text("meet")


def test_pointing_at_a_word_lights_its_partner_both_ways(page: Page, article: str) -> None:
    opened(page, article)

    page.locator("#s2 ruby").first.hover()
    page.wait_for_function("CSS.highlights.has('partner')")
    chinese, english = lit(page, "word"), lit(page, "partner")
    page.locator("#s2 .en").hover(position={"x": 6, "y": 12})
    page.wait_for_function(
        "word => String([...CSS.highlights.get('word')][0]) !== word", arg=chinese
    )

    assert lit(page, "word") == english.split("|")[0]
    assert chinese in lit(page, "partner")


def test_the_arrow_keys_walk_through_the_words(page: Page, article: str) -> None:
    opened(page, article)
    page.locator("#s2").focus()

    page.keyboard.press("ArrowRight")
    page.wait_for_function("CSS.highlights.has('word')")
    first = lit(page, "word")
    page.keyboard.press("ArrowRight")
    second = lit(page, "word")
    page.keyboard.press("ArrowLeft")

    assert first != second
    assert lit(page, "word") == first
    expect(page.locator("[data-say]")).to_have_text(first)


def test_a_starred_word_is_kept_in_my_words(page: Page, article: str) -> None:
    opened(page, article)
    page.locator("#s2 ruby").first.click()
    card = page.get_by_role("dialog", name="About this")
    word = card.locator(".word-zh").inner_text()

    card.get_by_role("button", name="Keep in my words").click()
    expect(card.get_by_role("button", name="Keep in my words")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.goto("/words")

    expect(page.get_by_text(word).first).to_be_visible()


def test_words_are_explained_with_the_server_gone(page: Page, article: str) -> None:
    opened(page, article)
    page.wait_for_load_state("networkidle")
    page.route("**/articles/**", lambda route: route.abort())

    page.locator("#s3 ruby").first.click()

    expect(page.get_by_role("dialog").locator(".word-senses li").first).to_be_visible()


def test_a_hidden_side_is_shown_with_a_key_or_a_tap_and_nothing_moves(
    page: Page, article: str
) -> None:
    opened(page, article)
    page.keyboard.press("3")
    chinese = page.locator("#s3 .zh")
    expect(chinese).to_be_hidden()
    below = page.locator("#s4").bounding_box()

    page.locator("#s3").focus()
    page.keyboard.press("Space")
    expect(chinese).to_be_visible()
    page.keyboard.press("Space")
    expect(chinese).to_be_hidden()
    chinese.click(force=True, position={"x": 5, "y": 5})

    expect(chinese).to_be_visible()
    assert page.locator("#s4").bounding_box() == below


def test_an_address_carries_the_layout_to_others(page: Page, article: str) -> None:
    opened(page, article)
    page.keyboard.press("4")
    page.keyboard.press("j")
    address = page.url
    page.keyboard.press("1")

    page.goto(address)

    assert "layout=chinese" in address
    expect(page.locator("#s1 .en")).to_be_hidden()


def test_pinyin_can_be_left_to_the_words_above_a_level(page: Page, article: str) -> None:
    opened(page, article)
    page.get_by_text("View", exact=True).click()
    page.get_by_label("Pinyin over").select_option("2")

    shown = page.locator("rt:visible")
    easy = page.locator(".h1 rt, .h2 rt")

    assert shown.count() > 0
    assert easy.count() > 0
    assert all(not easy.nth(n).is_visible() for n in range(easy.count()))


def test_tones_can_be_coloured(page: Page, article: str) -> None:
    opened(page, article)
    page.keyboard.press("p")
    page.get_by_text("View", exact=True).click()

    page.get_by_label("in colours").check()

    fourth = lit(page, "tone-4").split("|")
    assert fourth
    assert all(any(mark in syllable for mark in "àèìòùǜÀÈ") for syllable in fourth)


def test_reading_aloud_explains_itself_where_there_is_no_voice(page: Page, article: str) -> None:
    opened(page, article)
    page.get_by_text("Listen", exact=True).click()

    page.get_by_role("button", name="Chinese, from here").click()

    expect(page.get_by_text("This browser has no Chinese voice.")).to_be_visible()


def test_menus_close_with_escape_and_give_the_focus_back(page: Page, article: str) -> None:
    opened(page, article)
    page.get_by_text("View", exact=True).click()
    page.get_by_label("Large").focus()

    page.keyboard.press("Escape")

    expect(page.get_by_label("Large")).to_be_hidden()
    expect(page.get_by_text("View", exact=True)).to_be_focused()


def test_the_reviewed_version_can_be_compared_and_is_always_told_apart(page: Page) -> None:
    opened(page, "/articles/1")
    expect(page.locator("#s2 .reviewed")).to_be_hidden()
    page.get_by_text("View", exact=True).click()

    page.get_by_label("both, to compare").check()
    expect(page.locator("#s2 .reviewed")).to_be_visible()
    expect(page.locator("#s2 .by-reviewed")).to_have_text("校", use_inner_text=True)
    page.get_by_role("radio", name="reviewed (校)").check()

    expect(page.locator("#s2 .reviewed")).to_be_visible()
    expect(page.locator("#s2 .zh:not(.reviewed)")).to_be_hidden()


def test_the_characters_can_be_traditional(page: Page, article: str) -> None:
    opened(page, article)
    page.get_by_text("View", exact=True).click()

    with page.expect_navigation():
        page.get_by_role("radio", name="traditional").check()
    page.locator("#s2 ruby").first.click()

    expect(page.locator("#s2 .zh")).to_have_attribute("lang", "zh-Hant")
    expect(page.get_by_role("dialog").locator(".word-senses li").first).to_be_visible()


def test_before_reading_one_sees_how_hard_it_is_and_what_to_learn(page: Page) -> None:
    opened(page, "/articles/1")

    page.get_by_text("Before reading").click()

    expect(page.locator("[data-levels] dt")).to_have_count(8)
    expect(page.locator("[data-first-words] li")).to_have_count(20)


def select(page: Page, selector: str, start: int, end: int) -> None:
    """Select the rubies of a sentence from number `start` to before `end`."""
    page.evaluate(
        """([selector, start, end]) => {
          const words = document.querySelectorAll(`${selector} ruby`);
          getSelection().setBaseAndExtent(words[start].firstChild, 0, words[end - 1].firstChild, 1);
        }""",
        [selector, start, end],
    )


def test_selected_chinese_is_looked_up_even_across_words(page: Page, article: str) -> None:
    opened(page, article)
    select(page, "#s2 .zh", 0, 2)

    page.get_by_role("button", name="Look up").click()

    card = page.get_by_role("dialog", name="About this")
    expect(card.locator(".looked").first).to_be_visible()
    expect(page.get_by_role("button", name="Look up")).to_be_hidden()


def test_looking_up_without_the_server_says_so(context: BrowserContext, article: str) -> None:
    # The browser itself reports the failed request in the console, so no checked page.
    page = context.new_page()
    opened(page, article)
    page.route("**/dictionary**", lambda route: route.abort())
    select(page, "#s2 .zh", 0, 2)

    page.get_by_role("button", name="Look up").click()

    expect(page.get_by_role("dialog")).to_contain_text("The server does not answer")


def test_selected_text_becomes_a_glossary_term(page: Page, article: str) -> None:
    opened(page, article)
    page.evaluate(
        """() => {
          const text = document.querySelector('#s2 .en').firstChild;
          getSelection().setBaseAndExtent(text, 0, text, 'Students'.length);
        }"""
    )

    page.get_by_role("link", name="Add to glossary").click()

    expect(page).to_have_url(re.compile(r"/glossary/add\?"))
    expect(page.get_by_role("textbox", name="English", exact=True)).to_have_value("Students")


def test_a_card_leads_to_other_sentences_with_its_word(page: Page, article: str) -> None:
    opened(page, article)
    page.locator("#s2 ruby").first.click()
    card = page.get_by_role("dialog", name="About this")

    card.get_by_text("Other sentences with it").click()

    expect(card.locator(".elsewhere li, .elsewhere [data-slot=none]:visible").first).to_be_visible()


def test_interlinear_puts_the_english_under_its_words(page: Page, article: str) -> None:
    opened(page, f"{article}?layout=interlinear")

    cell = page.locator("#s2 .zh .cell").first
    expect(cell).to_be_visible()
    gloss = cell.get_attribute("data-gloss")

    assert gloss
    assert gloss in page.locator("#s2 .en").inner_text()
    assert gloss not in page.locator("#s2 .zh").inner_text()


def test_interlinear_fits_on_a_phone_and_words_still_explain_themselves(
    page: Page, article: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, f"{article}?layout=interlinear")
    expect(page.locator("#s2 .zh .cell").first).to_be_visible()

    page.locator("#s2 .zh .cell ruby").first.click()

    expect(page.get_by_role("dialog").locator(".word-zh")).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("label", ["Narrow", "Wide"])
def test_the_length_of_the_lines_is_chosen_and_remembered(
    page: Page, article: str, label: str
) -> None:
    opened(page, f"{article}?layout=stacked")
    width = "text => getComputedStyle(text).maxWidth"
    before = page.locator("#s2 .en").evaluate(width)

    page.get_by_text("View", exact=True).click()
    page.get_by_label(label).check()
    page.reload()

    assert page.locator("#s2 .en").evaluate(width) != before


def test_the_chinese_of_terms_can_be_hidden_to_test_oneself(page: Page) -> None:
    page.goto("/articles/1")
    term = page.locator(".zh .term").first
    colour = "element => getComputedStyle(element).color"
    page.get_by_text("View", exact=True).click()

    page.get_by_label("hidden until you point at it").check()
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)

    expect(term).to_have_css("color", "rgba(0, 0, 0, 0)")
    term.hover()
    assert term.evaluate(colour) != "rgba(0, 0, 0, 0)"
