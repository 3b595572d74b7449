"""Fetch a big file from the internet: told how far it is, resumed, and verified."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import httpx

from reader.errors import FetchError, ModelRefused

MAX_BYTES = 1_000_000_000
Progress = Callable[[int, int], None]
"""Is told the bytes that are here, and those in all (0 where unknown)."""

_SECONDS = 30.0  # of silence after which the other side is taken to be away
_OFFLINE = (
    "The model cannot be downloaded: {host} does not answer. Download it on a computer with "
    "internet, carry the file here, and install it with `duizhao models install FILE`."
)


def silent(done: int, total: int) -> None:
    """Tell nobody how far a download is."""
    del done, total


def connect() -> httpx.Client:
    """Return a client that follows redirects and does not wait for ever. Close it after use."""
    return httpx.Client(follow_redirects=True, timeout=_SECONDS)


def read(client: httpx.Client, url: str) -> str:
    """Return the text at an address. Raises FetchError."""
    try:
        answer = client.get(url)
        answer.raise_for_status()
        return answer.text
    except httpx.HTTPError as error:
        raise FetchError(_OFFLINE, host=httpx.URL(url).host) from error


def resume(client: httpx.Client, url: str, part: Path, progress: Progress = silent) -> None:
    """Write what is at an address to the file *part*, going on after what it holds already.

    Raises FetchError, and ModelRefused for more than `MAX_BYTES`; *part* stays, to go on later.
    """
    done = part.stat().st_size if part.exists() else 0
    # Compressed on the way, the bytes would be other ones than those that are counted.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={done}-"} if done else {})
    try:
        with client.stream("GET", url, headers=headers) as answer:
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                return  # all of it is here already
            answer.raise_for_status()
            if answer.status_code != httpx.codes.PARTIAL_CONTENT:
                done = 0
            total = done + int(answer.headers.get("Content-Length", 0))
            with part.open("ab" if done else "wb") as written:
                for chunk in answer.iter_bytes():
                    written.write(chunk)
                    done += len(chunk)
                    if done > MAX_BYTES:
                        raise ModelRefused("The download is too big to be a translation model.")
                    progress(done, total)
                written.flush()
                os.fsync(written.fileno())
    except httpx.HTTPError as error:
        raise FetchError(_OFFLINE, host=httpx.URL(url).host) from error


def verify(part: Path, size: int, sha256: str) -> None:
    """Compare a file with its size in bytes and SHA-256.

    Raises ModelRefused for another one, and removes it: going on with it cannot help.
    """
    with part.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if part.stat().st_size != size or found != sha256:
        part.unlink()
        raise ModelRefused(
            "The download is not the file that it should be. Please try again in a while."
        )
