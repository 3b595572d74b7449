"""Smaller answers: text is sent gzipped to browsers that take it."""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Flask, Response, request

from reader.web import assets

SMALLEST = 700
LEVEL = 5
TYPES = frozenset(
    {"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml", "text/plain"}
)


def install(app: Flask) -> None:
    """Compress text answers of more than `SMALLEST` bytes."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if response.mimetype not in TYPES or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    wanted = request.accept_encodings.quality("gzip") > 0
    if not wanted or response.status_code != 200 or request.method == "HEAD":
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) < SMALLEST:
        return response
    static = request.endpoint in assets.ENDPOINTS
    response.set_data(_static(body) if static else gzip.compress(body, LEVEL, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    etag, _ = response.get_etag()
    if etag:
        response.set_etag(etag, weak=True)
    return response


@lru_cache(maxsize=64)
def _static(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)
