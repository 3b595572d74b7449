"""The web application over a real library in a scratch folder, with the engine without a model."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from werkzeug.test import TestResponse

from reader.articles import article_from_text
from reader.chinese.words import Words
from reader.queue import DirectQueue
from reader.services import library, terms, translating
from reader.toolbox import Toolbox, for_tests
from reader.web import create_app

PAGE = """We use cookies. Accept all cookies

Talks resume in Geneva

By Ann Author

Officials from China met on Monday. They agreed to meet again.

The next round will be held in <b>June</b> & July.
"""


@dataclass(frozen=True)
class Browser:
    """A client that fills in forms as a browser does, with the page's own token."""

    client: FlaskClient

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, buffered=True, **options)

    def post(self, path: str, follow: bool = True, **fields: Any) -> TestResponse:
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.get("/").text)
        assert token
        data = {"csrf_token": token[1], **fields}
        return self.client.post(path, data=data, follow_redirects=follow)


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory, words: Words) -> Path:
    """A folder with libraries to start from: `empty`, and `translated` with one article."""
    folder = tmp_path_factory.mktemp("libraries")
    for name in ("empty", "translated"):
        built = for_tests(folder / name, words)
        terms.renew_shipped(built)
        if name == "translated":
            translate(built, library.add_article(built, article_from_text(PAGE)).article_id)
        built.database.close()
    return folder


@pytest.fixture
def tools(
    tmp_path: Path, libraries: Path, words: Words, request: pytest.FixtureRequest
) -> Iterator[Toolbox]:
    """A toolbox whose library is that of the test's own fixtures: made once, copied here."""
    start = "translated" if "translated" in request.fixturenames else "empty"
    shutil.copy(libraries / start / "library.sqlite3", tmp_path)
    built = for_tests(tmp_path, words)
    yield built
    built.database.close()


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """The templates in compiled form, which every test's application shares."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(tools: Toolbox, compiled: BytecodeCache) -> Flask:
    app = create_app(tools)
    app.jinja_env.bytecode_cache = compiled
    return app


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app.test_client())


@pytest.fixture
def article(tools: Toolbox) -> int:
    """The number of an article that is not translated yet."""
    return library.add_article(tools, article_from_text(PAGE)).article_id


@pytest.fixture
def translated(tools: Toolbox) -> int:
    """The number of an article that is translated."""
    (card,) = library.list_articles(tools)
    return card.id


def translate(tools: Toolbox, article_id: int) -> None:
    """Translate all that waits in an article."""
    while translating.translate_some(tools, article_id, "test").more:
        pass


def translate_at_once(tools: Toolbox) -> None:
    """From now on, asking for a translation is getting it."""
    assert isinstance(tools.queue, DirectQueue)
    tools.queue.handler = lambda article_id: translate(tools, article_id)
