"""The reading page under a finger: a phone in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.reading_page import opened
from tests.e2e.world import World

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(chromium: Browser, world: World) -> Iterator[Page]:
    """A page of a phone."""
    context = chromium.new_context(
        base_url=world.address,
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
        locale="en-GB",
    )
    yield context.new_page()
    context.close()


def test_a_tap_explains_a_word_and_a_tap_beside_the_card_closes_it(
    phone: Page, translated: str
) -> None:
    opened(phone, translated)

    phone.locator("#s2 ruby").first.tap()
    card = phone.get_by_role("dialog", name="About this")
    expect(card.locator(".word-zh")).not_to_be_empty()
    phone.locator("#s1 .en").tap(position={"x": 300, "y": 5})

    expect(card).to_be_hidden()


def test_a_tap_shows_what_is_hidden(phone: Page, translated: str) -> None:
    opened(phone, f"{translated}?layout=chinese")
    english = phone.locator("#s3 .en")
    expect(english).to_be_hidden()

    phone.locator("#s3").tap(position={"x": 40, "y": 20})

    expect(english).to_be_visible()


def test_what_is_selected_with_a_finger_is_looked_up_with_a_tap(
    phone: Page, translated: str
) -> None:
    opened(phone, translated)
    phone.evaluate("getSelection().selectAllChildren(document.querySelector('#s2 .zh'))")

    phone.get_by_role("button", name="Look up").tap()

    card = phone.get_by_role("dialog", name="About this")
    expect(card.locator(".looked").first).to_be_visible()


def test_every_button_of_the_page_is_large_enough_for_a_finger(
    phone: Page, translated: str
) -> None:
    opened(phone, translated)

    small = """() => [...document.querySelectorAll('button, summary, .top a')]
      .filter(each => each.checkVisibility())
      .map(each => [each.textContent.trim(), each.getBoundingClientRect()])
      .filter(([, box]) => Math.min(box.width, box.height) < 24)
      .map(([name]) => name)"""
    assert phone.evaluate(small) == []
