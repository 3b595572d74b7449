"""A process that is killed in mid-translation."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests import servers
from tests.integration.waiting import until

ROOT = Path(__file__).parent.parent.parent
SENTENCES = 400


def query(data: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "library.sqlite3")) as connection:
        return connection.execute(sql).fetchall()


def done(data: Path) -> dict[object, object]:
    """Segment number -> when it was translated."""
    found = query(data, "select id, changed_at from segments where status != 'waiting'")
    return dict(found)  # type: ignore[arg-type]


def add_long_article(data: Path) -> None:
    text = "A long story\n\n" + "\n\n".join(
        f"This is the sentence of the story that has the number {number}."
        for number in range(SENTENCES)
    )
    command = [*servers.COMMAND, "--data", str(data), "add", "-"]
    subprocess.run(command, input=text, text=True, check=True, capture_output=True, cwd=ROOT)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    add_long_article(folder)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a thing of Unix")
def test_a_killed_translation_goes_on_where_it_stopped(data: Path) -> None:
    process, _ = servers.start(data)
    until(lambda: len(done(data)) >= 60)
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    before = done(data)
    total = query(data, "select count(*) from segments")[0][0]

    with servers.serving(data):
        until(lambda: len(done(data)) == total)

    after = done(data)
    assert 60 <= len(before) < len(after) == total
    assert {number: after[number] for number in before} == before
