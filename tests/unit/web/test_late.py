"""Pinyin that the page's script writes."""

from __future__ import annotations

import pytest

from reader.web.reading.late import is_late, packed
from reader.web.reading.runs import Run, Word


def test_words_are_packed_with_their_length_border_level_and_pinyin() -> None:
    runs = [
        Run((Word("世界", "shìjiè", breaks=True, level=3), Word("，"))),
        Run((Word("通电话", "tōng diànhuà"),)),
    ]

    assert packed(runs) == "2+3shìjiè|1|3-0tōng diànhuà"


def test_lengths_count_as_javascript_does() -> None:
    assert packed([Run((Word("𠮷", "jí"), Word("😀")))]) == "2-0jí|2"


@pytest.mark.parametrize(
    ("position", "sentences", "late"), [(0, 5000, False), (23, 81, False), (24, 81, True)]
)
def test_the_first_sentences_of_a_page_come_with_their_pinyin(
    position: int, sentences: int, late: bool
) -> None:
    assert is_late(position, sentences) is late


def test_a_page_that_is_not_long_has_all_its_pinyin() -> None:
    assert not any(is_late(position, 80) for position in range(80))
