from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.chinese.build import build, is_current
from reader.chinese.dictionary import Dictionary
from reader.chinese.words import Words


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dictionary]:
    path = tmp_path_factory.getbasetemp() / "chinese.sqlite"
    if not is_current(path):
        build(path)
    dictionary = Dictionary(path)
    yield dictionary
    dictionary.close()


@pytest.fixture(scope="session")
def words(dictionary: Dictionary) -> Words:
    return Words(dictionary)
