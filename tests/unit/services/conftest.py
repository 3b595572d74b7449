"""A toolbox with a real library in a scratch folder and the engine that needs no model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.chinese.words import Words
from reader.services import terms
from reader.toolbox import Toolbox, for_tests


@pytest.fixture
def tools(tmp_path: Path, words: Words) -> Iterator[Toolbox]:
    built = for_tests(tmp_path, words)
    terms.renew_shipped(built)
    yield built
    built.database.close()
