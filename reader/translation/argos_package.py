"""Open an installed Argos package without the side effects of importing argostranslate."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.errors import ModelMissing, ModelRefused

_SETTINGS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")
_import_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Piece:
    """A subword and the characters of the text that it stands for, end exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArgosPackage:
    """An installed package: a folder with `metadata.json`, `model/` and a tokenizer.

    `processor` is the SentencePiece processor, None where the package uses BPE; then there are
    no character offsets, and so no word links.
    """

    folder: Path
    version: str
    target_prefix: str
    tokenizer: Any
    processor: Any

    def encode(self, text: str) -> list[Piece]:
        """Return the subwords of an English *text*, with offsets where they are known."""
        if self.processor is None:
            return [Piece(piece, 0, 0) for piece in self.tokenizer.encode(text)]
        found = self.processor.encode(text, return_type="offset_mapping")
        return [
            Piece(piece, start, end)
            for piece, (start, end) in zip(found["pieces"], found["offsets"], strict=True)
        ]

    def decode(self, pieces: Sequence[str]) -> tuple[str, list[Piece]]:
        """Return the Chinese text of *pieces*, and the pieces with their offsets in it."""
        kept = list(pieces)
        if self.target_prefix and kept[:1] == [self.target_prefix]:
            kept = kept[1:]
        text = self.tokenizer.decode(kept)
        shift = len(text) - len(text.lstrip())
        text = text.strip()
        if self.processor is None:
            return text, [Piece(piece, 0, 0) for piece in kept]
        # A character may take several byte pieces: the last one of them gets it.
        ends = [
            min(len(text), max(0, len(self._written(kept[:size])) - shift))
            for size in range(1, len(kept) + 1)
        ]
        starts = [0, *ends][: len(kept)]
        return text, [Piece(*piece) for piece in zip(kept, starts, ends, strict=True)]

    def _written(self, pieces: Sequence[str]) -> str:
        return str(self.tokenizer.decode(pieces)).rstrip("\ufffd")


def open_package(folder: Path) -> ArgosPackage:
    """Open the package in *folder*.

    Raises ModelMissing where nothing is there and ModelRefused where it is not an English to
    Chinese package.
    """
    if not folder.is_dir():
        raise ModelMissing("The Argos model is not installed.")
    try:
        package = _package_class(folder.parent)(folder)
    except (OSError, ValueError, AttributeError) as error:
        raise ModelRefused("This is not an Argos package: metadata.json is broken.") from error
    if (package.from_code, package.to_code) != ("en", "zh"):
        raise ModelRefused("This model does not translate from English to Chinese.")
    if not hasattr(package, "tokenizer"):
        raise ModelRefused("This Argos package has no tokenizer.")
    return ArgosPackage(
        folder=folder,
        version=str(package.package_version),
        target_prefix=package.target_prefix,
        tokenizer=package.tokenizer,
        processor=_processor(package.tokenizer),
    )


def read_metadata(text: str) -> dict[str, Any]:
    """Return the metadata of an en→zh package from its JSON. Raises ModelRefused."""
    try:
        metadata = json.loads(text)
    except ValueError as error:
        raise ModelRefused("This is not an Argos package: metadata.json is broken.") from error
    if not isinstance(metadata, dict):
        raise ModelRefused("This is not an Argos package: metadata.json is broken.")
    if (metadata.get("from_code"), metadata.get("to_code")) != ("en", "zh"):
        raise ModelRefused("This model does not translate from English to Chinese.")
    return metadata


def _processor(tokenizer: Any) -> Any:
    if not hasattr(tokenizer, "lazy_processor"):
        return None
    try:
        return tokenizer.lazy_processor()
    except (OSError, RuntimeError) as error:
        raise ModelRefused("The tokenizer of this Argos package is broken.") from error


def argos_index(home: Path) -> str:
    """Return the address of argostranslate's package index."""
    return str(_argostranslate("settings", home).remote_package_index)


def _package_class(home: Path) -> Any:
    return _argostranslate("package", home).Package


def _argostranslate(module: str, home: Path) -> Any:
    """Import argostranslate with its folders under *home*: it makes them when it is imported."""
    name = f"argostranslate.{module}"
    with _import_lock:
        if name not in sys.modules:
            with _environment(home / ".argos"):
                import_module(name)
        return sys.modules[name]


@contextmanager
def _environment(home: Path) -> Iterator[None]:
    """Set argostranslate's folders for the length of its import; leave no trace of it."""
    before = dict(os.environ)
    os.environ.update({name: str(home / name.split("_")[1].lower()) for name in _SETTINGS})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
