"""Fetching: only public addresses, only http, and within limits of size and redirects."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.articles import article_from_url
from reader.articles.fetch import Limits, fetch, is_public
from reader.errors import AddressRefused, EmptyInput, FetchError, InputTooLarge

TLS = Path(__file__).parent / "tls"
ARTICLE = """<html><head><title>A deal at last | The Site</title></head><body><nav>Home</nav>
<h1>A deal at last</h1><p class="byline">By Jane Doe</p><p>The two ministers signed the deal on
Friday, after nine days and nights of talks.</p></body></html>"""
LIMITS = Limits(size=400_000, seconds=5.0)


class Pages(BaseHTTPRequestHandler):
    """A small site with a page, a loop of redirects, an error and an endless stream."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.answer(302, b"", location="/page")
        elif self.path == "/loop":
            self.answer(302, b"", location="/loop")
        elif self.path == "/inside":
            self.answer(302, b"", location="http://169.254.169.254/latest")
        elif self.path == "/file":
            self.answer(302, b"", location="file:///etc/passwd")
        elif self.path == "/gone":
            self.answer(404, b"")
        elif self.path == "/empty":
            self.answer(200, b"")
        elif self.path == "/article":
            self.answer(200, ARTICLE.encode())
        elif self.path == "/slow":
            self.server.release.wait(5.0)  # type: ignore[attr-defined]
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            for _ in range(LIMITS.size // 65536 + 20):
                try:
                    self.wfile.write(b"a" * 65536)
                except OSError:
                    return
        else:
            self.answer(200, f"<p>{self.headers['Host']}</p>".encode())

    def answer(self, status: int, body: bytes, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the test's output quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.release = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.release.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


def local(address: str) -> bool:
    return address == "127.0.0.1"


def test_a_page_comes_with_its_type_and_final_address(site: str) -> None:
    data, content_type, url = fetch(f"{site}/moved", local)

    assert data.decode() == f"<p>{site.removeprefix('http://')}</p>"
    assert content_type == "text/html; charset=utf-8"
    assert url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "error"),
    [
        pytest.param("/loop", FetchError, id="redirects-without-end"),
        pytest.param("/gone", FetchError, id="not-found"),
        pytest.param("/inside", AddressRefused, id="redirect-into-the-local-network"),
        pytest.param("/file", AddressRefused, id="redirect-to-a-file"),
        pytest.param("/empty", EmptyInput, id="empty"),
        pytest.param("/endless", InputTooLarge, id="endless"),
    ],
)
def test_a_page_that_cannot_be_used_says_why(site: str, path: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        fetch(site + path, local, LIMITS)


def test_a_server_that_is_not_there_is_a_fetch_error() -> None:
    with pytest.raises(FetchError):
        fetch("http://127.0.0.1:1/", local)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f000001/",
        "http://0177.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://10.1.2.3/",
        "http://192.168.1.1/", "http://169.254.169.254/", "http://0.0.0.0/", "http://224.0.0.1/",
        "http://[fe80::1]/", "http://[fd00::1]/", "http://100.64.0.1/", "ftp://example.com/",
        "file:///etc/passwd", "javascript:alert(1)", "http://", "", "http://a:b@93.184.216.34/",
        "http://[::1", "not an address",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        fetch(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("172.16.0.1", False),
        ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("240.0.0.1", False),
    ],
)  # fmt: skip
def test_public_addresses_are_told_from_others(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_an_article_comes_clean_from_an_address(site: str) -> None:
    article = article_from_url(f"{site}/article", lambda url: fetch(url, local, LIMITS))

    assert (article.title, article.byline) == ("A deal at last", "Jane Doe")
    assert [block.text for block in article.blocks] == [
        "The two ministers signed the deal on Friday, after nine days and nights of talks."
    ]
    assert article.address == f"{site}/article"


def test_a_server_that_does_not_answer_is_given_up_in_time(site: str) -> None:
    begun = time.monotonic()

    with pytest.raises(FetchError, match="in time"):
        fetch(f"{site}/slow", local, Limits(seconds=0.2))

    assert time.monotonic() - begun < 2.0


@pytest.fixture
def secure_site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "localhost.pem", TLS / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def loopback(address: str) -> bool:
    return address in ("127.0.0.1", "::1")


def test_a_certificate_is_checked_against_the_name_although_the_address_is_pinned(
    secure_site: str,
) -> None:
    trusting = ssl.create_default_context(cafile=str(TLS / "localhost.pem"))

    data, _, url = fetch(f"https://{secure_site}/page", loopback, LIMITS, trusting)

    assert data.decode() == f"<p>{secure_site}</p>"
    assert url == f"https://{secure_site}/page"


@pytest.mark.parametrize(
    ("host", "trusted"),
    [
        pytest.param("127.0.0.1", True, id="the certificate is for another name"),
        pytest.param("localhost", False, id="nobody vouches for the certificate"),
    ],
)
def test_a_certificate_that_does_not_fit_is_refused(
    secure_site: str, host: str, trusted: bool
) -> None:
    cafile = str(TLS / "localhost.pem") if trusted else None
    context = ssl.create_default_context(cafile=cafile)

    with pytest.raises(FetchError):
        fetch(f"https://{secure_site.replace('localhost', host)}/page", loopback, LIMITS, context)
