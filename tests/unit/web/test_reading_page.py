"""The reading page: pairs, marks, progress."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from reader.articles import article_from_text
from reader.chinese.annotate import Token
from reader.chinese.script import to_traditional
from reader.errors import EngineError
from reader.services import library, reading
from reader.store import segments
from reader.store.records import Aside
from reader.toolbox import Toolbox
from reader.web.reading.sandhi import as_read
from reader.web.reading.words import is_bare_label
from tests.unit.web.conftest import Browser, translate


def page_of(browser: Browser, article_id: int) -> str:
    answer = browser.get(f"/articles/{article_id}")
    assert answer.status_code == 200
    return answer.text


def test_every_sentence_has_a_row_with_both_languages(browser: Browser, translated: int) -> None:
    page = page_of(browser, translated)

    rows = re.findall(r'class="pair" id="(s\d+)"', page)
    assert rows == [f"s{number}" for number in range(1, len(rows) + 1)]
    assert len(rows) == 4
    assert page.count('class="en" lang="en"') == page.count('class="zh" lang="zh-Hans"') == 4


def test_sentences_of_a_paragraph_share_a_block(browser: Browser, translated: int) -> None:
    page = page_of(browser, translated)

    assert page.count('class="block is-paragraph"') == 2
    assert page.count('class="block is-title"') == 1


def test_the_title_is_the_heading_of_the_page(browser: Browser, translated: int) -> None:
    page = page_of(browser, translated)

    assert page.count("<h1") == 1
    assert re.search(r'<h1 class="en" lang="en">Talks resume in', page)


def test_pinyin_stands_over_chinese_words_and_is_not_read_twice(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    page = page_of(browser, translated)

    assert re.search(r'<ruby[^>]*>[\u4e00-\u9fff]+<rt aria-hidden="true">\w', page)


def test_markup_of_the_article_is_shown_as_text(browser: Browser, translated: int) -> None:
    page = page_of(browser, translated)

    assert "&lt;b&gt;June&lt;/b&gt; &amp; July" in page
    assert "<b>June</b>" not in page


def test_a_waiting_sentence_has_its_room_kept(browser: Browser, article: int) -> None:
    page = page_of(browser, article)

    assert page.count('class="soon"') == 4
    assert "Not translated yet" in page


def test_each_sentence_tells_who_made_it(browser: Browser, translated: int) -> None:
    page = page_of(browser, translated)

    assert page.count("Translated by the machine:") == 4


def test_terms_are_marked_on_both_sides_and_listed(browser: Browser, tools: Toolbox) -> None:
    text = "A talk on trade\n\nThe trade war hurts both sides. Xi Jinping said so on Monday."
    added = library.add_article(tools, article_from_text(text))
    translate(tools, added.article_id)

    page = page_of(browser, added.article_id)

    entries = set(re.findall(r'class="entry" id="(term-[^"]+)"', page))
    marked = set(re.findall(r'class="term is-\w+" href="#(term-[^"]+)"', page))
    assert entries
    assert marked == entries


def test_what_was_left_out_can_be_put_back(browser: Browser, article: int) -> None:
    aside = re.search(r'action="(/articles/1/left-out/\d+)"', page_of(browser, article))
    assert aside

    page = browser.post(aside[1]).text

    assert "The text is back in its place." in page
    assert aside[1] not in page
    assert "Accept all cookies" in page


def test_changes_hold_the_same_rows_as_the_page(
    browser: Browser, tools: Toolbox, article: int
) -> None:
    start = re.search(r'data-revision="(\d+)"', page_of(browser, article))
    assert start
    translate(tools, article)

    changes = browser.get(f"/articles/{article}/changes?since={start[1]}").json

    assert changes is not None
    assert changes["finished"] is True
    assert [pair["position"] for pair in changes["pairs"]] == [0, 1, 2, 3]
    whole = page_of(browser, article)
    assert all(pair["html"] in whole for pair in changes["pairs"])


def test_nothing_new_is_an_empty_answer(browser: Browser, translated: int) -> None:
    first = browser.get(f"/articles/{translated}/changes?since=-1").json
    assert first is not None

    again = browser.get(f"/articles/{translated}/changes?since={first['revision']}").json

    assert again is not None
    assert again["pairs"] == []


def test_the_page_of_a_deleted_article_is_a_404(browser: Browser, article: int) -> None:
    browser.post(f"/articles/{article}/delete")

    assert browser.get(f"/articles/{article}").status_code == 404


def test_a_stopped_translation_says_why_and_can_be_retried(
    browser: Browser, tools: Toolbox, article: int
) -> None:
    with tools.database.writing() as session:
        segments.take_lease(session, article, "test")
        segments.end_lease(session, article, "test", EngineError("The translation model failed."))

    page = page_of(browser, article)

    assert "The translation model failed." in page
    assert f'action="/articles/{article}/retry"' in page
    assert browser.post(f"/articles/{article}/retry").status_code == 200


def test_the_terms_can_be_had_alone_for_the_script(browser: Browser, translated: int) -> None:
    fragment = browser.get(f"/articles/{translated}/terms")

    assert fragment.status_code == 200
    assert "<html" not in fragment.text


@pytest.mark.parametrize("path", ["/articles/1", "/"])
def test_all_text_of_the_page_can_be_chinese(browser: Browser, translated: int, path: str) -> None:
    page = browser.get(path, headers={"Accept-Language": "zh-CN,zh;q=0.9"}).text

    assert '<html lang="zh-Hans">' in page
    assert "Sentence 1" not in page
    assert "Delete" not in page


def test_the_chinese_is_written_in_the_script_that_the_browser_chose(
    browser: Browser, translated: int
) -> None:
    simplified = page_of(browser, translated)
    browser.client.set_cookie("script", "traditional")

    traditional = page_of(browser, translated)

    assert simplified.count('class="zh" lang="zh-Hans"') == 4
    assert traditional.count('class="zh" lang="zh-Hant"') == 4
    assert to_traditional("中国") == "中國"
    assert "中国<rt" in simplified
    assert "中國<rt" in traditional


@pytest.mark.parametrize(
    ("reason", "text", "bare"),
    [
        pytest.param("details", "By", True, id="a word"),
        pytest.param("details", "Photo by:", True, id="words and a colon"),
        pytest.param("details", "5 min read", False, id="it says something"),
        pytest.param("menu", "By", False, id="another reason"),
    ],
)
def test_a_bare_label_is_not_offered_back(reason: str, text: str, bare: bool) -> None:
    assert is_bare_label(Aside(1, text, reason, 0)) is bare


def test_the_changes_of_a_deleted_article_are_a_404(browser: Browser, article: int) -> None:
    browser.post(f"/articles/{article}/delete")

    assert browser.get(f"/articles/{article}/changes?since=-1").status_code == 404


@pytest.mark.parametrize("page", ["review", "report", "candidates", "glossaries", "engine"])
def test_a_teacher_finds_the_way_to_every_page_of_the_article(
    browser: Browser, translated: int, page: str
) -> None:
    assert f'href="/articles/{translated}/{page}"' in page_of(browser, translated)
    assert browser.get(f"/articles/{translated}/{page}").status_code == 200


def test_selected_text_is_looked_up_for_the_script(browser: Browser) -> None:
    whole = browser.get("/dictionary?q=历史").json
    parts = browser.get("/dictionary?q=历史和科学").json

    assert whole is not None
    assert parts is not None
    assert whole["whole"] is True
    assert whole["entries"][0]["pinyin"] == "lìshǐ"
    assert parts["whole"] is False
    assert [entry["text"] for entry in parts["entries"]] == ["历史", "和", "科学"]


def test_other_sentences_with_a_word_come_with_their_place(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    pair = reading.open_article(tools, translated).pairs[1]
    word = next(token.text for token in pair.tokens if token.pinyin)

    everywhere = browser.get(f"/dictionary/sentences?q={word}").json
    elsewhere = browser.get(f"/dictionary/sentences?q={word}&article={translated}&sentence=2").json

    assert everywhere is not None
    assert elsewhere is not None
    address = f"/articles/{translated}#s2"
    assert address in [one["address"] for one in everywhere["sentences"]]
    assert address not in [one["address"] for one in elsewhere["sentences"]]


def test_the_tones_are_spoken_where_the_browser_chose_so(app: Flask) -> None:
    tokens = (Token("不", 0, 1, ("bù",), "bù"), Token("是", 1, 2, ("shì",), "shì"))

    with app.test_request_context("/"):
        written = as_read(tokens)
    with app.test_request_context("/", headers={"Cookie": "sandhi=spoken"}):
        spoken = as_read(tokens)

    assert [token.pinyin for token in written] == ["bù", "shì"]
    assert [token.pinyin for token in spoken] == ["bú", "shì"]


def test_pages_of_both_kinds_of_tones_are_kept_apart(browser: Browser, translated: int) -> None:
    assert 'data-sandhi="dictionary"' in page_of(browser, translated)

    browser.client.set_cookie("sandhi", "spoken")

    assert 'data-sandhi="spoken"' in page_of(browser, translated)
