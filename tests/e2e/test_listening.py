"""Reading aloud in a real browser, with a stand-in for the voices of the system."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# The machine that the tests run on has no voices: these write down what they are to say, and end
# a sentence when the test says so.
VOICES = """languages => {
  const voices = languages.map(said => (
    { lang: said.replace('-remote', ''), localService: !said.endsWith('-remote') }));
  window.spoken = [];
  window.finish = () => window.spoken.at(-1).onend();
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => voices,
    speak: said => window.spoken.push(said),
    cancel: () => { window.silenced = true; },
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


def with_voices(page: Page, address: str, *languages: str) -> None:
    """Open a page in a browser that has voices of these languages."""
    page.add_init_script(f"({VOICES})({list(languages)!r})")
    with page.expect_response("**/words?*"):
        page.goto(address)


def listen(page: Page, button: str) -> None:
    page.get_by_text("Listen", exact=True).click()
    page.get_by_role("button", name=button).click()


def spoken(page: Page, number: int) -> dict[str, object]:
    """What was said as number so and so: text, language of the voice, rate."""
    page.wait_for_function("number => spoken.length === number", arg=number)
    said = page.evaluate("(({ text, voice, rate }) => [text, voice.lang, rate])(spoken.at(-1))")
    return dict(zip(("text", "voice", "rate"), said, strict=True))


def test_sentences_are_read_one_after_another_and_the_page_follows(
    page: Page, translated: str
) -> None:
    with_voices(page, translated, "en-US", "zh-CN")

    listen(page, "English, from here")
    first = spoken(page, 1)
    expect(page.locator("#s1")).to_have_class("pair is-here")
    page.evaluate("finish()")
    second = spoken(page, 2)
    expect(page.locator("#s2")).to_have_class("pair is-here")

    assert first["text"] == "Students and history"
    assert second["text"] == page.locator("#s2 .en").text_content()


def test_the_word_that_is_read_lights_up(page: Page, translated: str) -> None:
    with_voices(page, translated, "en-US")
    listen(page, "English, from here")
    spoken(page, 1)
    page.wait_for_load_state("networkidle")

    page.evaluate("spoken.at(-1).onboundary({ charIndex: 13 })")

    page.wait_for_function("String([...CSS.highlights.get('word') ?? []][0]) === 'history'")


def test_reading_stops_and_goes_on_from_the_same_sentence(page: Page, translated: str) -> None:
    with_voices(page, translated, "zh-CN")
    listen(page, "Chinese, from here")
    spoken(page, 1)
    page.evaluate("finish()")
    stopped = spoken(page, 2)

    page.get_by_text("Listen", exact=True).click()
    page.get_by_role("button", name="Stop").click()
    page.wait_for_function("window.silenced")
    page.get_by_role("button", name="Go on from here").click()

    assert spoken(page, 3) == stopped


def test_a_sentence_is_read_at_the_chosen_speed(page: Page, translated: str) -> None:
    with_voices(page, translated, "zh-CN")
    page.get_by_text("Listen", exact=True).click()
    page.get_by_label("Slow").check()
    page.reload()

    page.locator("#s2").focus()
    page.keyboard.press("l")

    assert spoken(page, 1)["rate"] == 0.6


@pytest.mark.parametrize(
    ("languages", "chosen"),
    [
        (["zh-HK", "zh-TW", "zh-CN"], "zh-CN"),
        (["zh-HK", "cmn-Hans-CN"], "cmn-Hans-CN"),
        (["zh-CN-remote", "zh-TW"], "zh-TW"),
    ],
)
def test_the_voice_fits_the_language_and_belongs_to_the_machine(
    page: Page, translated: str, languages: list[str], chosen: str
) -> None:
    with_voices(page, translated, *languages)

    page.locator("#s2").focus()
    page.keyboard.press("l")

    assert spoken(page, 1)["voice"] == chosen


@pytest.mark.parametrize("languages", [[], ["en-US"], ["zh-HK"], ["zh-CN-remote"]])
def test_without_a_voice_the_menu_explains_why(
    page: Page, translated: str, languages: list[str]
) -> None:
    with_voices(page, translated, *languages)

    listen(page, "Chinese, from here")

    expect(page.get_by_text("This browser has no Chinese voice.")).to_be_visible()
    assert page.evaluate("spoken.length") == 0


def test_a_second_press_of_the_key_stops(page: Page, translated: str) -> None:
    with_voices(page, translated, "zh-CN")
    page.locator("#s2").focus()
    page.keyboard.press("l")
    spoken(page, 1)

    page.keyboard.press("l")

    page.wait_for_function("window.silenced && spoken.length === 1")
