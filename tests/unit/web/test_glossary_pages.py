"""The glossary's pages: browsing, filters, glossaries of one's own."""

from __future__ import annotations

import pytest

from tests.unit.web.conftest import Browser
from tests.unit.web.glossaries import names, own

__all__ = ["own"]

PAGES = [
    "/glossary",
    "/glossary/1",
    "/glossary/1/terms/trade-war",
    "/glossary/1/new",
    "/glossary/1/edit/trade-war",
    "/glossary/1/import",
    "/glossary/1/conflicts",
    "/glossary/1/settings",
    "/glossary/2/settings",
    "/glossary/2/changes/1",
    "/articles/1/glossaries",
    "/articles/1/report",
    "/articles/1/candidates",
    "/glossary/add?article=1&sentence=2&start=0&end=9",
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_opens_in_both_languages(
    browser: Browser, translated: int, own: int, language: str
) -> None:
    asked = {path: browser.get(path, headers={"Accept-Language": language}) for path in PAGES}

    assert {path: page.status_code for path, page in asked.items()} == dict.fromkeys(PAGES, 200)


def test_what_is_not_there_is_a_404(browser: Browser) -> None:
    missing = [
        "/glossary/99",
        "/glossary/1/terms/none",
        "/articles/9/report",
        "/glossary/1/export/x",
    ]

    assert {browser.get(path).status_code for path in missing} == {404}


def test_a_new_glossary_is_opened_empty(browser: Browser) -> None:
    page = browser.post("/glossary/new", name="Year 9")

    assert "Year 9" in page.text
    assert "This glossary is empty." in page.text


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        pytest.param("  ", 422, "give the glossary a name", id="no name"),
        pytest.param("Class 7", 409, "is a glossary named", id="a name that is taken"),
    ],
)
def test_a_glossary_needs_a_name_of_its_own(
    browser: Browser, own: int, name: str, status: int, said: str
) -> None:
    page = browser.post("/glossary/new", name=name)

    assert page.status_code == status
    assert said in page.text


def test_search_finds_as_people_type(browser: Browser, own: int) -> None:
    queries = ["monthly", "月度", "yueduhuitan", "yuè dù", "ydht", "tariff"]

    found = [names(browser.get(f"/glossary/{own}", query_string={"q": q}).text) for q in queries]

    assert found == [["monthly round"]] * 5 + [[]]


def test_filters_narrow_the_list(browser: Browser) -> None:
    letter = browser.get("/glossary/1?letter=W").text
    nothing = browser.get("/glossary/1?status=retired").text

    assert names(letter)
    assert all(name.lower().lstrip("“").startswith("w") for name in names(letter))
    assert "No term fits." in nothing


def test_a_long_list_comes_in_pages(browser: Browser) -> None:
    first = browser.get("/glossary/1").text
    second = browser.get("/glossary/1?page=2").text

    assert len(names(first)) == 50
    assert "Page 1 of" in first
    assert not set(names(first)) & set(names(second))


def test_the_pages_script_gets_only_the_list(browser: Browser) -> None:
    page = browser.get("/glossary/1?q=trade", headers={"X-Fragment": "yes"}).text

    assert "<html" not in page
    assert "trade war" in names(page)


def test_the_shipped_glossary_is_not_deleted(browser: Browser) -> None:
    page = browser.post("/glossary/1/delete")

    assert page.status_code == 422
    assert browser.get("/glossary/1").status_code == 200
