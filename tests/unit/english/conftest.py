from __future__ import annotations

import pytest

from reader.chinese.dictionary import Dictionary
from reader.english.lookup import English


@pytest.fixture(scope="session")
def english(dictionary: Dictionary) -> English:
    return English(dictionary)
