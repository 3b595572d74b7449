"""Reading a large file tells how far it is."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

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
    assert {total for _, total in told} <= ({1000, 1001} if name != "xlsx" else {0})


def test_a_workbook_of_excel_says_how_many_rows_it_has() -> None:
    book = Workbook()
    for number in range(500):
        book.worksheets[0].append([f"council {number}", f"词{number}"])
    saved = BytesIO()
    book.save(saved)
    told: list[tuple[int, int]] = []

    read(saved.getvalue(), "a.xlsx", lambda *at: told.append(at))

    assert told == [(0, 500), (200, 500), (400, 500)]
