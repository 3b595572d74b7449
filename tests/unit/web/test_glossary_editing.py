"""The glossary's pages: adding, editing, merging and taking back terms."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from reader.services.rechecking import Effect
from reader.toolbox import Toolbox
from reader.web.glossary.words import effect_words
from tests.unit.web.conftest import Browser, translate_at_once
from tests.unit.web.glossaries import FORM, names, own

__all__ = ["own"]


def test_a_term_that_was_added_tells_what_it_changes(
    browser: Browser, tools: Toolbox, translated: int, own: int
) -> None:
    page = browser.post(f"/glossary/{own}/terms", headword="next round", rendering="下一轮")

    assert "This changes 1 sentence in 1 article. 1 of them is translated again." in page.text
    assert "See what changed" in page.text


def test_the_page_of_a_change_shows_before_and_now(
    browser: Browser, tools: Toolbox, translated: int, own: int
) -> None:
    translate_at_once(tools)
    browser.post(f"/glossary/{own}/terms", headword="next round", rendering="下一轮")

    page = browser.get(f"/glossary/{own}/changes/2").text

    assert "1 sentence translated again" in page
    before, now = re.findall(r'<span lang="zh-Hans">([^<]*)</span></p>', page)[-2:]
    assert "下一轮" not in before
    assert "下一轮" in now


@pytest.mark.parametrize("missing", ["headword", "rendering"])
def test_a_term_needs_both_languages(browser: Browser, own: int, missing: str) -> None:
    page = browser.post(f"/glossary/{own}/terms", **{**FORM, "version": "0", missing: " "})

    assert page.status_code == 422
    assert "Please write the" in page.text


def test_a_term_is_edited_and_the_edit_is_taken_back(browser: Browser, own: int) -> None:
    browser.post(f"/glossary/{own}/save/monthly-round", **FORM)
    edited = browser.get(f"/glossary/{own}/terms/monthly-round").text
    undo = browser.post(f"/glossary/{own}/undo/2")
    after = browser.get(f"/glossary/{own}/terms/monthly-round").text

    assert '<p class="term-zh" lang="zh-Hans">每月会谈' in edited
    assert "<del>月度会谈</del> <ins>每月会谈</ins>" in edited
    assert "Talks held each month." in edited
    assert "The change was taken back." in undo.text
    assert '<p class="term-zh" lang="zh-Hans">月度会谈' in after


def test_the_pages_script_gets_the_row_after_saving(browser: Browser, own: int) -> None:
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/").text)
    assert token

    answer = browser.client.post(
        f"/glossary/{own}/save/monthly-round",
        data={**FORM, "csrf_token": token[1]},
        headers={"X-Fragment": "yes"},
    )

    assert answer.status_code == 200
    assert "每月会谈" in answer.text
    assert "<html" not in answer.text


def test_two_teachers_do_not_overwrite_each_other(browser: Browser, own: int) -> None:
    browser.post(f"/glossary/{own}/save/monthly-round", **FORM, note="First.")

    late = browser.post(f"/glossary/{own}/save/monthly-round", **{**FORM, "rendering": "月月谈"})

    assert late.status_code == 409
    assert "Somebody else changed this term meanwhile" in late.text
    assert "每月会谈" in late.text
    assert "月月谈" in late.text
    assert "每月会谈" in browser.get(f"/glossary/{own}/terms/monthly-round").text


def test_the_merge_page_lets_one_choose_field_by_field(browser: Browser, own: int) -> None:
    browser.post(f"/glossary/{own}/save/monthly-round", **FORM, note="First.")
    mine = {"rendering": "月月谈", "note": "Second.", "version": "2", "merging": "yes"}
    picks = {"pick-rendering": "theirs", "pick-note": "mine"}

    browser.post(f"/glossary/{own}/save/monthly-round", **mine, **picks)

    page = browser.get(f"/glossary/{own}/terms/monthly-round").text
    assert '<p class="term-zh" lang="zh-Hans">每月会谈' in page
    assert "Second." in page


def test_saving_a_term_that_was_deleted_keeps_what_was_typed(browser: Browser, own: int) -> None:
    browser.post(f"/glossary/{own}/remove/monthly-round")

    page = browser.post(f"/glossary/{own}/save/monthly-round", **FORM)

    assert page.status_code == 409
    assert "This term was deleted meanwhile." in page.text
    assert 'value="每月会谈"' in page.text


def test_a_deleted_term_comes_back(browser: Browser, own: int) -> None:
    gone = browser.post(f"/glossary/{own}/remove/monthly-round").text
    undo = re.search(r'action="([^"]*/undo/\d+)"', gone)
    assert undo

    browser.post(undo[1])

    assert names(browser.get(f"/glossary/{own}").text) == ["monthly round"]


def test_many_terms_are_marked_merged_and_deleted(browser: Browser, own: int) -> None:
    browser.post(f"/glossary/{own}/terms", headword="each month’s round", rendering="每月一轮")
    both = ["monthly-round", "each-months-round"]
    path = f"/glossary/{own}/many"

    marked = browser.post(path, term=both, do="draft").text
    browser.post(path, term=both, do="category", category="talks")
    sorted_in = browser.get(f"/glossary/{own}?category=talks").text
    browser.post(path, term=both, do="merge")
    merged = browser.get(f"/glossary/{own}/terms/monthly-round").text
    browser.post(path, term=both, do="delete")

    assert "2 terms were changed." in marked
    assert len(names(sorted_in)) == 2
    assert "each month’s round" in merged
    assert "每月一轮" in merged
    assert "This glossary is empty." in browser.get(f"/glossary/{own}").text


@pytest.mark.parametrize("fields", [{}, {"term": "monthly-round"}], ids=["nothing", "no act"])
def test_an_unfinished_choice_is_refused_with_a_sentence(
    browser: Browser, own: int, fields: dict[str, str]
) -> None:
    page = browser.post(f"/glossary/{own}/many", **fields)

    assert page.status_code == 422
    assert "Please choose" in page.text


def test_conflicts_are_shown_with_links(browser: Browser, own: int) -> None:
    browser.post(f"/glossary/{own}/terms", headword="Monthly-Round", rendering="月谈")

    page = browser.get(f"/glossary/{own}/conflicts").text

    assert "1 conflict between terms" in browser.get(f"/glossary/{own}").text
    assert f"/glossary/{own}/edit/monthly-round?" in page
    assert f"/glossary/{own}/edit/monthly-round-2?" in page


def test_of_contradicting_terms_any_one_is_kept(browser: Browser, own: int) -> None:
    browser.post(f"/glossary/{own}/terms", headword="Monthly-Round", rendering="月谈")
    fields = {"term": "monthly-round-2", "other": "monthly-round", "do": "merge"}

    browser.post(f"/glossary/{own}/many", **fields)

    page = browser.get(f"/glossary/{own}/terms/monthly-round-2").text
    assert '<p class="term-zh" lang="zh-Hans">月谈' in page
    assert "月度会谈" in page
    assert names(browser.get(f"/glossary/{own}").text) == ["Monthly-Round"]


def test_a_new_term_that_a_glossary_has_already_is_named(browser: Browser, own: int) -> None:
    page = browser.get(f"/glossary/{own}/new?headword=Monthly-Rounds").text
    same = browser.get(f"/glossary/{own}/new?headword=Monthly-Round").text

    assert "This English is in a glossary already:" not in page
    assert "This English is in a glossary already:" in same
    assert f"/glossary/{own}/edit/monthly-round" in same


def test_a_change_that_takes_long_says_that_it_goes_on(app: Flask) -> None:
    with app.test_request_context():
        said = effect_words(Effect(articles=(1,), pending=900))

    assert said == "900 sentences are being checked in the background."
