"""The scheduler of "My words" against the Python implementation of FSRS by the same authors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import Browser, Page

from tests.e2e.world import World

pytestmark = pytest.mark.browser

# Noon, so that a day later by the calendar is a day later by the clock.
START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE, DAY = 1, 24 * 60
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
History = list[tuple[int, int]]

PLAY = """async ([start, history]) => {
  const page = document.querySelector('script[type=module]').src;
  const { outcomes } = await import(page.replace('mywords.js', 'mywords/scheduler.js'));
  let [card, now] = [undefined, start];
  return history.map(([minutes, grade]) => {
    now += minutes * 60000;
    card = outcomes(card, now)[grade];
    return { ...card, minutes: (card.due - now) / 60000 };
  });
}"""


@pytest.fixture(scope="module")
def words(chromium: Browser, world: World) -> Iterator[Page]:
    """One page for all: the scheduler remembers nothing."""
    page = chromium.new_page(base_url=world.address)
    page.goto("/words")
    yield page
    page.close()


@pytest.mark.parametrize(
    "history",
    [
        pytest.param([(0, AGAIN)], id="first seen: again"),
        pytest.param([(0, HARD)], id="first seen: hard"),
        pytest.param([(0, GOOD)], id="first seen: good"),
        pytest.param([(0, EASY)], id="first seen: easy"),
        pytest.param([(0, GOOD), (10 * MINUTE, GOOD)], id="through the first steps"),
        pytest.param([(0, HARD), (6 * MINUTE, HARD), (6 * MINUTE, GOOD)], id="hard steps"),
        pytest.param(
            [(0, AGAIN), (MINUTE, AGAIN), (MINUTE, GOOD), (10 * MINUTE, GOOD)], id="slow start"
        ),
        pytest.param([(0, GOOD), (10, GOOD), (2 * DAY, GOOD), (10 * DAY, GOOD)], id="on time"),
        pytest.param([(0, GOOD), (10, GOOD), (2 * DAY, HARD), (5 * DAY, HARD)], id="always hard"),
        pytest.param([(0, EASY), (8 * DAY, EASY), (60 * DAY, EASY)], id="always easy"),
        pytest.param([(0, GOOD), (10, GOOD), (30 * DAY, GOOD)], id="a month late"),
        pytest.param([(0, EASY), (3 * DAY, GOOD), (4 * DAY, GOOD)], id="early"),
        pytest.param(
            [(0, GOOD), (10, GOOD), (2 * DAY, AGAIN), (10, GOOD), (1 * DAY, GOOD), (3 * DAY, GOOD)],
            id="forgotten and learned again",
        ),
        pytest.param(
            [(0, EASY), (8 * DAY, AGAIN), (10, AGAIN), (10, GOOD), (2 * DAY, HARD)],
            id="forgotten twice",
        ),
        pytest.param([(0, EASY)] + [(90 * DAY, EASY)] * 8, id="years"),
    ],
)
def test_cards_come_back_when_the_reference_says(words: Page, history: History) -> None:
    ours = words.evaluate(PLAY, [START.timestamp() * 1000, history])

    for mine, theirs in zip(ours, reference(history), strict=True):
        interval = theirs.pop("minutes")
        assert {name: mine[name] for name in theirs} == pytest.approx(theirs, rel=1e-6)
        # Two differences of the script, both as in Anki: steps are whole minutes (six, not five
        # and a half), and Hard, Good and Easy are kept a day apart.
        assert mine["minutes"] == pytest.approx(interval, abs=DAY if mine["state"] == 2 else 0.5)


def reference(history: History) -> list[dict[str, Any]]:
    """What the Python scheduler makes of a history, in the names of the script."""
    scheduler, card, now = Scheduler(enable_fuzzing=False), Card(), START
    cards = []
    for minutes, grade in history:
        now += timedelta(minutes=minutes)
        card, _ = scheduler.review_card(card, Rating(grade), now)
        cards.append(
            {
                "minutes": (card.due - now) / timedelta(minutes=1),
                "stability": card.stability,
                "difficulty": card.difficulty,
                "state": int(card.state),
                "last_review": now.timestamp() * 1000,
            }
        )
    return cards
