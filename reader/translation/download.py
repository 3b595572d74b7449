"""Fetch the Argos package from the internet, where there is one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.errors import FetchError
from reader.translation.argos_package import argos_index
from reader.translation.transfer import Progress, connect, read, resume, silent, verify

# (version, size in bytes, SHA-256) of the packages that we know
KNOWN_ARGOS = {
    "1.9": (70_743_021, "433e7c4f034d87fbe2353161e05f18646d7999452f801a4e1f0378522b9850ab"),
}


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
    with connect() as client:
        package = _newest(_packages(read(client, index or argos_index(folder))))
        version = str(package["package_version"])
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"translate-en_zh-{version}.argosmodel.part"
        resume(client, _link(package), part, progress)
    if version in known:
        verify(part, *known[version])
    return part.replace(part.with_suffix(""))


def _packages(text: str) -> list[dict[str, Any]]:
    try:
        content = json.loads(text)
    except ValueError:
        content = None
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
