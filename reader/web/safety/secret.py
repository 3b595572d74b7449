"""The key that signs cookies and form tokens."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from filelock import FileLock

NAME = "secret.key"


def secret_key(folder: Path) -> bytes:
    """The 32 random bytes of this library, made at the first start, for its owner's eyes only.

    Several processes may start at once: all get the same key. It is written beside its place
    and then moved there, so that no one ever reads half of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    with FileLock(folder / f".{NAME}.lock"):
        if not path.exists():
            _write(path, secrets.token_bytes(32))
        return path.read_bytes()


def _write(path: Path, key: bytes) -> None:
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
    draft.replace(path)
