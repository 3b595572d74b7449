"""Static files and compression."""

from __future__ import annotations

import gzip
import re

from tests.unit.web.conftest import Browser


def stylesheet(browser: Browser) -> str:
    found = re.search(r'href="(/static/[^"]+base\.css)"', browser.get("/").text)
    assert found
    return found[1]


def test_static_files_are_kept_for_good_under_an_address_with_their_hash(browser: Browser) -> None:
    answer = browser.get(stylesheet(browser))

    assert re.match(r"/static/[0-9a-f]{8}/css/base\.css", stylesheet(browser))
    assert "immutable" in answer.headers["Cache-Control"]


def test_pages_are_small_on_the_wire(browser: Browser, translated: int) -> None:
    path = f"/articles/{translated}"

    answer = browser.get(path, headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert "Talks resume" in gzip.decompress(answer.data).decode()


def test_styles_are_small_on_the_wire(browser: Browser) -> None:
    path = stylesheet(browser)

    plain = browser.get(path).data
    packed = browser.get(path, headers={"Accept-Encoding": "gzip"}).data

    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain) / 2


def test_a_browser_without_gzip_gets_plain_text(browser: Browser) -> None:
    answer = browser.get("/", headers={"Accept-Encoding": "gzip;q=0"})

    assert "Content-Encoding" not in answer.headers


def test_a_page_asks_no_other_host_for_anything(browser: Browser, translated: int) -> None:
    for path in ("/", f"/articles/{translated}"):
        for address in re.findall(r'(?:src|href|action)="([^"]*)"', browser.get(path).text):
            assert address.startswith(("/", "#")), address
