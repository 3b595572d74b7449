"""Running `duizhao` inside the test process, on a scratch folder, with the engine for tests."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.cli import main


@dataclass(frozen=True)
class Result:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(
    tmp_path: Path,
    dictionary_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Run:
    """Call it with the words of the command; `given` is its standard input."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "dictionary.sqlite3").symlink_to(dictionary_file)
    monkeypatch.setenv("DUIZHAO_DATA", str(data))
    monkeypatch.setenv("DUIZHAO_ENGINE", "fake")

    def call(*words: str, given: str | bytes = "") -> Result:
        content = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr(sys, "argv", ["duizhao", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))
        code = main()
        printed = capfd.readouterr()
        return Result(code, printed.out, printed.err)

    return call
