"""Which names this server answers to: a guard against DNS rebinding.

A page on the internet can make its own name point at this machine and then read the library
through the reader's browser. It cannot make the browser send another Host header, so names that
anybody can register are refused. An address in numbers is safe: no name was looked up.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, request

from reader.web.errors import WrongHost


def answers_to(host: str, own_names: frozenset[str]) -> bool:
    """Whether a Host header names this server.

    Loopback names, `.local` names (RFC 6762: never in public DNS), addresses in numbers and
    `own_names` (lower case) do.

    >>> [answers_to(host, frozenset()) for host in ("localhost:8421", "[::1]", "evil.example")]
    [True, True, False]
    """
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    if name in own_names or name == "localhost" or name.endswith((".localhost", ".local")):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def host_guard(configured: str) -> Callable[[], None]:
    """A `before_request` function that refuses requests for another server's name.

    Raises `WrongHost`.
    """
    own_names = frozenset(name.lower() for name in (configured, socket.gethostname()) if name)

    def check() -> None:
        if not answers_to(request.headers.get("Host", ""), own_names):
            raise WrongHost("This address does not belong to this library.")

    return check


def install(app: Flask, configured: str) -> None:
    """Refuse requests for other names before anything else looks at them."""
    app.before_request(host_guard(configured))
