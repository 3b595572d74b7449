"""Errors become pages, each with its status."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import reader.services.library
import reader.services.translating  # noqa: F401 (so that all error classes are known)
from reader import errors
from reader.web.app import LARGEST_REQUEST
from reader.web.errors import STATUS, status_of
from tests.unit.web.conftest import Browser


def family(kind: type[errors.DuizhaoError]) -> Iterator[type[errors.DuizhaoError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


@pytest.mark.parametrize("kind", sorted(family(errors.DuizhaoError), key=lambda k: k.__name__))
def test_every_error_of_the_family_has_a_status(kind: type[errors.DuizhaoError]) -> None:
    assert kind in STATUS


def test_a_new_kind_of_error_has_the_status_of_the_one_above_it() -> None:
    class NotEvenText(errors.UnreadableFile):
        pass

    try:
        assert status_of(NotEvenText("No.")) == 422
    finally:
        # The family is walked by another test: leave no stranger in it.
        del NotEvenText
        import gc

        gc.collect()


def test_unknown_article_is_a_404_that_says_so(browser: Browser) -> None:
    page = browser.get("/articles/99")

    assert page.status_code == 404
    assert "There is no article number 99." in page.text


def test_unknown_address_is_a_404_with_a_way_back(browser: Browser) -> None:
    page = browser.get("/nowhere")

    assert page.status_code == 404
    assert 'href="/"' in page.text


def test_an_error_speaks_chinese_to_those_who_do(browser: Browser) -> None:
    page = browser.get("/articles/99", headers={"Accept-Language": "zh-CN"})

    assert "没有编号为 99 的文章。" in page.text


def test_more_than_20_mb_is_a_413_that_says_so(browser: Browser) -> None:
    page = browser.post("/articles", way="paste", text="a" * LARGEST_REQUEST)

    assert page.status_code == 413
    assert "more than 20 MB" in page.text


def test_a_form_without_its_token_changes_nothing_and_says_why(browser: Browser) -> None:
    page = browser.client.post("/articles", data={"way": "paste", "text": "A text."})

    assert page.status_code == 400
    assert "nothing was changed" in page.text


def test_an_address_opened_in_the_wrong_way_is_a_405(browser: Browser) -> None:
    assert browser.get("/articles/1/delete").status_code == 405
