from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.chinese.dictionary import Dictionary
from reader.english.lookup import English


@pytest.fixture(scope="session")
def english(dictionary_file: Path) -> Iterator[English]:
    dictionary = Dictionary(dictionary_file)
    yield English(dictionary)
    dictionary.close()
