"""Models come from a server that may be slow, away, or wrong, and leave nothing behind."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from reader.errors import FetchError, ModelRefused
from reader.translation.download import download_argos
from reader.translation.firefox import MODEL_FILE, VOCABULARY_FILES
from reader.translation.firefox_download import download_firefox
from reader.translation.models import ModelStore
from tests.small_models import METADATA

NOWHERE = "http://127.0.0.1:1/v1/index.json"
FIREFOX = {"model": b"the model", "srcvocab": b"English", "trgvocab": b"Chinese", "lex": b"words"}


class Site:
    """A server of files by path, which knows ranges, and notes which were asked for."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.ranges: list[str] = []
        self.breaks_at: dict[str, int] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.files.get(self.path)
                if body is None:
                    self.send_error(404)
                    return
                start = 0
                if wanted := self.headers.get("Range"):
                    site.ranges.append(wanted)
                    start = int(wanted.removeprefix("bytes=").removesuffix("-"))
                if 0 < len(body) <= start:
                    self.send_error(416)
                    return
                self.send_response(206 if start else 200)
                self.send_header("Content-Length", str(len(body) - start))
                self.end_headers()
                self.wfile.write(body[start : site.breaks_at.pop(self.path, len(body))])

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        return Handler

    def give_argos(self, package: bytes) -> str:
        """Offer an Argos package; the address of its index."""
        link = f"{self.address}/package"
        self.files["/package"] = package
        self.files["/index.json"] = json.dumps([{**METADATA, "links": [link]}]).encode()
        return f"{self.address}/index.json"

    def give_firefox(self, version: str = "3.1", **changed: Any) -> str:
        """Offer a Firefox model, its files compressed; the address of its records."""
        records = self.records(version)
        for record in records:
            record["attachment"] |= changed
        self.files["/v1/records"] = json.dumps({"data": records}).encode()
        place = {"capabilities": {"attachments": {"base_url": f"{self.address}/files/"}}}
        self.files["/v1/"] = json.dumps(place).encode()
        return f"{self.address}/v1/records"

    def records(self, version: str) -> list[dict[str, Any]]:
        """The records of a model whose files are in place."""
        made = []
        for kind, content in FIREFOX.items():
            packed = compressed(content)
            self.files[f"/files/{version}/{kind}"] = packed
            made.append(
                {
                    "name": f"{kind}.enzh.bin",
                    "fileType": kind,
                    "sourceLanguage": "en",
                    "targetLanguage": "zh-Hans",
                    "version": version,
                    "architecture": "base-memory",
                    "decompressedHash": hashlib.sha256(content).hexdigest(),
                    "attachment": {
                        "hash": hashlib.sha256(packed).hexdigest(),
                        "size": len(packed),
                        "location": f"{version}/{kind}",
                        "filename": f"{kind}.zst",
                    },
                }
            )
        return made


def compressed(content: bytes) -> bytes:
    """Up to 255 bytes as a Zstandard frame of one raw block (RFC 8878)."""
    header = (1 | len(content) << 3).to_bytes(3, "little")
    return b"\x28\xb5\x2f\xfd" + bytes([0x20, len(content)]) + header + content


def left_behind(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


def test_an_argos_package_is_downloaded_with_progress_and_installed(
    store: ModelStore, site: Site, argosmodel: Path, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    content = argosmodel.read_bytes()

    model = store.download(
        "argos", index=site.give_argos(content), progress=lambda *at: seen.append(at)
    )

    assert model.key == "argos"
    assert seen[-1] == (len(content), len(content))
    assert left_behind(tmp_path / "models" / ".downloads") == []


def test_an_interrupted_download_goes_on_where_it_stopped(
    site: Site, argosmodel: Path, tmp_path: Path
) -> None:
    content = argosmodel.read_bytes()
    (tmp_path / "translate-en_zh-0.1.argosmodel.part").write_bytes(content[:1000])

    path = download_argos(tmp_path, index=site.give_argos(content))

    assert site.ranges == ["bytes=1000-"]
    assert path.read_bytes() == content


def test_a_known_package_must_have_its_size_and_sha256(
    site: Site, argosmodel: Path, tmp_path: Path
) -> None:
    content = argosmodel.read_bytes()
    index = site.give_argos(content)
    good = {"0.1": (len(content), hashlib.sha256(content).hexdigest())}

    assert download_argos(tmp_path / "good", index=index, known=good).is_file()
    with pytest.raises(ModelRefused):
        download_argos(tmp_path / "bad", index=index, known={"0.1": (1, "0" * 64)})
    assert left_behind(tmp_path / "bad") == []


def test_an_index_that_is_a_page_for_people_is_told(site: Site, tmp_path: Path) -> None:
    site.files["/index.json"] = b"<html>Please sign in to the wifi</html>"

    with pytest.raises(FetchError, match="cannot be read"):
        download_argos(tmp_path, index=f"{site.address}/index.json")


@pytest.mark.parametrize("kind", ["argos", "firefox"])
def test_without_a_network_the_message_says_what_to_do(store: ModelStore, kind: str) -> None:
    with pytest.raises(FetchError, match="duizhao models install"):
        store.download(kind, index=NOWHERE)


def test_the_files_of_a_firefox_model_come_unpacked_under_our_names(
    site: Site, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []

    files = download_firefox(
        tmp_path, records=site.give_firefox(), progress=lambda *at: seen.append(at)
    )

    total = sum(len(compressed(content)) for content in FIREFOX.values())
    assert (files / MODEL_FILE).read_bytes() == b"the model"
    assert [(files / name).read_bytes() for name in VOCABULARY_FILES] == [b"English", b"Chinese"]
    assert len(list(files.glob("lex*.bin"))) == 1
    assert seen[-1] == (total, total)
    assert seen == sorted(seen)


def test_a_firefox_download_that_broke_off_goes_on_with_the_file_it_was_at(
    site: Site, tmp_path: Path
) -> None:
    records = site.give_firefox()
    site.breaks_at["/files/3.1/trgvocab"] = 10

    with pytest.raises(FetchError):
        download_firefox(tmp_path, records=records)
    files = download_firefox(tmp_path, records=records)

    assert "bytes=10-" in site.ranges
    assert (files / VOCABULARY_FILES[1]).read_bytes() == b"Chinese"


@pytest.mark.parametrize("changed", [{"hash": "0" * 64}, {"size": 1}], ids=["hash", "size"])
def test_a_firefox_file_that_is_another_one_is_refused_and_gone(
    site: Site, tmp_path: Path, changed: dict[str, Any]
) -> None:
    with pytest.raises(ModelRefused, match="not the file"):
        download_firefox(tmp_path, records=site.give_firefox(**changed))

    assert left_behind(tmp_path) == []


def test_the_newest_firefox_model_that_the_engine_runs_is_taken(site: Site, tmp_path: Path) -> None:
    address = site.give_firefox()
    site.files["/v1/records"] = json.dumps(
        {"data": [*site.records("3.9"), *site.records("3.10"), *site.records("99.0")]}
    ).encode()

    download_firefox(tmp_path, records=address)

    asked = hashlib.sha256(site.files["/files/3.10/model"]).hexdigest()
    assert asked in {path.stem for path in tmp_path.glob("*.part")}


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b'{"data": [{"sourceLanguage": "en"}]}'])
def test_records_that_are_none_are_told(site: Site, tmp_path: Path, answer: bytes) -> None:
    address = site.give_firefox()
    site.files["/v1/records"] = answer

    with pytest.raises(FetchError):
        download_firefox(tmp_path, records=address)


def test_a_downloaded_model_that_the_library_refuses_leaves_nothing_behind(
    store: ModelStore, site: Site, tmp_path: Path
) -> None:
    with pytest.raises(ModelRefused, match="broken"):
        store.download("firefox", index=site.give_firefox())

    assert left_behind(tmp_path / "models") == []
    assert [model.key for model in store.list()] == ["builtin"]
