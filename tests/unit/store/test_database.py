"""Opening the database."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from reader.errors import SettingsError
from reader.store import articles
from reader.store.database import Database, open_database
from reader.store.tables import Table
from tests.unit.store import examples


def test_the_migrations_make_the_tables_that_the_code_describes(database: Database) -> None:
    with database.reading() as session:
        found = session.execute(text("select name from sqlite_master where type = 'table'"))
        names = {name for (name,) in found}

    assert set(Table.metadata.tables) | {"alembic_version"} == names


def test_sqlite_survives_a_power_cut_and_checks_references(database: Database) -> None:
    with database.reading() as session:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        values = [session.execute(text(f"pragma {name}")).scalar() for name in pragmas]

    assert values == ["wal", 2, 1]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(b"not a database " * 100)

    with pytest.raises(SettingsError, match="cannot be opened"):
        open_database(f"sqlite:///{path}")

    assert path.read_bytes() == b"not a database " * 100


def test_a_library_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    open_database(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()

    with pytest.raises(SettingsError, match="newer version"):
        open_database(f"sqlite:///{path}")


def test_writers_wait_for_each_other_instead_of_failing(database: Database) -> None:
    def write() -> None:
        for _ in range(5):
            with database.writing() as session:
                articles.any_ever(session)
                articles.add(session, examples.article(), examples.segments())

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.reading() as session:
        assert len(articles.cards(session)) == 20
