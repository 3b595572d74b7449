"""My words in a real Chromium: kept, listed, practised, taken away and brought back."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.world import World

pytestmark = pytest.mark.browser

TITLE = "Opportunities and concerns in the phone call between leaders of China and US"
COOPERATION: dict[str, Any] = {
    "kind": "word",
    "zh": "合作",
    "pinyin": "hézuò",
    "en": ["to cooperate", "cooperation"],
    "sentence": {
        "zh": "双方同意继续合作。",
        "en": "The two sides agreed to continue cooperation.",
        "article": {"id": 1, "title": TITLE},
        "position": 3,
    },
}
PRINCIPLE: dict[str, Any] = {
    "kind": "term",
    "zh": "一个中国原则",
    "pinyin": "Yī gè Zhōngguó yuánzé",
    "en": ["one-China principle"],
    "sentence": {
        "zh": "他重申了一个中国原则。",
        "en": "He reiterated the one-China principle.",
        "article": {"id": 1, "title": TITLE},
        "position": 1,
    },
}
CONCERN: dict[str, Any] = {
    "kind": "english",
    "zh": "关切；担忧",
    "en": ["concern", "to worry"],
    "surface": "concerns",
    "sentence": {
        "zh": "这项协议引起了关切。",
        "en": "The deal raised concerns.",
        "article": {"id": 7, "title": "Of another library"},
        "position": 0,
    },
}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def module(page: Page, name: str, body: str, *given: Any) -> Any:
    """Run an expression with a module of the page as `m` and `given`."""
    program = f"""async (given) => {{
      const boot = document.querySelector('script[src*="/js/boot.js"]').src;
      const m = await import(boot.replace('boot.js', 'mywords/{name}.js'));
      return {body};
    }}"""
    return page.evaluate(program, list(given))


def star(page: Page, *entries: dict[str, Any]) -> list[str]:
    """Star words through the store; their ids."""
    ids = [module(page, "store", "(await m.add(given[0])).id", entry) for entry in entries]
    return [str(one) for one in ids]


def stored(page: Page) -> list[dict[str, Any]]:
    return list(module(page, "store", "await m.all()"))


@pytest.fixture
def words(page: Page) -> Page:
    """The page with three words starred, the oldest first."""
    page.goto("/words")
    star(page, COOPERATION, PRINCIPLE, CONCERN)
    expect(page.locator(".word")).to_have_count(3)
    return page


# The store.


def test_a_starred_word_is_there_after_a_reload_and_on_other_pages(page: Page) -> None:
    page.goto("/articles/1")
    (number,) = star(page, COOPERATION)

    page.goto("/words")

    expect(page.locator(".word")).to_have_count(1)
    assert module(page, "store", "await m.has(given[0])", number) is True
    assert [entry["zh"] for entry in module(page, "store", "await m.byArticle(1)")] == ["合作"]


def test_the_id_depends_on_kind_headword_and_english_sentence_alone(page: Page) -> None:
    page.goto("/words")
    edited = deepcopy(COOPERATION)
    edited["sentence"]["zh"] = "双方说会继续合作。"
    edited["en"] = ["cooperation"]
    elsewhere = deepcopy(COOPERATION)
    elsewhere["sentence"]["en"] = "They cooperate."

    first, second, third = star(page, COOPERATION, edited, elsewhere)

    assert first == second != third
    assert first.startswith("word:合作:")


def test_starring_again_keeps_what_was_learned(words: Page) -> None:
    practise_one(words, "4")

    star(words, COOPERATION)

    assert [entry["zh"] for entry in stored(words) if entry["cards"]] == ["合作"]


def test_two_tabs_show_the_same_words(context: BrowserContext, words: Page) -> None:
    other = context.new_page()
    other.goto("/words")
    expect(other.locator(".word")).to_have_count(3)

    words.get_by_role("button", name="Remove “合作”").click()

    expect(other.locator(".word")).to_have_count(2)


def test_without_a_database_words_last_as_long_as_the_page_and_it_says_so(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.goto("/words")
    expect(page.get_by_text("This browser window keeps nothing")).to_be_visible()

    star(page, COOPERATION)

    expect(page.locator(".word")).to_have_count(1)


def test_something_that_is_no_word_is_not_stored(page: Page) -> None:
    page.goto("/words")

    for broken in ({}, None, {"kind": "word"}, {"kind": "other", "zh": "x", "en": ["x"]}):
        refused = module(page, "store", "await m.add(given[0]).catch((e) => e.name)", broken)
        assert refused == "TypeError"

    assert stored(page) == []


# The list.


def test_an_empty_page_explains_how_to_star(page: Page) -> None:
    page.goto("/words")

    expect(page.get_by_role("heading", name="No words yet")).to_be_visible()
    expect(page.get_by_text("press its star")).to_be_visible()
    expect(page.get_by_role("button", name="Save as a file")).to_be_hidden()


def test_words_stand_by_article_in_the_order_of_reading(words: Page) -> None:
    groups = words.locator(".group")
    expect(groups).to_have_count(2)
    ours = groups.filter(has_text=TITLE)

    assert ours.locator(".word-head").all_inner_texts() == ["一个中国原则", "合作"]
    expect(ours.locator("mark")).to_have_text(["一个中国原则", "合作"])
    expect(ours.get_by_role("link", name="Sentence 4")).to_have_attribute("href", "/articles/1#s4")


def test_an_article_that_is_not_in_this_library_is_no_link(words: Page) -> None:
    other = words.locator(".group").filter(has_text="Of another library")

    expect(other.locator("a[href]")).to_have_count(0)
    expect(other.locator("mark")).to_have_text("concerns")


def test_newest_first_shows_all_words_in_one_list(words: Page) -> None:
    words.get_by_text("Newest first").click()

    assert words.locator(".word-head").all_inner_texts() == ["concern", "一个中国原则", "合作"]


@pytest.mark.parametrize("query", ["hezuo", "合作", "COOPERATE", "continue two sides"])
def test_search_finds_a_word_by_any_of_its_sides(words: Page, query: str) -> None:
    words.get_by_role("searchbox", name="Search my words").fill(query)

    expect(words.locator(".word-head")).to_have_text(["合作"])
    expect(words.get_by_text("1 word found")).to_be_visible()


def test_removing_a_word_can_be_undone_with_all_that_was_learned(words: Page) -> None:
    practise_one(words, "3")
    before = stored(words)

    words.get_by_role("button", name="Remove “合作”").click()
    expect(words.locator(".word")).to_have_count(2)
    expect(words.locator(".word").last).to_be_focused()
    words.get_by_role("button", name="Undo").click()

    expect(words.locator(".word").filter(has_text="合作")).to_be_focused()
    assert stored(words) == before


def test_markup_in_a_word_is_shown_and_not_run(page: Page) -> None:
    page.goto("/words")
    hostile = deepcopy(COOPERATION)
    hostile["zh"] = "<img src=x onerror=alert(1)>"
    hostile["sentence"]["article"]["title"] = "<script>alert(1)</script>"

    star(page, hostile)

    expect(page.locator(".word-head")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".words img, .words script")).to_have_count(0)


# Practice.


def begin(page: Page) -> None:
    """Start to practise; the first question is there."""
    page.get_by_role("button", name="Practise", exact=True).click()
    expect(page.get_by_role("button", name="Show the answer")).to_be_visible()


def practise_one(page: Page, key: str) -> None:
    """Answer the first card and come back to the list."""
    begin(page)
    page.keyboard.press("Space")
    page.keyboard.press(key)
    expect(page.get_by_role("button", name="Show the answer")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".word").first).to_be_visible()


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

    assert words.locator("[data-interval]").all_inner_texts() == [
        "1 min", "6 min", "10 min", "8 days",
    ]  # fmt: skip


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


# Taking away and bringing back.


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


# For everybody.


@pytest.fixture(scope="module", params=["light", "dark"])
def themed(request: pytest.FixtureRequest, chromium: Browser, world: World) -> Any:
    """A page in each theme, of a phone, into which axe may be put past the page's own policy."""
    context = chromium.new_context(
        base_url=world.address,
        bypass_csp=True,
        color_scheme=request.param,
        reduced_motion="reduce",
        viewport={"width": 360, "height": 740},
        locale="zh-CN",
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[Any]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]


def test_axe_finds_nothing_in_any_state_of_the_page(themed: Page) -> None:
    themed.goto("/words")
    expect(themed.get_by_role("heading", name="还没有生词")).to_be_visible()
    assert violations(themed) == []

    star(themed, COOPERATION, PRINCIPLE, CONCERN)
    themed.get_by_role("button", name="移除“合作”").click()
    expect(themed.get_by_role("button", name="撤销")).to_be_visible()
    assert violations(themed) == []

    themed.get_by_role("button", name="开始练习", exact=True).click()
    expect(themed.get_by_role("button", name="显示答案")).to_be_visible()
    assert violations(themed) == []
    themed.keyboard.press("Space")
    expect(themed.locator("[data-grades]")).to_be_visible()
    assert violations(themed) == []
    for _ in range(2):
        themed.keyboard.press("4")
        expect(themed.locator("[data-show]:visible, [data-done]:visible")).to_have_count(1)
        themed.keyboard.press("Space")
    expect(themed.get_by_role("heading", name="这次练完了")).to_be_visible()
    assert violations(themed) == []


def test_nothing_is_cut_at_320_pixels_in_any_state(words: Page) -> None:
    words.set_viewport_size({"width": 320, "height": 568})
    widths = [words.evaluate("document.documentElement.scrollWidth")]
    begin(words)
    words.keyboard.press("Space")
    expect(words.locator("[data-grades]")).to_be_in_viewport()
    widths.append(words.evaluate("document.documentElement.scrollWidth"))

    assert widths == [320, 320]


def test_without_scripts_the_page_says_what_it_needs(world: World, chromium: Browser) -> None:
    plain = chromium.new_context(base_url=world.address, java_script_enabled=False)
    page = plain.new_page()

    page.goto("/words")

    expect(page.get_by_text("the page needs JavaScript")).to_be_visible()
    plain.close()
