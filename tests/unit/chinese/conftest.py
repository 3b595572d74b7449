from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.chinese.dictionary import Dictionary
from reader.chinese.words import Words


@pytest.fixture(scope="session")
def dictionary_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one dictionary of a test run lies; at first a file of an older version."""
    path = tmp_path_factory.getbasetemp() / "dictionary" / "chinese.sqlite"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        sqlite3.connect(path).close()
    return path


@pytest.fixture(scope="session")
def dictionary(dictionary_path: Path) -> Iterator[Dictionary]:
    dictionary = Dictionary(dictionary_path)
    yield dictionary
    dictionary.close()


@pytest.fixture(scope="session")
def words(dictionary: Dictionary) -> Words:
    return Words(dictionary)
