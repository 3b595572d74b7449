"""My words are taken away and brought back."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from copy import deepcopy
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.mywords import COOPERATION, PRINCIPLE, open_words, practise_one, star, stored
from tests.e2e.world import World

pytestmark = pytest.mark.browser


@pytest.fixture
def words(page: Page) -> Page:
    """The page with three words starred."""
    return open_words(page)


def download(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_a_file_brings_words_and_progress_into_another_browser(
    words: Page, chromium: Browser, world: World, downloads: Path
) -> None:
    practise_one(words, "3")
    path = download(words, "Save as a file", downloads)
    expect(words.get_by_text("Last saved:")).to_be_visible()
    other = chromium.new_context(base_url=world.address).new_page()
    other.goto("/words")

    other.locator("[data-open]").set_input_files(path)

    expect(other.get_by_text("The file was opened: 3 new, 0 brought up to date.")).to_be_visible()
    assert stored(other) == stored(words)
    other.context.close()


def test_of_two_states_of_a_word_the_newer_wins(words: Page, downloads: Path) -> None:
    old = download(words, "Save as a file", downloads)
    practise_one(words, "3")
    now = stored(words)

    words.locator("[data-open]").set_input_files(old)

    expect(words.get_by_text("0 new, 0 brought up to date.")).to_be_visible()
    assert stored(words) == now


GOOD_WORD = {**COOPERATION, "id": "x", "cards": {"zh-en": {"state": 2}, "evil": {}}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "This is not a file of words", id="empty"),
        pytest.param("PK\x03\x04", "This is not a file of words", id="of another kind"),
        pytest.param("[1, 2]", "This is not a file of words", id="other JSON"),
        pytest.param("null", "This is not a file of words", id="null"),
        pytest.param(
            json.dumps({"format": "duizhao-words", "version": 2, "words": [GOOD_WORD]}),
            "comes from a newer Duizhao",
            id="newer",
        ),
        pytest.param(
            json.dumps({"format": "duizhao-words", "version": 1, "words": [{"zh": 1}, None]}),
            "No word in this file can be read",
            id="broken",
        ),
    ],
)
def test_a_bad_file_changes_nothing_and_says_why(
    words: Page, downloads: Path, text: str, said: str
) -> None:
    path = downloads / "words.json"
    path.write_text(text, encoding="utf-8")
    before = stored(words)

    words.locator("[data-open]").set_input_files(path)

    expect(words.get_by_text(said)).to_be_visible()
    assert stored(words) == before


def test_of_a_partly_broken_file_the_good_words_are_taken(page: Page, downloads: Path) -> None:
    page.goto("/words")
    path = downloads / "words.json"
    words = {"format": "duizhao-words", "version": 1, "words": [GOOD_WORD, {"zh": 1}]}
    path.write_text("\ufeff" + json.dumps(words), encoding="utf-8")

    page.locator("[data-open]").set_input_files(path)

    expect(page.get_by_text("What could not be read: 1.")).to_be_visible()
    (entry,) = stored(page)
    assert entry["id"].startswith("word:合作:")
    assert entry["cards"] == {}


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(words: Page, downloads: Path) -> None:
    formula = deepcopy(PRINCIPLE)
    formula["zh"] = '=cmd|" /C calc"!A0'
    star(words, formula)

    data = download(words, "Table", downloads).read_bytes()

    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), dialect="excel-tab"))
    assert [row["chinese"] for row in rows] == [
        "合作", "一个中国原则", "关切；担忧", "'" + formula["zh"],
    ]  # fmt: skip
    assert rows[0]["sentence with a gap"] == "双方同意继续＿＿＿。"


def notes(path: Path) -> dict[str, list[str]]:
    """The fields of each note of an Anki deck by its guid."""
    with zipfile.ZipFile(path) as package, closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(package.read("collection.anki2"))
        rows = collection.execute("SELECT guid, flds FROM notes ORDER BY id").fetchall()
        assert collection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return {guid: fields.split("\x1f") for guid, fields in rows}


def test_a_second_anki_deck_updates_the_notes_of_the_first(words: Page, downloads: Path) -> None:
    first = notes(download(words, "Anki deck", downloads))
    edited = deepcopy(COOPERATION)
    edited["pinyin"] = "hé zuò"
    edited["sentence"]["zh"] = "双方会继续合作。"
    star(words, edited)

    second = notes(download(words, "Anki deck", downloads))

    assert [fields[0] for fields in first.values()] == ["合作", "一个中国原则", "关切；担忧"]
    assert list(second) == list(first)
    changed = [guid for guid in first if first[guid] != second[guid]]
    assert [second[guid][5] for guid in changed] == ["双方会继续＿＿＿。"]


def test_without_the_server_all_but_the_anki_deck_works(
    context: BrowserContext, downloads: Path
) -> None:
    page = context.new_page()
    page.goto("/words")
    star(page, COOPERATION)
    context.set_offline(True)

    page.get_by_role("button", name="Anki deck").click()
    expect(page.get_by_text("The server does not answer.")).to_be_visible()
    practise_one(page, "3")
    path = download(page, "Save as a file", downloads)

    assert json.loads(path.read_text(encoding="utf-8"))["words"][0]["zh"] == "合作"
