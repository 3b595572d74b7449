"""Which models are here, and the engine for each."""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ModelMissing, ModelRefused, NotFound
from reader.translation.argos import ArgosEngine
from reader.translation.base_model import ADAPTER, assembled
from reader.translation.chat import SLOTS, ChatEngine
from reader.translation.download import download_argos
from reader.translation.engine import Engine
from reader.translation.fake import FakeEngine
from reader.translation.firefox import FirefoxEngine
from reader.translation.firefox_download import download_firefox
from reader.translation.gguf import builtin_engine
from reader.translation.install import (
    install_argos,
    install_firefox,
    kind_of,
    read_note,
    sha256,
    write_note,
)
from reader.translation.llama import Llama
from reader.translation.transfer import Progress, silent

BUILTIN = "builtin"
CAREFUL = "builtin-careful"  # not offered in a list: it takes six times as long
_BEST_FIRST = ("firefox", "argos", BUILTIN)
_CHAT_CONTEXT = 2048  # tokens for one sentence with its terms, twice


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model that can be used. `kind` is builtin, argos, firefox or gguf; `size` is in bytes."""

    key: str
    name: str
    kind: str
    size: int
    path: Path


class ModelStore:
    """The models in *folder*: one folder each, its name being the key.

    Engines are made once and kept, so that all users of a key share one loaded model. Safe to
    use from several threads.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._engines: dict[str, Engine] = {}
        self._lock = threading.RLock()

    def list(self) -> list[InstalledModel]:
        """Return the installed models, the built-in one last."""
        found = [
            self._installed(path)
            for path in sorted(self._folder.glob("*/model.json"))
            if not path.parent.name.startswith(".")
        ]
        size = ADAPTER.stat().st_size
        builtin = self._builtin()
        return [*found, InstalledModel(BUILTIN, builtin.name, BUILTIN, size, ADAPTER)]

    def install(self, path: Path) -> InstalledModel:
        """Install an `.argosmodel` file, a Firefox model (folder or zip) or a GGUF.

        A model of the same kind is replaced. Raises ModelRefused, and leaves nothing behind.
        """
        kind = kind_of(path)
        if kind == "gguf":
            return self.add(path)
        install = install_argos if kind == "argos" else install_firefox
        with self._lock:
            install(path, self._folder / kind)
            self._forget(kind)
            return self._installed(self._folder / kind / "model.json")

    def add(self, path: Path) -> InstalledModel:
        """Register a GGUF of the person's own. The file stays where it is.

        Raises ModelRefused where llama.cpp cannot load it.
        """
        path = path.expanduser().absolute()
        if kind_of(path) != "gguf":
            raise ModelRefused("{name} is not a GGUF file.", name=path.name)
        Llama(path, slots=1, context=256)
        key = f"gguf-{re.sub(r'[^a-z0-9.]+', '-', path.stem.lower()).strip('-.')}"
        with self._lock:
            self._forget(key)
            folder = self._folder / key
            folder.mkdir(parents=True, exist_ok=True)
            status = path.stat()
            write_note(folder, "gguf", path.stem, path=str(path), size=status.st_size)
            return self._installed(folder / "model.json")

    def download(
        self,
        kind: str,
        *,
        index: str = "",
        progress: Progress = silent,
    ) -> InstalledModel:
        """Download and install the model of *kind*, argos or firefox.

        *index* is the address of the list of models, "" for the usual one. An interrupted
        download goes on where it stopped; a finished one leaves nothing but the model.

        Raises FetchError where there is no internet, ModelRefused for a wrong file, NotFound for
        another kind.
        """
        folder = self._folder / ".downloads" / kind
        if kind == "argos":
            files = download_argos(folder, index=index, progress=progress)
        elif kind == "firefox":
            files = download_firefox(folder, records=index, progress=progress)
        else:
            raise NotFound("There is no model called {key} to download.", key=kind)
        try:
            return self.install(files)
        finally:
            shutil.rmtree(folder)

    def remove(self, key: str) -> None:
        """Remove an installed model; a GGUF of the person's own stays on the disk.

        Raises NotFound, and ModelRefused for the built-in model.
        """
        if key == BUILTIN:
            raise ModelRefused("The built-in model cannot be removed.")
        with self._lock:
            self._model(key)
            self._forget(key)
            shutil.rmtree(self._folder / key)
            if self.preferred() == key:
                self.use("")

    def verify(self, key: str) -> None:
        """Check that the files of a model are those that were installed.

        Raises NotFound for an unknown key and ModelRefused for a model that has changed.
        """
        model = self._model(key)
        if model.kind == BUILTIN:
            assembled(self._folder / ".base")
            return
        note = read_note(self._folder / key)
        if model.kind == "gguf" and (
            not model.path.is_file() or model.path.stat().st_size != note.get("size")
        ):
            raise ModelRefused("The file {path} is gone or has changed.", path=model.path)
        for name, digest in note.get("sha256", {}).items():
            path = self._folder / key / name
            if not path.is_file() or sha256(path) != digest:
                raise ModelRefused("The file {path} is gone or has changed.", path=name)

    def use(self, key: str) -> None:
        """Prefer this model from now on; "" for the best that is installed. Raises NotFound."""
        if key:
            self._model(key)
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".preferred.{os.getpid()}.part"
        part.write_text(json.dumps({"preferred": key}), "utf-8")
        part.replace(self._folder / "preferred.json")

    def preferred(self) -> str:
        """Return the key of the preferred model, "" where there is none."""
        try:
            content = json.loads((self._folder / "preferred.json").read_text("utf-8"))
            return str(content["preferred"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def engine(self, key: str) -> Engine:
        """Return the engine of that key; its model is loaded when it first translates.

        Raises ModelMissing for an engine whose model is not installed and NotFound for a key
        that means nothing.
        """
        with self._lock:
            if key not in self._engines:
                self._engines[key] = self._make(key)
            return self._engines[key]

    def best(self) -> Engine:
        """Return the preferred engine, else the best of those that are installed."""
        installed = {model.key for model in self.list()}
        choice = next(key for key in (self.preferred(), *_BEST_FIRST) if key in installed)
        return self.engine(choice)

    def another(self, key: str) -> Engine | None:
        """Return the best installed engine but that of *key*, None where there is no other."""
        installed = {model.key for model in self.list()} - {key}
        choice = next((other for other in _BEST_FIRST if other in installed), None)
        return None if choice is None else self.engine(choice)

    def close(self) -> None:
        """Free the memory of every loaded model; the next translation loads its own again."""
        with self._lock:
            for engine in self._engines.values():
                engine.close()

    def _make(self, key: str) -> Engine:
        makers: dict[str, Callable[[Path], Engine]] = {
            "argos": ArgosEngine,
            "firefox": FirefoxEngine,
        }
        if key == BUILTIN:
            return self._builtin()
        if key == CAREFUL:
            return self._builtin(samples=5)
        if key == FakeEngine.key:
            return FakeEngine()
        note = read_note(self._folder / key) if re.fullmatch(r"[\w.-]+", key) else {}
        if key in makers and note:
            return makers[key](self._folder / key)
        if key in makers:
            raise ModelMissing("The {key} model is not installed.", key=key)
        if note.get("kind") == "gguf":
            path = Path(str(note["path"]))
            return ChatEngine(
                lambda: Llama(path, slots=SLOTS, context=_CHAT_CONTEXT),
                key=key,
                name=str(note["name"]),
            )
        raise NotFound("There is no translation engine called {key}.", key=key)

    def _builtin(self, samples: int = 0) -> Engine:
        return builtin_engine(lambda: assembled(self._folder / ".base"), ADAPTER, samples=samples)

    def _installed(self, note_path: Path) -> InstalledModel:
        folder = note_path.parent
        note = read_note(folder)
        path = Path(str(note.get("path", folder)))
        size = int(note.get("size", 0)) or sum(
            file.stat().st_size for file in folder.rglob("*") if file.is_file()
        )
        return InstalledModel(
            folder.name, str(note.get("name", "")), str(note.get("kind", "")), size, path
        )

    def _model(self, key: str) -> InstalledModel:
        for model in self.list():
            if model.key == key:
                return model
        raise NotFound("There is no model called {key}.", key=key)

    def _forget(self, key: str) -> None:
        engine = self._engines.pop(key, None)
        if engine is not None:
            engine.close()
