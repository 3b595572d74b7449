"""Facts put into words."""

from __future__ import annotations

import pytest
from flask import Flask

from reader.services.reading import Progress
from reader.web.present import minutes, progress_words, source_name, web_address
from reader.web.reading.words import placeholder, term_anchor


@pytest.mark.parametrize(
    ("address", "name"),
    [
        pytest.param("https://www.bbc.co.uk/news/1", "bbc.co.uk", id="host without www"),
        pytest.param("HTTP://Example.org", "example.org", id="case"),
        pytest.param("folder/paper.docx", "paper.docx", id="file name"),
        pytest.param("C:\\Users\\me\\paper.docx", "paper.docx", id="Windows path"),
        pytest.param("", "Pasted", id="pasted"),
        pytest.param("http://[broken", "http://[broken", id="not an address"),
    ],
)
def test_the_source_is_named_shortly(app: Flask, address: str, name: str) -> None:
    with app.test_request_context():
        assert source_name(address) == name


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc", "a"])
def test_only_web_addresses_become_links(address: str) -> None:
    assert web_address(address) == ""


@pytest.mark.parametrize(("words", "wanted"), [(0, 1), (160, 1), (1013, 6)])
def test_minutes_are_those_of_a_learner(words: int, wanted: int) -> None:
    assert minutes(words) == wanted


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "12 of 41 sentences"),
        (3, "12 of 41 sentences, a few seconds left"),
        (17.2, "12 of 41 sentences, about 20 seconds left"),
        (58, "12 of 41 sentences, about 1 minute left"),
        (170, "12 of 41 sentences, about 3 minutes left"),
    ],
)
def test_progress_is_said_in_round_words(app: Flask, seconds: float | None, said: str) -> None:
    with app.test_request_context():
        assert progress_words(Progress(12, 41, seconds)) == said


def test_second_tries_are_told_when_all_first_drafts_are_there(app: Flask) -> None:
    with app.test_request_context():
        said = progress_words(Progress(41, 41, 0, doubtful=2))

    assert said == "2 doubtful sentences are translated once more"


def test_progress_speaks_chinese(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "zh"}):
        assert progress_words(Progress(12, 41, 17)) == "已译 12 句，共 41 句，大约还要 20 秒"


def test_the_placeholder_is_about_as_long_as_the_chinese_will_be() -> None:
    english = "Officials from both sides met on Monday and agreed to meet again in June."
    assert 20 <= len(placeholder(english)) <= 30


def test_a_term_has_an_anchor_that_an_address_can_hold() -> None:
    assert term_anchor('1:win-win "co-operation"') == "term-1-win-win-co-operation-"
