from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.chinese.build import build, is_current
from reader.chinese.dictionary import Dictionary
from reader.english.lookup import English


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[English]:
    path = tmp_path_factory.getbasetemp() / "chinese.sqlite"
    if not is_current(path):
        build(path)
    dictionary = Dictionary(path)
    yield English(dictionary)
    dictionary.close()
