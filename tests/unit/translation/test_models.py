from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.errors import FetchError, ModelMissing, ModelRefused, NotFound
from reader.translation.download import download_argos
from reader.translation.engine import Request
from reader.translation.fake import FakeEngine
from reader.translation.models import ModelStore
from tests.small_models import METADATA, build_argosmodel


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


def left_behind(store_folder: Path) -> list[str]:
    """The names in the folder of the store, if there is one."""
    return sorted(path.name for path in store_folder.glob("*"))


def test_a_fresh_store_has_the_built_in_model_only(store: ModelStore) -> None:
    assert [model.key for model in store.list()] == ["builtin"]
    assert store.best().key == "builtin"


def test_an_installed_package_is_listed_preferred_to_the_built_in_and_works(
    store: ModelStore, argosmodel: Path
) -> None:
    model = store.install(argosmodel)

    assert (model.key, model.name) == ("argos", "Argos en→zh 0.1")
    assert [found.key for found in store.list()] == ["argos", "builtin"]
    assert store.best() is store.engine("argos")
    assert next(store.best().translate([Request("The talks ended.")])).text


def test_the_preferred_model_wins_and_is_remembered(
    store: ModelStore, argosmodel: Path, tmp_path: Path
) -> None:
    store.install(argosmodel)

    store.use("builtin")

    assert ModelStore(tmp_path / "models").best().key == "builtin"


def test_a_removed_model_is_gone_and_no_longer_preferred(
    store: ModelStore, argosmodel: Path
) -> None:
    store.install(argosmodel)
    store.use("argos")

    store.remove("argos")

    assert store.best().key == "builtin"
    with pytest.raises(ModelMissing):
        store.engine("argos")


def test_installing_again_replaces_the_model(
    store: ModelStore, argosmodel: Path, tmp_path: Path
) -> None:
    store.install(argosmodel)
    newer = build_argosmodel(
        tmp_path / "newer.argosmodel", metadata={**METADATA, "package_version": "0.2"}
    )

    store.install(newer)

    assert [model.name for model in store.list()][:1] == ["Argos en→zh 0.2"]
    assert left_behind(tmp_path / "models") == ["argos"]


@pytest.mark.parametrize("damage", ["languages", "no metadata", "no tokenizer", "text", "escape"])
def test_a_bad_package_is_refused_and_leaves_nothing_behind(
    store: ModelStore, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "bad.argosmodel"
    if damage == "languages":
        build_argosmodel(path, metadata={**METADATA, "to_code": "de"})
    elif damage == "escape":
        build_argosmodel(path, extra={"../escaped": b"x"})
    elif damage == "text":
        path.write_text("hello")
    else:
        _without(path, "metadata.json" if damage == "no metadata" else "sentencepiece.model")

    with pytest.raises(ModelRefused):
        store.install(path)

    assert left_behind(tmp_path / "models") == []
    assert not (tmp_path / "escaped").exists()


def test_a_changed_file_is_found(store: ModelStore, argosmodel: Path, tmp_path: Path) -> None:
    store.install(argosmodel)
    store.verify("argos")

    (tmp_path / "models" / "argos" / "sentencepiece.model").write_bytes(b"changed")

    with pytest.raises(ModelRefused, match=r"sentencepiece\.model"):
        store.verify("argos")


def test_keys_that_mean_nothing_are_not_found(store: ModelStore) -> None:
    for key in ("nothing", "../argos", ""):
        with pytest.raises(NotFound):
            store.engine(key)
    with pytest.raises(NotFound):
        store.use("argos")
    with pytest.raises(ModelRefused):
        store.remove("builtin")


def test_the_fake_engine_can_be_asked_for(store: ModelStore) -> None:
    assert isinstance(store.engine("fake"), FakeEngine)


def test_a_file_that_is_no_gguf_is_refused(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_text("hello")

    with pytest.raises(ModelRefused):
        store.add(tmp_path / "model.gguf")


class Site:
    """A server of an index and a package, which notes what is asked of it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.ranges: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = site.content
                if self.path == "/index.json":
                    link = f"{site.address}/package"
                    body = json.dumps([{**METADATA, "links": [link]}]).encode()
                start = 0
                if wanted := self.headers.get("Range"):
                    site.ranges.append(wanted)
                    start = int(wanted.removeprefix("bytes=").removesuffix("-"))
                self.send_response(206 if start else 200)
                self.send_header("Content-Length", str(len(body) - start))
                self.end_headers()
                self.wfile.write(body[start:])

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        return Handler


@pytest.fixture
def site(argosmodel: Path) -> Iterator[Site]:
    made = Site(argosmodel.read_bytes())
    thread = threading.Thread(target=made.server.serve_forever)
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


def test_a_package_is_downloaded_with_progress_and_installed(
    store: ModelStore, site: Site, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []

    model = store.download(
        "argos", index=f"{site.address}/index.json", progress=lambda *at: seen.append(at)
    )

    assert model.key == "argos"
    assert seen[-1] == (len(site.content), len(site.content))
    assert list((tmp_path / "models" / ".downloads").iterdir()) == []


def test_an_interrupted_download_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    (tmp_path / "translate-en_zh-0.1.argosmodel.part").write_bytes(site.content[:1000])

    path = download_argos(tmp_path, index=f"{site.address}/index.json")

    assert site.ranges == ["bytes=1000-"]
    assert path.read_bytes() == site.content


def test_a_known_package_must_have_its_size_and_sha256(site: Site, tmp_path: Path) -> None:
    index = f"{site.address}/index.json"
    good = {"0.1": (len(site.content), hashlib.sha256(site.content).hexdigest())}

    assert download_argos(tmp_path / "good", index=index, known=good).is_file()
    with pytest.raises(ModelRefused):
        download_argos(tmp_path / "bad", index=index, known={"0.1": (1, "0" * 64)})
    assert left_behind(tmp_path / "bad") == []


def test_without_a_network_the_message_says_what_to_do(store: ModelStore, site: Site) -> None:
    with pytest.raises(FetchError, match="duizhao models install"):
        store.download("argos", index="http://127.0.0.1:1/index.json")


@pytest.mark.model
def test_a_gguf_of_ones_own_is_registered_where_it_lies_and_stays_when_removed(
    store: ModelStore, base_model: Path
) -> None:
    model = store.add(base_model)

    assert (model.kind, model.path) == ("gguf", base_model)
    assert model.key in {found.key for found in store.list()}
    store.verify(model.key)
    engine = store.engine(model.key)
    assert len(list(engine.translate([Request("Hello.")]))) == 1
    engine.close()
    store.remove(model.key)
    assert base_model.is_file()


def _without(path: Path, name: str) -> None:
    """Build a package that lacks one file."""
    import zipfile

    whole = build_argosmodel(path.with_suffix(".whole"))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            if not member.filename.endswith(f"/{name}"):
                target.writestr(member, source.read(member))


def test_the_careful_engine_has_its_own_key(tmp_path: Path) -> None:
    assert ModelStore(tmp_path).engine("builtin-careful").key == "builtin-careful"
