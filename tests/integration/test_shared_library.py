"""A school: PostgreSQL for the library, Redis for the queue, the worker a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from reader.store import articles, segments
from reader.store.database import open_database
from tests import servers
from tests.integration.waiting import until
from tests.unit.store import examples

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def empty_postgresql(postgresql: str) -> str:
    """PostgreSQL with nothing in it."""
    engine = create_engine(postgresql.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text("drop schema public cascade"))
        connection.execute(text("create schema public"))
    engine.dispose()
    return postgresql


@pytest.mark.postgresql
def test_the_library_works_on_postgresql_as_on_sqlite(empty_postgresql: str) -> None:
    database = open_database(empty_postgresql.replace("postgresql:", "postgresql+psycopg:"))

    with database.writing() as session:
        number = articles.add(session, examples.article(), examples.segments())
        piece = articles.asides(session, number)[0]
        articles.put_back(session, number, piece.id, "paragraph", ["Share"])
        held = segments.take_lease(session, number, "worker")
    with database.reading() as session:
        found = articles.cards(session, "stayed")
        rows = segments.rows(session, number)
    database.close()

    assert held
    assert [card.id for card in found] == [number]
    assert [row.segment.source for row in rows][:2] == ["A title", "Share"]


@pytest.mark.postgresql
@pytest.mark.redis
def test_a_worker_translates_what_a_server_was_given(
    empty_postgresql: str, redis_url: str, tmp_path: Path
) -> None:
    environment = {**os.environ, "DATABASE_URL": empty_postgresql, "REDIS_URL": redis_url}
    environment["DUIZHAO_ENGINE"] = "fake"
    data = tmp_path / "data"
    worker = subprocess.Popen(
        [*servers.COMMAND, "--data", str(data), "worker"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    assert "Translating" in worker.stdout.readline()
    database = open_database(empty_postgresql.replace("postgresql:", "postgresql+psycopg:"))

    with servers.serving(data, servers.COMMAND, environment, "--no-translate"):
        command = [*servers.COMMAND, "--data", str(data), "add", "-"]
        page = "Talks resume\n\nThe officials met on Monday in the city of Geneva."
        subprocess.run(
            command, input=page, text=True, env=environment, cwd=ROOT, check=True, timeout=60
        )

        def finished() -> bool:
            with database.reading() as session:
                return all(not card.waiting for card in articles.cards(session))

        until(finished)

    worker.terminate()
    assert worker.wait(timeout=30) in {0, -15, 130}
    worker.stdout.close()
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the lock is the same, the wording is not")
def test_a_second_worker_for_the_same_library_says_so(tmp_path: Path) -> None:
    data = tmp_path / "data"

    with servers.serving(data):
        second = subprocess.run(
            [*servers.COMMAND, "--data", str(data), "worker"],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60,
        )

    assert second.returncode == 2
    assert "Another process is translating" in second.stderr.replace("\n", " ")
