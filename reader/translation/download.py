"""Fetch models from the internet, where there is one."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx

from reader.errors import FetchError, ModelRefused
from reader.translation.argos_package import argos_index

# (version, size in bytes, SHA-256) of the packages that we know
KNOWN_ARGOS = {
    "1.9": (70_743_021, "433e7c4f034d87fbe2353161e05f18646d7999452f801a4e1f0378522b9850ab"),
}
MAX_BYTES = 1_000_000_000
Progress = Callable[[int, int], None]
_OFFLINE = (
    "The model cannot be downloaded: {host} does not answer. Download it on a computer with "
    "internet, carry the file here, and install it with `duizhao models install FILE`."
)


def silent(done: int, total: int) -> None:
    """Tell nobody how far a download is."""
    del done, total


def download_argos(
    folder: Path,
    *,
    index: str = "",
    progress: Progress = silent,
    known: Mapping[str, tuple[int, str]] = KNOWN_ARGOS,
) -> Path:
    """Download the newest en→zh package of an Argos *index* into *folder*; return the file.

    *index* is the address of its JSON, "" for argostranslate's own.

    An interrupted download goes on where it stopped. *progress* gets bytes done and in all (0
    where unknown). Raises FetchError, and ModelRefused where the file is not what it should be.
    """
    with httpx.Client(follow_redirects=True, timeout=30) as client:
        package = _newest(_get_json(client, index or argos_index(folder)))
        version = str(package["package_version"])
        size, sha256 = known.get(version, (0, ""))
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"translate-en_zh-{version}.argosmodel.part"
        _resume(client, _link(package), part, progress)
    target = part.with_suffix("")
    _check(part, size, sha256)
    part.replace(target)
    return target


def download_firefox(folder: Path) -> Path:
    """Download Mozilla's en→zh model into *folder*, verified; return the folder of its files.

    Raises FetchError.
    """
    from fxtranslate import discovery

    try:
        records = discovery.fetch_records_body()
        pairs = discovery.model_pairs(records)
        target = next((code for code in ("zh-Hans", "zh") if ("en", code) in pairs), "zh")
        discovery.add_models("en", target, cache_dir=str(folder))
    except (ValueError, OSError) as error:
        raise FetchError(_OFFLINE, host="Mozilla's model service") from error
    return folder / f"en-{target}"


def _get_json(client: httpx.Client, url: str) -> list[dict[str, Any]]:
    try:
        answer = client.get(url)
        answer.raise_for_status()
        content = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise FetchError(_OFFLINE, host=httpx.URL(url).host) from error
    if not isinstance(content, list):
        raise FetchError("The list of Argos packages cannot be read.")
    return content


def _newest(packages: list[dict[str, Any]]) -> dict[str, Any]:
    wanted = [
        package
        for package in packages
        if (package.get("from_code"), package.get("to_code")) == ("en", "zh")
    ]
    if not wanted:
        raise FetchError("The list of Argos packages has no English to Chinese one.")
    return max(wanted, key=lambda package: _version(str(package.get("package_version", ""))))


def _version(text: str) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in text.split(".")]


def _link(package: dict[str, Any]) -> str:
    links = [link for link in package.get("links", []) if str(link).startswith("http")]
    if not links:
        raise FetchError("The list of Argos packages names no place to download from.")
    return str(links[0])


def _resume(client: httpx.Client, url: str, part: Path, progress: Progress) -> None:
    done = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={done}-"} if done else {}
    try:
        with client.stream("GET", url, headers=headers) as answer:
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                return  # all of it is here already
            answer.raise_for_status()
            if answer.status_code != httpx.codes.PARTIAL_CONTENT:
                done = 0
            total = done + int(answer.headers.get("Content-Length", 0))
            with part.open("ab" if done else "wb") as written:
                for chunk in answer.iter_bytes(1 << 16):
                    written.write(chunk)
                    done += len(chunk)
                    if done > MAX_BYTES:
                        raise ModelRefused("The download is too big to be a translation model.")
                    progress(done, total)
                written.flush()
                os.fsync(written.fileno())
    except httpx.HTTPError as error:
        raise FetchError(_OFFLINE, host=httpx.URL(url).host) from error


def _check(part: Path, size: int, sha256: str) -> None:
    """Compare with what is known; a wrong file is removed, as going on with it cannot help."""
    if not sha256:
        return
    with part.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if part.stat().st_size != size or found != sha256:
        part.unlink()
        raise ModelRefused(
            "The download is not the file that it should be. Please try again in a while."
        )
