"""Headers, host names, cookies, the secret key."""

from __future__ import annotations

import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from reader.toolbox import Toolbox
from reader.web import create_app
from reader.web.safety.headers import HEADERS
from reader.web.safety.hosts import answers_to
from reader.web.safety.secret import secret_key
from reader.web.site import local
from tests.unit.web.conftest import Browser


@pytest.mark.parametrize("path", ["/", "/articles/1", "/articles/99", "/nowhere"])
def test_every_answer_carries_the_safety_headers(
    browser: Browser, translated: int, path: str
) -> None:
    headers = browser.get(path).headers

    for name, value in HEADERS.items():
        assert headers[name] == value


def test_the_policy_forbids_inline_code_and_other_hosts() -> None:
    policy = HEADERS["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_cookie_is_kept_from_scripts_and_other_sites(browser: Browser) -> None:
    cookie = browser.get("/").headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        pytest.param("localhost:8421", True, id="loopback name"),
        pytest.param("LOCALHOST", True, id="case does not matter"),
        pytest.param("127.0.0.1:8421", True, id="loopback address"),
        pytest.param("[::1]:8421", True, id="IPv6"),
        pytest.param("192.168.1.20:8421", True, id="address in the school network"),
        pytest.param("laptop.local", True, id="name in the local network"),
        pytest.param("teacher-laptop", True, id="own name"),
        pytest.param("evil.example", False, id="name of the internet"),
        pytest.param("127.0.0.1.evil.example", False, id="looks like an address"),
        pytest.param("localhost.evil.example", False, id="looks like localhost"),
        pytest.param("local", False, id="not under .local"),
        pytest.param("", False, id="none"),
        pytest.param("[::1", False, id="broken"),
        pytest.param("a@localhost", True, id="a user part changes nothing"),
        pytest.param("localhost@evil.example", False, id="the host stands behind the @"),
    ],
)
def test_only_own_names_are_answered(host: str, ours: bool) -> None:
    assert answers_to(host, frozenset({"teacher-laptop"})) is ours


def test_a_rebound_name_gets_no_page(browser: Browser, translated: int) -> None:
    page = browser.get(f"/articles/{translated}", headers={"Host": "evil.example"})

    assert page.status_code == 421
    assert "Geneva" not in page.text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_the_secret_key(tmp_path: Path) -> None:
    secret_key(tmp_path / "new")

    mode = (tmp_path / "new" / "secret.key").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_processes_that_start_together_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 16))

    assert len(keys) == 1
    assert len(keys.pop()) == 32


def test_the_key_survives_a_restart(tools: Toolbox) -> None:
    assert create_app(tools).secret_key == create_app(tools).secret_key


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("/articles/3?x=1", "/articles/3?x=1"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=1", "/"),
        ("", "/"),
    ],
)
def test_going_back_never_leaves_this_server(app: Flask, address: str, wanted: str) -> None:
    with app.test_request_context():
        assert local(address) == wanted


def test_reading_changes_nothing(browser: Browser, tools: Toolbox, article: int) -> None:
    before = (tools.settings.data / "library.sqlite3").read_bytes()

    for path in ("/", f"/articles/{article}", f"/articles/{article}/changes", "/?q=x"):
        assert browser.get(path).status_code == 200

    assert (tools.settings.data / "library.sqlite3").read_bytes() == before
