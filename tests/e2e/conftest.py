"""A real server process and a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.e2e.world import World, open_world

ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHORT = """Students and history

Students discuss history and science. The environment is important for society.

People hope for cooperation, and they met on Monday.
"""


# Playwright's loop is one a thread, and other modules here start their own: so one a module.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory, dictionary_file: Path) -> Iterator[World]:
    """A server with the sample article translated by the engine that needs no model."""
    with open_world(tmp_path_factory.mktemp("library") / "data", dictionary_file) as opened:
        yield opened


@pytest.fixture(scope="session")
def translated(world: World) -> str:
    """The address of a translated article of four sentences without glossary terms."""
    number = world.add(SHORT)
    world.translate(number)
    return f"/articles/{number}"


@pytest.fixture
def context(chromium: Browser, world: World) -> Iterator[BrowserContext]:
    """A fresh browser profile at desktop size."""
    opened = chromium.new_context(
        base_url=world.address, viewport={"width": 1280, "height": 800}, locale="en-GB"
    )
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, world: World) -> Iterator[Page]:
    """A page; at the end, its console must be clean and no request may have left the host."""
    opened = context.new_page()
    wrong: list[str] = []
    own = urlsplit(world.address).netloc
    opened.on("console", lambda message: _note(wrong, message.type, message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda sent: _same_host(wrong, sent.url, own))
    yield opened
    assert wrong == []


def _note(wrong: list[str], kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        wrong.append(text)


def _same_host(wrong: list[str], url: str, own: str) -> None:
    if urlsplit(url).scheme in {"http", "https", "ws", "wss"} and urlsplit(url).netloc != own:
        wrong.append(f"asked another host: {url}")


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A folder for files of one test."""
    return tmp_path
