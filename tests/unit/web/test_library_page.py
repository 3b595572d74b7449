"""The library: cards, adding, searching, deleting."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from reader.services import library
from reader.toolbox import Toolbox
from tests.unit.web.conftest import PAGE, Browser, translate_at_once


def test_an_empty_library_says_what_to_do(browser: Browser) -> None:
    assert "The library is empty." in browser.get("/").text


def test_a_card_shows_title_source_length_and_progress(browser: Browser, article: int) -> None:
    page = browser.get("/").text

    assert "Talks resume in Geneva" in page
    assert "Pasted" in page
    assert "1 minute" in page
    assert "Translating: 0 of" in page


def test_a_pasted_article_is_opened_and_tells_what_was_left_out(browser: Browser) -> None:
    page = browser.post("/articles", way="paste", text=PAGE)

    assert page.request.path == "/articles/1"
    assert re.search(r"\d pieces? of text that (is|are) not part of the article", page.text)
    assert "Accept all cookies" in page.text
    assert "Put back" in page.text


def test_a_file_is_opened(browser: Browser) -> None:
    file = (BytesIO(PAGE.encode()), "talks.txt")

    page = browser.post("/articles", way="file", file=file)

    assert page.status_code == 200
    assert "talks.txt" in page.text


def test_the_same_article_is_not_added_twice(browser: Browser, article: int) -> None:
    page = browser.post("/articles", way="paste", text=PAGE)

    assert page.request.path == f"/articles/{article}"
    assert "in the library already" in page.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({"way": "paste", "text": "  \n "}, "no text", id="blank"),
        pytest.param({"way": "paste", "text": "今天天气很好。" * 20}, "English", id="Chinese"),
        pytest.param({"way": "file"}, "choose a file", id="no file chosen"),
        pytest.param({"way": "address"}, "type the address", id="no address typed"),
        pytest.param({"way": "address", "address": "http://127.0.0.1/"}, "", id="private address"),
        pytest.param({"way": "address", "address": "file:///etc/passwd"}, "", id="no web address"),
        pytest.param({"way": "nonsense", "text": ""}, "no text", id="unknown way"),
    ],
)
def test_bad_input_shows_the_form_again_with_a_sentence(
    browser: Browser, tools: Toolbox, fields: dict[str, str], said: str
) -> None:
    page = browser.post("/articles", **fields)

    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert said.lower() in page.text.lower()
    assert library.list_articles(tools) == ()


def test_a_refused_form_keeps_what_was_typed(browser: Browser) -> None:
    page = browser.post("/articles", way="address", address="http://127.0.0.1/secret?a=<b>")

    assert 'value="http://127.0.0.1/secret?a=&lt;b&gt;"' in page.text
    assert 'value="address" checked' in page.text


def test_a_broken_file_is_named_and_changes_nothing(browser: Browser, tools: Toolbox) -> None:
    file = (BytesIO(b"PK\x03\x04 not really"), "paper.docx")

    page = browser.post("/articles", way="file", file=file)

    assert page.status_code == 422
    assert library.list_articles(tools) == ()


def test_search_finds_by_words_of_the_text(browser: Browser, article: int) -> None:
    assert "Talks resume" in browser.get("/?q=officials").text
    assert "Nothing in the library has “bananas” in it." in browser.get("/?q=bananas").text


def test_what_was_searched_is_shown_as_text(browser: Browser) -> None:
    page = browser.get("/?q=<script>alert(1)</script>").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_delete_takes_the_card_away_and_undo_brings_it_back(browser: Browser, article: int) -> None:
    page = browser.post(f"/articles/{article}/delete").text
    assert "was deleted" in page
    assert f'action="/articles/{article}/restore"' in page
    assert "The library is empty." in page

    page = browser.post(f"/articles/{article}/restore").text
    assert "is back" in page
    assert f'href="/articles/{article}"' in page


def test_a_notice_is_shown_once(browser: Browser, article: int) -> None:
    browser.post(f"/articles/{article}/delete")

    assert "was deleted" not in browser.get("/").text


def test_the_cards_can_be_had_alone_for_the_script(browser: Browser, article: int) -> None:
    fragment = browser.get("/", headers={"X-Fragment": "yes"}).text

    assert fragment.lstrip().startswith("<article")
    assert "<html" not in fragment


def test_a_translated_card_says_so(browser: Browser, tools: Toolbox) -> None:
    translate_at_once(tools)

    browser.post("/articles", way="paste", text=PAGE)

    assert "sentences in two languages" in browser.get("/").text
