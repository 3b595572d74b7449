"""The glossary's pages: browsing, editing, merging, files, and the terms of an article."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from glossary import Term
from glossary.formats import read
from reader.services import glossary, term_edits
from reader.toolbox import Toolbox
from tests.unit.web.conftest import Browser, translate_at_once

TERM = Term("", "monthly round", "月度会谈", definition_en="Talks held each month.")
FORM = {"headword": "monthly round", "rendering": "每月会谈", "version": "1"}


@pytest.fixture
def own(tools: Toolbox) -> int:
    """The number of a teacher's glossary with one term."""
    number = glossary.create(tools, "Class 7").id
    term_edits.save(tools, number, TERM, 0)
    return number


def names(page: str) -> list[str]:
    return re.findall(r'class="line-en" lang="en">([^<]*)<', page)


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

    assert 'name="headword" value="Officials"' in page
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


def test_the_shipped_glossary_is_not_deleted(browser: Browser) -> None:
    page = browser.post("/glossary/1/delete")

    assert page.status_code == 422
    assert browser.get("/glossary/1").status_code == 200
