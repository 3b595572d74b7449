"""My words are practised: cards, grades, keys, and when a card comes back."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.mywords import COOPERATION, begin, module, open_words, practise_one, stored

pytestmark = pytest.mark.browser


@pytest.fixture
def words(page: Page) -> Page:
    """The page with three words starred."""
    return open_words(page)


def test_a_whole_round_can_be_done_with_the_keyboard(words: Page) -> None:
    words.get_by_role("button", name="Practise", exact=True).focus()
    words.keyboard.press("Enter")
    asked = []
    for _ in range(3):
        expect(words.get_by_role("button", name="Show the answer")).to_be_visible()
        asked.append(words.locator(".flash-question .is-word").inner_text())
        words.keyboard.press("Space")
        expect(words.locator("[data-answer]")).to_be_focused()
        words.keyboard.press("4")

    expect(words.get_by_role("heading", name="Done for now")).to_be_visible()
    expect(words.get_by_text("You answered 3 cards.")).to_be_visible()
    assert asked == ["合作", "一个中国原则", "关切；担忧"]
    words.keyboard.press("Tab")
    words.keyboard.press("Enter")
    expect(words.get_by_text("Nothing for today")).to_be_visible()


def test_due_dates_move_with_the_grade(words: Page) -> None:
    before = words.evaluate("Date.now()")

    practise_one(words, "4")

    (card,) = [card for entry in stored(words) for card in entry["cards"].values()]
    assert 7.5 < (card["due"] - before) / 86_400_000 < 9
    assert card["reps"] == 1
    expect(words.locator(".state.is-later")).to_have_text("again in 8 days")


def test_a_forgotten_card_comes_again_in_the_same_round(words: Page) -> None:
    begin(words)
    asked = []
    for key in ("1", "4", "4", "3", "3"):
        expect(words.get_by_role("button", name="Show the answer")).to_be_visible()
        asked.append(words.locator(".flash-question .is-word").inner_text())
        words.keyboard.press("Space")
        words.keyboard.press(key)

    expect(words.get_by_role("heading", name="Done for now")).to_be_visible()
    assert asked == ["合作", "一个中国原则", "关切；担忧", "合作", "合作"]


def test_a_wrong_button_can_be_taken_back(words: Page) -> None:
    before = stored(words)
    begin(words)
    words.keyboard.press("Space")
    words.keyboard.press("1")
    expect(words.locator(".flash-question .is-word")).to_have_text("一个中国原则")

    words.keyboard.press("Backspace")

    expect(words.locator(".flash-question .is-word")).to_have_text("合作")
    expect(words.get_by_text("3 cards left")).to_be_visible()
    assert stored(words) == before


def test_the_buttons_tell_when_the_card_comes_back(words: Page) -> None:
    begin(words)
    words.get_by_role("button", name="Show the answer").click()

    expect(words.locator("[data-interval]")).to_have_text(["1 min", "6 min", "10 min", "8 days"])


def test_pinyin_is_hidden_until_it_is_asked_for(words: Page) -> None:
    begin(words)
    pinyin = words.locator(".flash-question .is-pinyin")
    expect(pinyin).to_be_hidden()

    words.keyboard.press("p")

    expect(pinyin).to_have_text("hézuò")
    expect(pinyin).to_be_visible()


def test_a_gap_is_left_in_the_real_sentence(words: Page) -> None:
    words.get_by_label("Chinese → English").uncheck()
    words.get_by_label("English → Chinese").uncheck()
    begin(words)
    question = words.locator(".flash-question")

    expect(question.get_by_role("img", name="gap")).to_be_visible()
    expect(question.locator(".is-gap")).to_have_text("双方同意继续。")
    expect(question.locator(".is-hint")).to_have_text(COOPERATION["sentence"]["en"])
    words.keyboard.press("Space")
    expect(question.locator(".is-gap")).to_have_text("双方同意继续合作。")
    expect(question.locator(".is-gap mark")).to_have_text("合作")


def test_english_to_chinese_asks_with_the_english(words: Page) -> None:
    words.get_by_label("Chinese → English").uncheck()
    begin(words)

    expect(words.locator(".flash-question .is-word")).to_have_text("to cooperate; cooperation")
    words.keyboard.press("Space")

    expect(words.locator(".flash-answer .is-word")).to_have_text("合作")
    expect(words.locator(".flash-answer .is-pinyin")).to_have_text("hézuò")


def test_the_words_of_one_article_can_be_practised_alone(words: Page) -> None:
    other = words.locator(".group").filter(has_text="Of another library")

    other.get_by_role("button", name="Practise these").click()

    expect(words.get_by_text("1 card left")).to_be_visible()
    words.go_back()
    expect(words.locator(".word")).to_have_count(3)


def test_the_kinds_of_cards_are_remembered(words: Page) -> None:
    words.get_by_label("Fill the gap").uncheck()

    words.reload()

    expect(words.get_by_label("Fill the gap")).not_to_be_checked()


def test_new_cards_of_a_word_come_one_a_day(words: Page) -> None:
    day = 86_400_000
    now = words.evaluate("new Date().setHours(12, 0, 0, 0)")
    entry = stored(words)[-1]
    ways = ["zh-en", "en-zh", "gap"]
    answered = module(words, "scheduler", "m.outcomes(undefined, given[0])[4]", now)

    def fresh(at: float, cards: dict[str, Any]) -> list[str]:
        body = "m.cardsFor([given[0]], given[1], given[2]).fresh.map(({ way }) => way)"
        return list(module(words, "session", body, {**entry, "cards": cards}, ways, at))

    assert fresh(now, {}) == ["zh-en"]
    assert fresh(now + 1000, {"zh-en": answered}) == []
    assert fresh(now + day, {"zh-en": answered}) == ["en-zh"]


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        pytest.param(
            {"kind": "word", "zh": "合作", "sentence": {"zh": "合作就是合作。"}},
            "＿＿＿就是＿＿＿。",
            id="every place, else one would tell",
        ),
        pytest.param(
            {"kind": "word", "zh": "会", "start": 5, "sentence": {"zh": "会议上他说会下雨。"}},
            "会议上他说＿＿＿下雨。",
            id="of single characters the one that was starred",
        ),
        pytest.param(
            {"kind": "english", "en": ["art"], "sentence": {"en": "Art starts a part of art."}},
            "＿＿＿ starts a part of ＿＿＿.",
            id="English words whole and in any case",
        ),
        pytest.param(
            {"kind": "english", "en": ["U.S."], "sentence": {"en": "The U.S. and the UXS."}},
            "The ＿＿＿ and the UXS.",
            id="dots are dots",
        ),
        pytest.param(
            {
                "kind": "english",
                "en": ["agree"],
                "surface": "agreed",
                "sentence": {"en": "They agreed to agree."},
            },
            "They ＿＿＿ to agree.",
            id="as it stands in the sentence",
        ),
        pytest.param(
            {"kind": "word", "zh": "好", "sentence": {"zh": "坏"}}, "坏", id="not in the sentence"
        ),
    ],
)
def test_the_gap(page: Page, entry: dict[str, Any], wanted: str) -> None:
    page.goto("/words")

    assert module(page, "gap", "m.withGap(given[0])", entry) == wanted
