"""Files and handouts: what an address asks for, and what it gets."""

from __future__ import annotations

import re

import pytest

from reader.exports.options import Script, Version
from reader.exports.pieces import Piece
from reader.exports.rows import Row, Side
from reader.store import segments
from reader.toolbox import Toolbox
from reader.web.takeaway.choices import Columns, layout_of, options_of
from reader.web.takeaway.words import MOST_LINES, lines_to_write
from tests.unit.web.conftest import Browser

KINDS = ["html", "docx", "epub", "anki", "tsv", "tmx", "json", "text"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_saved_and_never_shown(
    browser: Browser, translated: int, kind: str
) -> None:
    answer = browser.get(f"/articles/{translated}/take-away/{kind}")

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.mimetype == "application/octet-stream"
    assert answer.data


def test_an_unknown_kind_of_file_is_a_404(browser: Browser, translated: int) -> None:
    assert browser.get(f"/articles/{translated}/take-away/exe").status_code == 404


@pytest.mark.parametrize("path", ["print", "take-away/html"])
def test_an_unknown_article_is_a_404(browser: Browser, path: str) -> None:
    assert browser.get(f"/articles/99/{path}").status_code == 404


@pytest.mark.parametrize(
    ("sent", "pinyin", "above"),
    [
        ("", False, 0),
        ("off", False, 0),
        ("0", True, 0),
        ("3", True, 3),
        ("99", True, 0),
        ("-1", False, 0),
        ("³", False, 0),
        ("x", False, 0),
    ],
)
def test_an_address_says_where_pinyin_stands(
    browser: Browser, sent: str, pinyin: bool, above: int
) -> None:
    with browser.client.application.test_request_context():
        options = options_of({"pinyin": sent})

    assert (options.pinyin, options.above) == (pinyin, above)


def test_what_an_address_says_wrongly_is_left_out(browser: Browser) -> None:
    wrong = dict.fromkeys(("script", "version", "columns", "size", "terms"), "'><script>")

    with browser.client.application.test_request_context():
        options, layout = options_of(wrong), layout_of(wrong)

    assert (options.script, options.version) == (Script.SIMPLIFIED, Version.OWN)
    assert layout == layout_of({})


def test_a_file_speaks_the_language_of_whoever_takes_it(browser: Browser, translated: int) -> None:
    path = f"/articles/{translated}/take-away/html"

    english = browser.get(path).data.decode()
    chinese = browser.get(path, headers={"Accept-Language": "zh-CN"}).data.decode()

    assert "Side by side" in english
    assert "Side by side" not in chinese
    assert '<html lang="zh-Hans"' in chinese
    assert "左右对照" in chinese


def test_a_file_is_in_the_script_that_was_asked_for(browser: Browser, translated: int) -> None:
    path = f"/articles/{translated}/take-away/text"

    text = browser.get(f"{path}?script=traditional").data.decode()

    assert text != browser.get(path).data.decode()


def test_without_a_choice_a_file_is_as_the_page_is_read(browser: Browser) -> None:
    cookies = {"Cookie": "script=traditional; sandhi=spoken"}

    with browser.client.application.test_request_context(headers=cookies):
        options = options_of({})

    assert (options.script, options.spoken) == (Script.TRADITIONAL, True)


def test_the_reviewed_version_can_be_asked_for(
    browser: Browser, translated: int, tools: Toolbox
) -> None:
    with tools.database.writing() as session:
        rows = segments.rows(session, translated)
        segments.set_reviewed(session, rows[1].id, "这是审校稿。")

    page = browser.get(f"/articles/{translated}/print?version=reviewed").text

    assert "这是审校稿。" in re.sub("<[^>]+>", "", page)
    assert "1 of 4 sentences in the reviewed version" in page


@pytest.mark.parametrize(
    ("columns", "english", "chinese", "blank"),
    [
        ("both", True, True, False),
        ("english", True, False, True),
        ("chinese", False, True, True),
        ("all", True, True, True),
    ],
)
def test_the_sheet_has_the_columns_that_were_asked_for(
    browser: Browser, translated: int, columns: str, english: bool, chinese: bool, blank: bool
) -> None:
    page = browser.get(f"/articles/{translated}/print?columns={columns}").text

    assert ('<td lang="en">' in page) == english
    assert ('<td class="zh"' in page) == chinese
    assert ('<td class="blank">' in page) == blank


def test_pinyin_is_on_the_sheet_only_when_asked_for(browser: Browser, translated: int) -> None:
    path = f"/articles/{translated}/print"

    assert "<ruby>" not in browser.get(path).text
    assert "<ruby>" in browser.get(f"{path}?pinyin=0").text


def test_terms_are_on_the_sheet_unless_they_are_not_wanted(
    browser: Browser, translated: int
) -> None:
    path = f"/articles/{translated}/print"

    assert '<span class="term">' in browser.get(path).text
    assert '<span class="term">' not in browser.get(f"{path}?terms=none").text


def test_an_article_that_waits_can_be_printed_to_be_translated_by_hand(
    browser: Browser, article: int
) -> None:
    page = browser.get(f"/articles/{article}/print").text

    assert page.count("Not translated yet") == 3


def test_the_sheet_and_its_choices_can_be_chinese(browser: Browser, translated: int) -> None:
    page = browser.get(f"/articles/{translated}/print", headers={"Accept-Language": "zh-CN"}).text

    assert "English and room to write" not in page
    assert "Not approved by a person" not in page


@pytest.mark.parametrize(("words", "lines"), [(1, 1), (6, 2), (20, 4), (1000, MOST_LINES)])
def test_longer_sentences_have_more_lines_to_write_on(words: int, lines: int) -> None:
    row = Row(1, (Piece("x"),), Side((), "", ""), None, words)

    assert lines_to_write(row, Columns.ENGLISH) == lines


@pytest.mark.parametrize("path", ["print", "print?pinyin=0&columns=all"])
def test_text_that_looks_like_html_stays_text(browser: Browser, translated: int, path: str) -> None:
    page = browser.get(f"/articles/{translated}/{path}").data.decode()

    assert "<b>" not in page
    assert "&lt;b&gt;" in page
