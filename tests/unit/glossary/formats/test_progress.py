"""Reading a large file tells how far it is."""

from __future__ import annotations

import pytest

from glossary import Term
from glossary.formats import FORMATS, read, write

TERMS = [Term(f"t{n}", f"council {n}", f"词{n}") for n in range(1000)]


@pytest.mark.parametrize("name", FORMATS)
def test_progress_grows_up_to_the_number_of_lines(name: str) -> None:
    told: list[tuple[int, int]] = []

    result = read(write(TERMS, name), f"a{FORMATS[name].suffix}", lambda *at: told.append(at))

    assert len(result.terms) == 1000
    assert len(told) > 3
    assert told == sorted(told)
    assert {total for _, total in told} <= {1000, 1001}
