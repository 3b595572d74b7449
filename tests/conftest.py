"""What tests of several rooms share: databases and servers that are real."""

from __future__ import annotations

import glob
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.chinese.dictionary import Dictionary
from reader.chinese.words import Words
from reader.store.database import Database, open_database

POSTGRES = sorted(glob.glob("/usr/lib/postgresql/*/bin")) + [
    str(Path(found).parent) for found in [shutil.which("initdb")] if found
]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty library in a real SQLite file."""
    opened = open_database(f"sqlite:///{tmp_path / 'library.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def dictionary_file() -> Path:
    """The dictionary file that test runs share, since building it takes seconds.

    The first run finds a file of an older version, which is then built anew.
    """
    path = Path(sys.prefix) / "duizhao-tests" / "dictionary.sqlite3"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        sqlite3.connect(path).close()
    return path


@pytest.fixture(scope="session")
def dictionary(dictionary_file: Path) -> Iterator[Dictionary]:
    """The dictionary over that file."""
    opened = Dictionary(dictionary_file)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def words(dictionary: Dictionary) -> Words:
    """The words of that dictionary, loaded once for the toolboxes of a test run."""
    return Words(dictionary)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of an empty database on a PostgreSQL server of our own."""
    if not POSTGRES:
        pytest.skip("PostgreSQL's programs are not installed")
    # PostgreSQL refuses to run as root; Debian's package brings the user for it, who may not look
    # into pytest's own folders.
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="duizhao-postgresql-"))
    if user:
        shutil.chown(folder, "postgres")
    port = free_port()
    bin_ = Path(POSTGRES[0])
    quiet = {"check": True, "capture_output": True, "cwd": folder}
    subprocess.run([*user, bin_ / "initdb", "-D", folder / "data", "-A", "trust"], **quiet)
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [*user, bin_ / "pg_ctl", "-D", folder / "data", "-w"]
    subprocess.run(
        [*control, "-o", options, "-l", folder / "log", "start"],
        check=True,
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    name = "postgres" if user else os.environ.get("USER", "postgres")
    yield f"postgresql://{name}@127.0.0.1:{port}/postgres"
    subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a Redis server of our own."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed")
    port = free_port()
    server = subprocess.Popen(
        [program, "--port", str(port), "--save", "", "--bind", "127.0.0.1"],
        cwd=tmp_path_factory.mktemp("redis"),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    for line in server.stdout:
        if "Ready to accept connections" in line:
            break
    yield f"redis://127.0.0.1:{port}/0"
    server.terminate()
    server.wait()
    server.stdout.close()
