"""Opening the database: engine, sessions, migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from reader.errors import SettingsError

MIGRATIONS = Path(__file__).with_name("migrations")
BUSY_SECONDS = 30


class Database:
    """Sessions on one database: one `reading()` or `writing()` block is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(write=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the database and changes nothing."""
        with Session(self._engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed at the end of the block, or rolled back on an error."""
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def open_database(url: str) -> Database:
    """The database at `url`, brought to the newest schema first.

    Raises `SettingsError` where it cannot be reached or was written by a newer Duizhao.
    """
    try:
        engine = _engine(url)
        _migrate(engine)
    except (DBAPIError, ArgumentError, OSError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise SettingsError(
            "The library's database cannot be opened: {reason}", reason=str(reason).strip()
        ) from error
    return Database(engine)


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver's own transactions start too late: `_begin_sqlite` starts them.
    # docs.sqlalchemy.org: "Serializable isolation / Savepoints / Transactional DDL"
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another one wrote
    # meanwhile (SQLITE_BUSY_SNAPSHOT); taking the write lock first waits for its turn instead.
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    with engine.execution_options(write=True).begin() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
        if current == script.get_current_head():
            return
        if current and current not in {r.revision for r in script.walk_revisions()}:
            raise SettingsError(
                "This library was written by a newer version of Duizhao. Please update."
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
