"""Real server processes for tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

COMMAND = (sys.executable, "-m", "reader")


def start(
    data: Path,
    command: Sequence[str] = COMMAND,
    environment: Mapping[str, str] | None = None,
    *options: str,
) -> tuple[subprocess.Popen[str], str]:
    """A running server with the fake engine on a free port, and its address."""
    process = subprocess.Popen(
        [*command, "--data", str(data), "serve", "--port", "0", "--engine", "fake", *options],
        stdout=subprocess.PIPE,
        text=True,
        cwd=data.parent,
        env={**(environment or os.environ), "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://[^ ]+", line)
    assert found, f"the server did not say its address: {line!r}"
    return process, found[0]


def stop(process: subprocess.Popen[str]) -> None:
    """End a server as Ctrl+C does."""
    process.terminate()
    process.wait(timeout=30)
    assert process.stdout is not None
    process.stdout.close()


@contextmanager
def serving(
    data: Path,
    command: Sequence[str] = COMMAND,
    environment: Mapping[str, str] | None = None,
    *options: str,
) -> Iterator[str]:
    """The address of a server that runs for the block."""
    process, address = start(data, command, environment, *options)
    try:
        yield address
    finally:
        stop(process)
