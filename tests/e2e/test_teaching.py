"""A teacher in a real browser: keys, two tabs, a model that is sent, every page by axe."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from reader.store import segments
from reader.store.records import Row
from tests.e2e.test_accessibility import RULES
from tests.e2e.world import World
from tests.small_models import build_argosmodel

pytestmark = pytest.mark.browser

TEXT = "A lesson for {name}\n\nThe trade war has no winner. They met in {name} in 2025.\n"


def article(world: World, name: str) -> int:
    number = world.add(TEXT.format(name=name))
    world.translate(number)
    return number


def row(world: World, number: int, position: int) -> Row:
    with world.tools.database.reading() as session:
        return segments.rows(session, number)[position]


def address(world: World, number: int, position: int) -> str:
    return f"/articles/{number}/sentences/{row(world, number, position).id}"


def save(page: Page, target: str) -> None:
    """Save what is written in the field, and wait until the page says that it is."""
    page.get_by_label("Chinese", exact=True).fill(target)
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()


def test_a_sentence_is_reached_from_the_reading_page_and_edited(page: Page, world: World) -> None:
    number = article(world, "Paris")
    page.goto(f"/articles/{number}")
    page.locator("#s2 summary").click()
    page.get_by_role("link", name="Edit sentence 2").click()

    page.get_by_label("Chinese", exact=True).fill("贸易战没有赢家.")
    page.get_by_role("button", name="Approve", exact=True).click()

    expect(page.get_by_text("Approved.", exact=True)).to_be_visible()
    assert row(world, number, 1).segment.target == "贸易战没有赢家。"
    page.get_by_role("link", name="Back to the article").click()
    expect(page.locator("#s2 .zh").first).to_contain_text("没有")


def test_control_enter_saves_and_goes_to_the_next_doubtful_one(page: Page, world: World) -> None:
    number = article(world, "Rome")
    page.goto(address(world, number, 2))
    save(page, "不像。")

    page.goto(address(world, number, 1))
    page.get_by_label("Chinese", exact=True).fill("贸易战没有赢家。")
    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("heading", name="Sentence 3 of 3")).to_be_visible()
    assert row(world, number, 1).segment.target == "贸易战没有赢家。"


def test_one_key_goes_from_the_review_to_the_doubtful_sentence(page: Page, world: World) -> None:
    number = article(world, "Oslo")
    page.goto(address(world, number, 1))
    save(page, "不像。")

    page.goto(f"/articles/{number}/review")
    page.keyboard.press("n")

    expect(page.get_by_role("heading", level=1)).to_contain_text("of 3")
    expect(page.locator(".issues").first).to_be_visible()


def test_two_tabs_at_one_sentence_lose_nothing(context: BrowserContext, world: World) -> None:
    # Not the `page` of the fixture: Chromium notes an answer of 409 in its console.
    number = article(world, "Bern")
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        tab.goto(address(world, number, 1))
    save(first, "另一页写的。")

    field = second.get_by_label("Chinese", exact=True)
    field.fill("这一页写的。")
    second.get_by_role("button", name="Save as a draft").click()

    expect(second.get_by_role("alert")).to_contain_text("Somebody else changed this sentence")
    expect(second.locator(".theirs")).to_contain_text("另一页写的。")
    expect(field).to_have_value("这一页写的。")
    assert row(world, number, 1).segment.target == "另一页写的。"
    second.get_by_role("button", name="Save as a draft").click()
    expect(second.get_by_text("Saved as a draft.")).to_be_visible()
    assert row(world, number, 1).segment.target == "这一页写的。"


def test_a_version_is_put_into_the_field_without_leaving_the_page(page: Page, world: World) -> None:
    number = article(world, "Wien")
    with world.tools.database.writing() as session:
        segments.set_reviewed(session, row(world, number, 1).id, "审校过的句子。")
    page.goto(address(world, number, 1))

    page.get_by_role("link", name="Use the reviewed version").click()

    expect(page.get_by_label("Chinese", exact=True)).to_have_value("审校过的句子。")
    assert page.url.endswith(address(world, number, 1))


def test_leaving_with_unsaved_text_is_asked_about(page: Page, world: World) -> None:
    number = article(world, "Riga")
    page.goto(address(world, number, 1))
    page.get_by_label("Chinese", exact=True).press_sequentially("还没写完")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)

    page.get_by_role("link", name="Review", exact=True).click()
    page.wait_for_url("**/review")

    assert asked == ["beforeunload"]


def test_a_wrong_reading_is_corrected_from_the_card_of_the_word(page: Page, world: World) -> None:
    number = world.add("Students and history\n\nStudents discuss science and the environment.\n")
    world.translate(number)
    with page.expect_response("**/words?*"):
        page.goto(f"/articles/{number}")
    page.locator("#s2 ruby").first.click()
    page.get_by_role("link", name="Correct the word").click()

    reading = page.get_by_label("How it is read")
    syllables = len(page.get_by_label("Its words").input_value())
    reading.fill(" ".join(["lā"] * syllables))
    page.get_by_role("button", name="Correct it").click()

    expect(page.get_by_role("status")).to_contain_text("Corrected.")
    page.get_by_role("link", name="Back to the article").click()
    expect(page.locator("#s2 rt").first).to_have_text("lā" * syllables)


def test_a_model_file_is_sent_and_its_progress_shown(
    page: Page, world: World, tmp_path: Path
) -> None:
    path = tmp_path / "small.argosmodel"
    build_argosmodel(path)
    page.goto("/models")

    page.get_by_label("From a file").set_input_files(path)
    page.get_by_role("button", name="Install the file").click()

    expect(page.get_by_text("Argos en→zh 0.1 is installed.")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("heading", name="Argos en→zh 0.1")).to_be_visible()
    page.get_by_role("link", name="Remove Argos").click()
    page.get_by_role("button", name="Yes, remove it").click()
    expect(page.get_by_text("Argos en→zh 0.1 was removed.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_teachers_pages(
    chromium: Browser, world: World, scheme: str
) -> None:
    number = article(world, f"Axe {scheme}")
    context = chromium.new_context(
        base_url=world.address, bypass_csp=True, color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce", viewport={"width": 360, "height": 740},
    )  # fmt: skip
    page = context.new_page()
    page.goto(address(world, number, 1))
    save(page, "商战,没有赢家")
    paths = [
        address(world, number, 1), f"/articles/{number}/review", "/memory", "/models",
        f"/articles/{number}/correct?word=赢家", f"/articles/{number}/engine",
    ]  # fmt: skip

    found = {}
    for path in paths:
        page.goto(path)
        answer = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        found[path] = [
            (one["id"], [node["html"][:100] for node in one["nodes"]][:2])
            for one in answer.response["violations"]
        ]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            found[path].append(("too wide", [str(width)]))
    context.close()

    assert found == {path: [] for path in paths}
