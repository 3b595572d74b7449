"""A library of an older version is brought to the newest schema with all that is in it."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from reader.store import editing
from reader.store.database import MIGRATIONS, open_database
from reader.translation.memory import digest


def test_sentences_of_the_first_schema_get_their_digest(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                "insert into articles values"
                " (1,'T','','','','d',1,'','2026-01-01 00:00:00',null,0,'','',null)"
            )
        )
        connection.execute(
            text(
                "insert into segments values (1,1,0,0,'title','He came.','','none','','waiting',"
                "'[]','[]','[]','[]','',0,null)"
            )
        )
    engine.dispose()

    database = open_database(url)

    with database.reading() as session:
        ((article, row),) = editing.waiting_like(session, digest("He  came."))
    database.close()
    assert (article, row.segment.source) == (1, "He came.")
