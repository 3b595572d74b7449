from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.chinese.dictionary import Dictionary
from reader.english.lookup import English


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[English]:
    # The tests of the Chinese side build the same file: one build serves both.
    path = tmp_path_factory.getbasetemp() / "dictionary" / "chinese.sqlite"
    dictionary = Dictionary(path)
    yield English(dictionary)
    dictionary.close()
