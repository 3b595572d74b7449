"""What tests of a teacher's pages do with one sentence."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.test import TestResponse

from reader.store import segments
from reader.store.records import Row
from reader.toolbox import Toolbox
from tests.unit.web.conftest import Browser


def row_of(tools: Toolbox, article: int, position: int = 1) -> Row:
    with tools.database.reading() as session:
        return segments.rows(session, article)[position]


def address(tools: Toolbox, article: int, position: int = 1) -> str:
    return f"/articles/{article}/sentences/{row_of(tools, article, position).id}"


def version_on(page: TestResponse) -> str:
    found = re.search(r'name="version" value="(\w+)"', page.text)
    assert found
    return found[1]


def save(browser: Browser, path: str, target: str, **fields: Any) -> TestResponse:
    fields = {"version": version_on(browser.get(path)), "tidy": "yes", **fields}
    return browser.post(f"{path}/save", target=target, **fields)
