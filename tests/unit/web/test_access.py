"""Every changing request passes one gate."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from reader.errors import NotAllowed
from reader.toolbox import Toolbox
from reader.web import create_app
from reader.web.access import NEEDS, SAFE, Role, check
from tests.unit.web.conftest import Browser


def changing(app: Flask) -> set[str]:
    return {rule.endpoint for rule in app.url_map.iter_rules() if (rule.methods or set()) - SAFE}


def test_every_route_that_changes_something_is_in_the_table(app: Flask) -> None:
    assert changing(app) == set(NEEDS)


def test_no_address_both_reads_and_changes(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        methods = (rule.methods or set()) - {"HEAD", "OPTIONS"}
        assert len(methods) == 1, rule


def test_a_reader_is_refused_wherever_a_teacher_is_needed(tools: Toolbox) -> None:
    app = create_app(tools, who=lambda: Role.READER)
    browser = Browser(app.test_client())
    refused = 0

    for rule in app.url_map.iter_rules():
        if NEEDS.get(rule.endpoint) is Role.TEACHER:
            path = re.sub(r"<[^>]*>", "1", rule.rule)
            page = browser.post(path)
            assert page.status_code == 403, rule
            assert "Only a teacher can do this." in page.text
            refused += 1

    assert refused >= 5


def test_a_route_that_the_table_does_not_know_is_refused_to_all() -> None:
    with pytest.raises(NotAllowed):
        check("library.a_new_route", Role.TEACHER)
