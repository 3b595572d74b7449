"""`duizhao memory import` and `export`."""

from __future__ import annotations

from pathlib import Path

from reader.translation import tmx
from reader.translation.memory import Unit
from tests.unit.cli.conftest import Run


def test_a_memory_goes_in_and_out(run: Run, tmp_path: Path) -> None:
    given, taken = tmp_path / "given.tmx", tmp_path / "taken.tmx"
    given.write_bytes(tmx.write([Unit("Nobody knew why.", "没人知道原因。")]))

    first = run("memory", "import", str(given))
    second = run("memory", "import", str(given))
    run("memory", "export", str(taken))

    assert first.out.startswith("1 new pairs")
    assert "1 were known already" in second.out
    (unit,) = tmx.read(taken.read_bytes())
    assert (unit.source, unit.target, unit.origin) == (
        "Nobody knew why.", "没人知道原因。", "given.tmx",
    )  # fmt: skip


def test_a_file_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    result = run("memory", "import", str(tmp_path / "none.tmx"))

    assert result.code == 4
    assert "cannot be read" in result.err


def test_a_file_that_is_no_memory_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("hello", encoding="utf-8")

    result = run("memory", "import", str(path))

    assert result.code == 2
    assert "no TMX file" in result.err
