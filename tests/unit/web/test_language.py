"""The language of the interface."""

from __future__ import annotations

from tests.unit.web.conftest import Browser


def test_the_browser_chooses_the_language(browser: Browser) -> None:
    page = browser.get("/", headers={"Accept-Language": "zh-CN"}).text

    assert '<html lang="zh-Hans">' in page
    assert "添加文章" in page


def test_a_person_overrules_the_browser_and_stays_on_the_page(browser: Browser) -> None:
    page = browser.post("/language", language="zh_Hans", next="/?q=x")

    assert page.request.full_path == "/?q=x"
    assert '<html lang="zh-Hans">' in page.text
    assert '<html lang="zh-Hans">' in browser.get("/").text


def test_an_unknown_language_is_refused(browser: Browser) -> None:
    assert browser.post("/language", language="tlh").status_code == 404


def test_caches_are_told_that_pages_differ_by_reader(browser: Browser) -> None:
    headers = browser.get("/").headers

    assert "Cookie" in headers["Vary"]
    assert "private" in headers["Cache-Control"]
