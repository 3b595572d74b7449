"""Install a model from a file that a person gives: checked, tried, then moved in at once."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.errors import EngineError, ModelRefused
from reader.translation.archives import member_names, unpack
from reader.translation.argos import ArgosEngine
from reader.translation.argos_package import read_metadata
from reader.translation.engine import Engine, Request
from reader.translation.firefox import (
    MODEL_FILE,
    SHORTLIST_PATTERN,
    VOCABULARY_FILES,
    FirefoxEngine,
)

NOTE = "model.json"
_TRIAL = Request("The two sides held talks in Geneva on Monday.")
_GGUF_MAGIC = b"GGUF"
_COMPRESSED = ("", ".gz", ".zst")


def kind_of(path: Path) -> str:
    """Return what engine the file or folder at *path* is for: argos, firefox or gguf.

    Raises ModelRefused where it is none of them.
    """
    if path.is_dir():
        names = [entry.name for entry in path.rglob("*")]
    elif path.is_file():
        with path.open("rb") as opened:
            if opened.read(4) == _GGUF_MAGIC:
                return "gguf"
        names = [name.rpartition("/")[2] for name in member_names(path)]
    else:
        raise ModelRefused("There is no file {path}.", path=path)
    if any(f"{MODEL_FILE}{ending}" in names for ending in _COMPRESSED):
        return "firefox"
    if "metadata.json" in names:
        return "argos"
    raise ModelRefused(
        "{name} is not a translation model: it is neither an .argosmodel package, nor a "
        "Firefox model, nor a GGUF.",
        name=path.name,
    )


def install_argos(source: Path, folder: Path) -> None:
    """Install the `.argosmodel` file *source* as *folder*. Raises ModelRefused."""
    with _beside(folder) as work:
        unpack(source, work / "archive")
        roots = sorted(
            (work / "archive").glob("**/metadata.json"), key=lambda path: len(path.parts)
        )
        if not roots:
            raise ModelRefused("This Argos package has no metadata.json.")
        root = roots[0].parent
        metadata = read_metadata(roots[0].read_text("utf-8", errors="replace"))
        _try(ArgosEngine(root))
        version = str(metadata.get("package_version", ""))
        write_note(root, "argos", f"Argos en→zh {version}".rstrip())
        _move_in(root, folder)


def install_firefox(source: Path, folder: Path) -> None:
    """Install a Firefox model from the folder or zip file *source* as *folder*.

    Files may be compressed as Mozilla serves them (`.gz`, `.zst`). Raises ModelRefused.
    """
    with _beside(folder) as work:
        files = source
        if source.is_file():
            files = work / "archive"
            unpack(source, files)
        root = work / "model"
        root.mkdir()
        _collect_firefox(files, root)
        _try(FirefoxEngine(root))
        write_note(root, "firefox", FirefoxEngine.name)
        _move_in(root, folder)


def write_note(folder: Path, kind: str, name: str, **more: object) -> None:
    """Write `model.json`: the model's kind, name and the SHA-256 of its files."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NOTE)
    digests = {path.relative_to(folder).as_posix(): sha256(path) for path in files}
    note = {"kind": kind, "name": name, "sha256": digests, **more}
    (folder / NOTE).write_text(json.dumps(note, ensure_ascii=False, indent=1), "utf-8")


def read_note(folder: Path) -> dict[str, Any]:
    """Return the content of `model.json`, {} where there is none that can be read."""
    try:
        note = json.loads((folder / NOTE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give a folder to work in on the same disk as *folder*, gone afterwards."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".installing-", dir=folder.parent) as work:
        yield Path(work)


def _move_in(root: Path, folder: Path) -> None:
    """Put *root* in the place of *folder* by renaming, so that no half model is ever there."""
    old = root.parent / "replaced"
    if folder.exists():
        folder.rename(old)
    try:
        root.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


def _try(engine: Engine) -> None:
    """Translate one sentence. Raises ModelRefused where that does not work."""
    try:
        drafts = list(engine.translate([_TRIAL]))
    except EngineError as error:
        raise ModelRefused("The model does not translate: {reason}", reason=error) from error
    finally:
        engine.close()
    if not drafts or not drafts[0].text.strip():
        raise ModelRefused("The model does not translate: it gave an empty answer.")


def _collect_firefox(files: Path, root: Path) -> None:
    """Copy the model files found anywhere under *files* to *root*, uncompressed."""
    patterns = (MODEL_FILE, *VOCABULARY_FILES, SHORTLIST_PATTERN)
    for pattern in patterns:
        found = next(
            (path for ending in _COMPRESSED for path in sorted(files.rglob(pattern + ending))), None
        )
        if found is not None:
            name = found.name.removesuffix(".gz").removesuffix(".zst")
            _copy_uncompressed(found, root / name)
        elif pattern != SHORTLIST_PATTERN:
            raise ModelRefused("The Firefox model has no file {name}.", name=pattern)


def _copy_uncompressed(source: Path, target: Path) -> None:
    try:
        if source.suffix == ".zst":
            from fxtranslate import discovery

            target.write_bytes(discovery.verify_and_decompress(source.read_bytes()))
        elif source.suffix == ".gz":
            with gzip.open(source) as opened, target.open("wb") as written:
                shutil.copyfileobj(opened, written)
        else:
            shutil.copyfile(source, target)
    except (ValueError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ModelRefused("The file {name} is broken.", name=source.name) from error
