"""A teacher's lists: the review of an article, the memory, the words."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest

from reader.services import teaching
from reader.toolbox import Toolbox
from reader.translation import tmx
from reader.translation.memory import Unit
from tests.unit.web.conftest import Browser
from tests.unit.web.sentences import address, row_of, save


def test_the_review_lists_doubtful_sentences_first(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    save(browser, address(tools, translated, 3), "不像。")

    page = browser.get(f"/articles/{translated}/review").text

    assert page.index("不像。") < page.index(row_of(tools, translated, 1).segment.target)
    assert "0 of 4 sentences are approved." in page


def test_all_sentences_are_approved_at_once(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    revision = re.search(
        r'name="revision" value="(\d+)"', browser.get(f"/articles/{translated}/review").text
    )
    assert revision

    page = browser.post(f"/articles/{translated}/approve-all", revision=revision[1], doubtful="yes")

    assert "4 sentences were approved." in page.text
    assert "There is nothing left to review here." in page.text


def test_one_sentence_is_approved_from_the_review(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    row = row_of(tools, translated)
    version = teaching.open_sentence(tools, translated, row.id).version

    page = browser.post(f"{address(tools, translated)}/approve", version=version, review="yes")

    assert page.request.path == f"/articles/{translated}/review"
    assert "1 of 4 sentences are approved." in page.text


def test_the_memory_goes_out_and_in_again(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    save(browser, address(tools, translated), "官员会面。", do="approve")
    file = browser.get("/memory/duizhao.tmx")

    page = browser.post("/memory/import", file=(BytesIO(file.data), "class.tmx"))

    assert file.headers["Content-Disposition"].startswith("attachment")
    assert "1 new pair." in page.text
    assert "1 sentence approved here" in page.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param({}, "Please choose a file first.", id="no file"),
        pytest.param({"file": (BytesIO(b"not xml"), "a.tmx")}, "This file is damaged", id="no TMX"),
    ],
)
def test_a_file_that_is_no_memory_is_refused(
    browser: Browser, fields: dict[str, Any], said: str
) -> None:
    page = browser.post("/memory/import", **fields)

    assert page.status_code == 422
    assert said in page.text


def test_pairs_of_files_are_forgotten_only_with_the_box_ticked(browser: Browser) -> None:
    file = BytesIO(tmx.write([Unit("One.", "一。")]))
    browser.post("/memory/import", file=(file, "own.tmx"))

    unsure = browser.post("/memory/forget")
    sure = browser.post("/memory/forget", sure="yes")

    assert "1 pair from files" in unsure.text
    assert "0 pairs from files" in sure.text


def test_words_are_corrected_and_the_correction_removed(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    save(browser, address(tools, translated), "他在银行行长家里。")
    path = f"/articles/{translated}/correct"
    shown = browser.get(f"{path}?word=银行行长").text

    joined = browser.post(
        path, word="银行行长", pieces="银行行长", pinyin="yín háng háng zhǎng", where="all"
    )

    assert 'value="银行行长"' in shown
    assert "Corrected. It concerns 1 sentence." in joined.text
    action = re.search(r'action="([^"]+/corrections/\d+/forget)"', joined.text)
    assert action
    assert "The correction was removed." in browser.post(action[1], word="银行行长").text


def test_a_correction_with_other_characters_is_refused(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    save(browser, address(tools, translated), "他在银行行长家里。")

    page = browser.post(
        f"/articles/{translated}/correct", word="银行行长", pieces="银航", where="here"
    )

    assert page.status_code == 422
    assert "Please change only the spaces." in page.text
    assert 'value="银航"' in page.text


@pytest.mark.parametrize("path", ["/articles/1/review", "/memory", "/articles/1/correct?word=中"])
def test_the_pages_speak_chinese(browser: Browser, translated: int, path: str) -> None:
    page = browser.get(path, headers={"Accept-Language": "zh-CN"}).text

    assert not re.search(r"Review|Approve|memory|Words", re.sub(r"<[^>]+>", "", page))
