"""The glossary's pages: files that are taken in and given out."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask

from glossary.formats import read
from reader.services import glossary_imports
from reader.services.import_states import Import, Stage
from reader.toolbox import Toolbox
from reader.web import create_app
from reader.web.glossary.words import import_words
from tests.unit.later import Later
from tests.unit.web.conftest import Browser
from tests.unit.web.glossaries import names, own

__all__ = ["own"]


def test_a_file_is_looked_at_before_anything_is_written(browser: Browser, own: int) -> None:
    table = "en,zh\nmonthly round,月谈\nsummit,峰会\n,空\n".encode()

    seen = browser.post(f"/glossary/{own}/import", file=(BytesIO(table), "terms.csv"))

    assert seen.status_code == 200
    tally = re.findall(r"<b>(\d+)</b> (\w+)", seen.text)
    assert tally == [
        ("1", "new"),
        ("0", "changed"),
        ("1", "conflicting"),
        ("0", "the"),
        ("1", "left"),
    ]
    assert "There is no English in this line." in seen.text
    assert names(browser.get(f"/glossary/{own}").text) == ["monthly round"]


def test_an_import_does_what_was_decided_and_is_taken_back_whole(
    browser: Browser, own: int
) -> None:
    table = "en,zh\nmonthly round,月谈\nsummit,峰会\n".encode()
    seen = browser.post(f"/glossary/{own}/import", file=(BytesIO(table), "terms.csv"))

    done = browser.post(seen.request.path, **{"clash-0": "replace", "update": "yes"})
    after = browser.get(f"/glossary/{own}").text
    undo = re.search(r'action="([^"]*/undo/\d+)"', done.text)
    assert undo
    browser.post(undo[1])

    assert "2 terms were imported." in done.text
    assert names(after) == ["monthly round", "summit"]
    assert "月谈" in after
    assert names(browser.get(f"/glossary/{own}").text) == ["monthly round"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"%PDF-1.7 ...", "not a glossary file", id="another kind"),
        pytest.param(b"", "empty", id="empty"),
    ],
)
def test_a_file_that_is_no_glossary_is_refused_with_a_sentence(
    browser: Browser, own: int, data: bytes, said: str
) -> None:
    page = browser.post(f"/glossary/{own}/import", file=(BytesIO(data), "terms.csv"))

    assert page.status_code == 422
    assert said in page.text


def test_a_file_that_is_not_kept_any_more_is_a_404(browser: Browser, own: int) -> None:
    assert browser.get(f"/glossary/{own}/import/{'A' * 22}").status_code == 404
    assert browser.get(f"/glossary/{own}/import/..%2Fsecret").status_code == 404


def test_a_glossary_is_exported_in_every_format(browser: Browser, own: int) -> None:
    for name in ("csv", "tsv", "xlsx", "tbx", "omegat"):
        answer = browser.get(f"/glossary/{own}/export/{name}")

        assert "attachment" in answer.headers["Content-Disposition"], name
        (term,) = read(answer.data, "terms.txt" if name == "omegat" else "").terms
        assert (term.headword, term.rendering) == ("monthly round", "月度会谈"), name


def test_a_file_that_contradicts_itself_says_so(browser: Browser, own: int) -> None:
    table = "en,zh\nsummit,峰会\nsummit,首脑会议\n".encode()

    seen = browser.post(f"/glossary/{own}/import", file=(BytesIO(table), "terms.csv"))

    assert "The file contradicts itself" in seen.text


def test_an_import_that_takes_long_shows_its_progress(tools: Toolbox, own: int) -> None:
    later = Later()
    browser = Browser(create_app(replace(tools, background=later)).test_client())
    table = "en,zh\nsummit,峰会\n".encode()

    page = browser.post(f"/glossary/{own}/import", file=(BytesIO(table), "terms.csv"))
    path = page.request.path
    fragment = browser.get(path, headers={"X-Fragment": "yes"})
    later.catch_up()
    over = browser.get(path, headers={"X-Fragment": "yes"})

    assert "Reading the file…" in page.text
    assert 'http-equiv="refresh"' in page.text
    assert "<html" not in fragment.text
    assert (fragment.status_code, over.status_code) == (200, 204)
    assert "This is what would change" in browser.get(path).text


def test_the_end_of_an_import_is_told_to_the_person_and_not_to_the_script(
    tools: Toolbox, own: int
) -> None:
    later = Later()
    browser = Browser(create_app(replace(tools, background=later)).test_client())
    made = glossary_imports.begin(tools, own, "en,zh\nsummit,峰会\n".encode(), "terms.csv")
    path = f"/glossary/{own}/import/{made.token}"

    writing = browser.post(path)
    later.catch_up()
    browser.get(path, headers={"X-Fragment": "yes"})
    first = browser.get(path, follow_redirects=True)
    second = browser.get(path, follow_redirects=True)

    assert "Writing the terms…" in writing.text
    assert "1 term was imported." in first.text
    assert "1 term was imported." not in second.text
    assert names(second.text) == ["monthly round", "summit"]


@pytest.mark.parametrize(
    ("stage", "done", "total", "said"),
    [
        (Stage.READING, 500, 20_000, "Reading the file: 500 of 20000 lines, 2%"),
        (Stage.CHECKING, 0, 0, "The terms are written. Checking sentences…"),
        (Stage.CHECKING, 7_999, 8_000, "Checking sentences: 7999 of 8000, 99%"),
    ],
)
def test_progress_is_told_in_words(
    app: Flask, stage: Stage, done: int, total: int, said: str
) -> None:
    with app.test_request_context():
        words = import_words(Import("token", 1, stage, done, total))

    assert words.endswith(said)
