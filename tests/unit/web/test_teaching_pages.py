"""A teacher's page of one sentence: saving, approving, older versions, the machine again."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from reader.store import segments
from reader.toolbox import Toolbox
from reader.translation import tmx
from reader.translation.memory import Unit
from reader.translation.segment import Origin, Status
from tests.unit.web.conftest import Browser, translate_at_once
from tests.unit.web.sentences import address, row_of, save, version_on


def test_the_page_shows_both_languages_and_its_neighbours(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    page = browser.get(address(tools, translated))

    row = row_of(tools, translated)
    assert " met on Monday." in page.text
    assert row.segment.target in page.text
    assert "Sentence 2 of 4" in page.text
    assert address(tools, translated, 0) in page.text
    assert address(tools, translated, 2) in page.text


def test_the_reading_page_leads_to_each_sentence(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    links = re.findall(r'href="(/sentences/\d+)"', browser.get(f"/articles/{translated}").text)

    page = browser.get(links[1], follow_redirects=True)

    assert len(links) == 4
    assert "Sentence 2 of 4" in page.text


def test_saving_makes_a_draft_and_says_so(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    page = save(browser, address(tools, translated), "官员们周一会面,很久.")

    made = row_of(tools, translated).segment
    assert (made.target, made.origin, made.status) == (
        "官员们周一会面，很久。", Origin.PERSON, Status.DRAFT,
    )  # fmt: skip
    assert "Saved as a draft." in page.text
    assert "What it said before" in page.text


def test_the_punctuation_stays_where_the_box_is_not_ticked(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    path = address(tools, translated)
    version = version_on(browser.get(path))

    page = browser.post(f"{path}/save", target="会面,很久.", version=version)

    assert row_of(tools, translated).segment.target == "会面,很久."
    assert not re.search(r'name="tidy" value="yes" checked', page.text)


def test_approving_goes_on_to_the_next_doubtful_one(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    save(browser, address(tools, translated, 3), "不像。")

    page = save(browser, address(tools, translated), "中国官员周一会面。", do="approve-next")

    assert row_of(tools, translated).segment.status is Status.APPROVED
    assert page.request.path == address(tools, translated, 3)


def test_two_tabs_at_one_sentence_both_keep_their_text(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    path = address(tools, translated)
    version = version_on(browser.get(path))
    browser.post(f"{path}/save", target="第一页写的。", version=version)

    clash = browser.post(f"{path}/save", target="第二页写的。", version=version)

    assert clash.status_code == 409
    assert "Somebody else changed this sentence meanwhile." in clash.text
    assert ">\n第二页写的。</textarea>" in clash.text
    assert "第一页写的。" in clash.text
    assert row_of(tools, translated).segment.target == "第一页写的。"
    browser.post(f"{path}/save", target="第二页写的。", version=version_on(clash))
    assert row_of(tools, translated).segment.target == "第二页写的。"


@pytest.mark.parametrize("act", ["approve", "take-back", "again"])
def test_every_act_on_a_changed_sentence_is_a_conflict(
    browser: Browser, tools: Toolbox, translated: int, act: str
) -> None:
    path = address(tools, translated)
    version = version_on(browser.get(path))
    save(browser, path, "别的。", do="approve")

    answer = browser.post(f"{path}/{act}", version=version, sure="yes")

    assert answer.status_code == 409
    assert row_of(tools, translated).segment.target == "别的。"


def test_an_empty_field_is_refused_and_the_sentence_stays(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    before = row_of(tools, translated)

    page = save(browser, address(tools, translated), "  ")

    assert page.status_code == 422
    assert "Please write the Chinese of the sentence." in page.text
    assert row_of(tools, translated) == before


def test_markup_that_a_person_writes_is_shown_as_text(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    page = save(browser, address(tools, translated), "</textarea><b>会面</b>", tidy="")

    assert "<b>会面" not in page.text


def test_an_older_version_is_brought_back(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    path, before = address(tools, translated), row_of(tools, translated).segment.target
    page = save(browser, path, "别的。")
    action = re.search(r'action="([^"]+/bring-back/\d+)"', page.text)
    assert action

    browser.post(action[1], version=version_on(page))

    made = row_of(tools, translated).segment
    assert (made.target, made.origin) == (before, Origin.MACHINE)


def test_the_reviewed_version_can_be_put_into_the_field(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    row = row_of(tools, translated)
    with tools.database.writing() as session:
        segments.set_reviewed(session, row.id, "审校过的句子。")

    page = browser.get(f"{address(tools, translated)}?use=reviewed")

    assert ">\n审校过的句子。</textarea>" in page.text
    assert "This version is not saved yet." in page.text
    assert row_of(tools, translated).segment == row.segment


def test_near_sentences_of_the_memory_are_shown_with_the_difference(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    file = tmx.write([Unit("Officials from China met on Friday.", "中国官员周五会面。")])
    browser.post("/memory/import", file=(BytesIO(file), "own.tmx"))

    page = browser.get(address(tools, translated))
    used = browser.get(f"{address(tools, translated)}?use=memory-0")

    assert "<del>Friday</del><ins>Monday</ins>" in page.text
    assert ">\n中国官员周五会面。</textarea>" in used.text


def test_a_version_that_is_not_there_is_a_404(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    for use in ("reviewed", "memory-7", "memory-x", "no"):
        assert browser.get(f"{address(tools, translated)}?use={use}").status_code == 404


def test_a_sentence_under_another_article_is_a_404(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    number = row_of(tools, translated).id

    assert browser.get(f"/articles/99/sentences/{number}").status_code == 404
    assert browser.get("/sentences/999").status_code == 404


def test_the_machine_asks_before_it_replaces_a_person(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    translate_at_once(tools)
    path = address(tools, translated)
    machine = row_of(tools, translated).segment.target
    save(browser, path, "人写的。")
    version = version_on(browser.get(path))

    asked = browser.post(f"{path}/again", version=version)
    still = row_of(tools, translated).segment.target
    browser.post(f"{path}/again", version=version, sure="yes")

    assert "Translate again by machine?" in asked.text
    assert still == "人写的。"
    assert row_of(tools, translated).segment.target == machine
