"""The glossary's pages: the terms of an article."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.store import segments
from reader.toolbox import Toolbox
from reader.translation.segment import Origin
from tests.unit.web.conftest import Browser, translate_at_once
from tests.unit.web.glossaries import names, own

__all__ = ["own"]


def test_an_article_uses_the_chosen_glossaries_only(
    browser: Browser, tools: Toolbox, translated: int, own: int
) -> None:
    translate_at_once(tools)
    browser.post(f"/glossary/{own}/terms", headword="next round", rendering="下一轮")
    with_it = browser.get(f"/articles/{translated}/report").text

    browser.post(f"/articles/{translated}/glossaries", **{"rank-1": "1", f"rank-{own}": "0"})

    assert "next round" in with_it
    assert "next round" not in browser.get(f"/articles/{translated}/report").text


def test_a_candidate_becomes_a_draft_in_ones_own_glossary(
    browser: Browser, translated: int
) -> None:
    browser.post(f"/articles/{translated}/candidates", headword="next round", rendering="下一轮")

    page = browser.get("/glossary/2?status=draft").text
    assert "My glossary" in page
    assert names(page) == ["next round"]


def test_a_selection_fills_the_form_on_both_sides(browser: Browser, translated: int) -> None:
    path = "/glossary/add?article=1&sentence=2&start=0&end=9&target_start=0&target_end=2"

    page = browser.get(path).text

    assert 'name="headword" value="officials"' in page
    assert re.search(r'name="rendering" value="[\u4e00-\u9fff]{2}"', page)
    assert "Officials from China met on Monday." in page


def test_a_selection_goes_into_a_first_glossary_of_ones_own(
    browser: Browser, translated: int
) -> None:
    back = "/articles/1#s2"

    page = browser.post(
        "/glossary/add", glossary="0", headword="Officials", rendering="官员", next=back
    )

    assert page.request.path == "/articles/1"
    assert names(browser.get("/glossary/2").text) == ["Officials"]


def test_a_deleted_glossary_frees_its_articles(
    browser: Browser, tools: Toolbox, translated: int, own: int
) -> None:
    translate_at_once(tools)
    browser.post(f"/glossary/{own}/terms", headword="next round", rendering="下一轮")

    browser.post(f"/glossary/{own}/delete")

    assert "next round" not in browser.get(f"/articles/{translated}/report").text
    assert browser.get(f"/glossary/{own}").status_code == 404


def test_the_pages_script_gets_what_became_of_a_candidate(
    browser: Browser, translated: int
) -> None:
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/").text)
    assert token

    answer = browser.client.post(
        f"/articles/{translated}/candidates",
        data={"headword": "next round", "rendering": "下一轮", "csrf_token": token[1]},
        headers={"X-Fragment": "yes"},
    )

    assert "<html" not in answer.text
    assert "“next round” is in “My glossary” now." in answer.text
    assert "/undo/" in answer.text


def test_the_report_shows_the_sentences_in_which_a_term_is_missing(
    browser: Browser, tools: Toolbox, translated: int, own: int
) -> None:
    with tools.database.reading() as session:
        row = next(r for r in segments.rows(session, translated) if "round" in r.segment.source)
    with tools.database.writing() as session:
        segments.edit(session, row.id, replace(row.segment, origin=Origin.PERSON), "Ann")
    assert "To look at before class" not in browser.get(f"/articles/{translated}/report").text

    browser.post(f"/glossary/{own}/terms", headword="next round", rendering="下一轮")

    page = browser.get(f"/articles/{translated}/report").text
    assert "To look at before class" in page
    assert f"/glossary/{own}/edit/next-round" in page


def test_the_terms_that_fit_are_listed_for_printing(browser: Browser, own: int) -> None:
    whole = browser.get("/glossary/1/print").text
    page = browser.get(f"/glossary/{own}/print?q=ydht").text

    assert whole.count("<li><span") > 300
    assert re.findall(r'<li><span lang="en">([^<]*)<', page) == ["monthly round"]
    assert "yuèdù huìtán" in page


def test_new_terms_go_where_one_worked_lately(browser: Browser, translated: int, own: int) -> None:
    browser.post("/glossary/new", name="Year 9")
    form = browser.get("/glossary/add?article=1&sentence=2&start=0&end=9").text
    page = browser.get(f"/articles/{translated}/candidates").text

    browser.post(f"/articles/{translated}/candidates", headword="next round", rendering="下一轮")

    assert re.search(r'value="3" selected>Year 9<', form)
    assert "it becomes a draft in “Year 9”" in page
    assert names(browser.get("/glossary/3").text) == ["next round"]
