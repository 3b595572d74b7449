"""Fetch Mozilla's en→zh model from its model service, where there is internet.

The service is Remote Settings: a list of records, each with the place, the size and the SHA-256
of a compressed file, and the place of the files in the answer at the service's root. `fxtranslate`
knows the list and which models its engine can run; it downloads too, but tells nothing meanwhile
and begins anew after an interruption, so that the transfer is done here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import FetchError, ModelRefused
from reader.translation.firefox import MODEL_FILE, VOCABULARY_FILES
from reader.translation.transfer import Progress, connect, read, resume, silent, verify

_TARGETS = ("zh-Hans", "zh")
_ARCHITECTURES = ("base-memory", "base", "tiny")  # best first
_SHORTLIST = "lex.50.50.enzh.s2t.bin"
_NAMES = {
    "model": (MODEL_FILE,),
    "srcvocab": VOCABULARY_FILES[:1],
    "trgvocab": VOCABULARY_FILES[1:],
    "vocab": VOCABULARY_FILES,
    "lex": (_SHORTLIST,),
}
_ZSTANDARD = b"\x28\xb5\x2f\xfd"


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the model as the service has it: `size` and `sha256` are of its compressed form."""

    names: tuple[str, ...]
    url: str
    size: int
    sha256: str
    unpacked_sha256: str


def download_firefox(folder: Path, *, records: str = "", progress: Progress = silent) -> Path:
    """Download Mozilla's newest en→zh model into *folder*; return the folder of its files.

    *records* is the address of the service's list, "" for the library's own. An interrupted
    download goes on where it stopped. Raises FetchError, and ModelRefused where a file is not
    what it should be.
    """
    from fxtranslate import discovery

    done = folder / "model"
    done.mkdir(parents=True, exist_ok=True)
    with connect() as client:
        address = records or discovery.records_url()
        listed = read(client, address)
        root = address.partition("/v1/")[0] + "/v1/"
        files = _files(listed, _place(read(client, root)))
        total = sum(file.size for file in files)
        before = 0
        for file in files:
            part = folder / f"{file.sha256}.part"
            resume(client, file.url, part, _of_all(progress, before, total))
            verify(part, file.size, file.sha256)
            before += file.size
            content = _unpacked(part.read_bytes(), file)
            for name in file.names:
                (done / name).write_bytes(content)
    return done


def _of_all(progress: Progress, before: int, total: int) -> Progress:
    """Return what tells the progress of one file as that of all."""
    return lambda here, _size: progress(before + here, total)


def _place(answer: str) -> str:
    """Return where the files of a Remote Settings server are."""
    try:
        place = str(json.loads(answer)["capabilities"]["attachments"]["base_url"])
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError("The list of Firefox models cannot be read.") from error
    return place if place.endswith("/") else f"{place}/"


def _files(listed: str, place: str) -> list[_File]:
    try:
        return [_file(record, place) for record in _newest(json.loads(listed)["data"])]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FetchError("The list of Firefox models cannot be read.") from error


def _file(record: dict[str, Any], place: str) -> _File:
    attached = record["attachment"]
    return _File(
        names=_NAMES[record["fileType"]],
        url=place + str(attached["location"]).lstrip("/"),
        size=int(attached["size"]),
        sha256=str(attached["hash"]),
        unpacked_sha256=str(record.get("decompressedHash") or ""),
    )


def _newest(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records of the newest model that this engine can run, the best of its version."""
    models: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for record in records:
        if record.get("sourceLanguage") == "en" and record.get("fileType") in _NAMES:
            key = (record["targetLanguage"], record["version"], record.get("architecture") or "")
            models.setdefault(key, []).append(record)
    usable = [key for key, files in models.items() if key[0] in _TARGETS and _runs(key, files)]
    if not usable:
        raise FetchError("Mozilla's model service has no English to Chinese model.")
    return models[max(usable, key=_worth)]


def _runs(key: tuple[str, str, str], files: list[dict[str, Any]]) -> bool:
    """Say whether the library would offer this model, and its files are all there."""
    from fxtranslate import discovery

    kinds = {file["fileType"] for file in files}
    whole = "model" in kinds and (kinds >= {"srcvocab", "trgvocab"} or "vocab" in kinds)
    return whole and ("en", key[0]) in discovery.model_pairs(json.dumps({"data": files}))


def _worth(key: tuple[str, str, str]) -> tuple[list[int], int, int]:
    target, version, architecture = key
    rank = _ARCHITECTURES.index(architecture) if architecture in _ARCHITECTURES else 9
    numbers = [int(part) if part.isdigit() else 0 for part in version.split(".")]
    return numbers, -rank, -_TARGETS.index(target)


def _unpacked(content: bytes, file: _File) -> bytes:
    from fxtranslate import discovery

    if not content.startswith(_ZSTANDARD):
        return content
    try:
        return discovery.verify_and_decompress(content, file.unpacked_sha256 or None)
    except ValueError as error:
        raise ModelRefused("The file {name} is broken.", name=file.names[0]) from error
