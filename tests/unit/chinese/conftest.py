from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.chinese.dictionary import Dictionary
from reader.chinese.words import Words


@pytest.fixture(scope="session")
def dictionary(dictionary_file: Path) -> Iterator[Dictionary]:
    dictionary = Dictionary(dictionary_file)
    yield dictionary
    dictionary.close()


@pytest.fixture(scope="session")
def words(dictionary: Dictionary) -> Words:
    return Words(dictionary)
