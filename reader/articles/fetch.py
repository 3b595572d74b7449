"""Fetch a page that a person names, without letting the address reach into the local network.

Each host is resolved once, every address it has is checked, and the connection goes to the very
address that was checked, so a name that changes between the two cannot slip through (DNS
rebinding). Redirects are followed by hand and checked in the same way.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import AddressRefused, EmptyInput, FetchError, InputTooLarge

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a page is read: bytes, seconds in all (name lookup included), redirects."""

    size: int = 10 * 1024 * 1024
    seconds: float = 20.0
    redirects: int = 5


LIMITS = Limits()
Page = tuple[bytes, str, str]

_LATE = "The page did not answer in time."
_AGENT = "Mozilla/5.0 (compatible; Duizhao)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the open internet.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        # NAT64 (RFC 6052) carries an IPv4 address in its last 32 bits.
        if parsed in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def fetch(
    url: str,
    is_public: Callable[[str], bool] = is_public,
    limits: Limits = LIMITS,
    tls: ssl.SSLContext | None = None,
) -> tuple[bytes, str, str]:
    """Return the bytes, the content type and the final address of a page.

    `is_public` decides which IP addresses may be connected to; `tls` says which certificates are
    trusted, None for the usual ones. Raises `AddressRefused`, `FetchError`, `EmptyInput`, and
    `InputTooLarge` over the limit of size.
    """
    # A name lookup cannot be given a time limit, so the whole work runs beside us and is left
    # behind when its time is over; its own limits end it soon after.
    answers: queue.SimpleQueue[Page | Exception] = queue.SimpleQueue()
    asking = _Asking(is_public, limits, tls, time.monotonic() + limits.seconds)
    threading.Thread(target=_answer, args=(answers, asking, url), daemon=True).start()
    try:
        answer = answers.get(timeout=limits.seconds)
    except queue.Empty as error:
        raise FetchError(_LATE) from error
    if isinstance(answer, Exception):
        raise answer
    return answer


@dataclass(frozen=True, slots=True)
class _Asking:
    """What one fetch may do, and until when (seconds of the monotonic clock)."""

    is_public: Callable[[str], bool]
    limits: Limits
    tls: ssl.SSLContext | None
    deadline: float


def _answer(answers: queue.SimpleQueue[Page | Exception], asking: _Asking, url: str) -> None:
    """Put the page, or the error, into the queue: errors cross from one thread to the other."""
    try:
        answers.put(_follow(asking, url))
    except Exception as error:  # noqa: BLE001
        answers.put(error)


def _follow(asking: _Asking, url: str) -> Page:
    import httpx

    verify = asking.tls if asking.tls is not None else True
    try:
        with httpx.Client(trust_env=False, follow_redirects=False, verify=verify) as client:
            for _ in range(asking.limits.redirects + 1):
                data, content_type, moved = _get(client, url, asking)
                if not moved:
                    return data, content_type, url
                url = str(httpx.URL(url).join(moved))
    except httpx.TimeoutException as error:
        raise FetchError(_LATE) from error
    except httpx.InvalidURL as error:
        raise AddressRefused("This is not an address that can be opened.") from error
    except httpx.HTTPError as error:
        raise FetchError("The page cannot be reached. Is this computer online?") from error
    raise FetchError("The page sends us from address to address without end.")


def _get(client: httpx.Client, url: str, asking: _Asking) -> Page:
    """Ask one address once; the third value is where it sends us, "" where it answers."""
    import httpx

    parsed = _checked_url(url)
    address = _checked_address(parsed, asking.is_public)
    left = asking.deadline - time.monotonic()
    if left <= 0:
        raise FetchError(_LATE)
    request = client.build_request(
        "GET",
        parsed.copy_with(host=address, fragment=None),
        headers={"Host": parsed.netloc.decode("ascii"), "User-Agent": _AGENT},
        timeout=httpx.Timeout(min(left, 10.0)),
        extensions={"sni_hostname": parsed.raw_host.decode("ascii")},
    )
    response = client.send(request, stream=True)
    try:
        if response.status_code in _REDIRECTS and response.headers.get("location"):
            return b"", "", response.headers["location"]
        if response.status_code != 200:
            raise FetchError(
                "The page cannot be opened: its server answers {status}.",
                status=response.status_code,
            )
        return _body(response, asking), response.headers.get("content-type", ""), ""
    finally:
        response.close()


def _checked_url(url: str) -> httpx.URL:
    import httpx

    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise AddressRefused("This is not an address that can be opened.") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise AddressRefused("Only addresses that begin with http:// or https:// can be opened.")
    if parsed.userinfo:
        raise AddressRefused("An address with a name and a password in it is not opened.")
    return parsed


def _checked_address(url: httpx.URL, is_public: Callable[[str], bool]) -> str:
    """Return the IP address to connect to; every address of the host must be public."""
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("There is no server of this name, or this computer is offline.") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise AddressRefused("This address leads into a private network, so it is not opened.")
    # Where both are offered, IPv4 is the one that works in more networks.
    return min(addresses, key=lambda address: ":" in address)


def _body(response: httpx.Response, asking: _Asking) -> bytes:
    """Read the answer piece by piece, and stop at the limit of size or time."""
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > asking.limits.size:
            raise InputTooLarge(
                "The page is too large: {limit} MB is the limit.", limit=asking.limits.size // 2**20
            )
        if time.monotonic() > asking.deadline:
            raise FetchError(_LATE)
        pieces.append(piece)
    if not size:
        raise EmptyInput("The page is empty.")
    return b"".join(pieces)
