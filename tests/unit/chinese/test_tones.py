from __future__ import annotations

import pytest

from reader.chinese.tones import joined, marked, numbered, tone


@pytest.mark.parametrize(
    ("with_number", "with_mark"),
    [
        pytest.param("hao3", "hǎo", id="mark-on-a"),
        pytest.param("gou3", "gǒu", id="mark-on-o-of-ou"),
        pytest.param("liu2", "liú", id="mark-on-last-vowel"),
        pytest.param("gui4", "guì", id="mark-on-last-vowel-ui"),
        pytest.param("lüe4", "lüè", id="mark-on-e-after-ü"),
        pytest.param("nü3", "nǚ", id="mark-on-ü"),
        pytest.param("Ou1", "Ōu", id="capital"),
        pytest.param("de5", "de", id="neutral"),
    ],
)
def test_numbers_and_marks_say_the_same(with_number: str, with_mark: str) -> None:
    assert marked(with_number) == with_mark
    assert numbered(with_mark) == with_number
    assert tone(with_number) == tone(with_mark) == int(with_number[-1])


def test_cedict_writes_ü_as_u_and_colon() -> None:
    assert marked("lu:4") == "lǜ"


def test_a_word_is_joined_with_an_apostrophe_only_where_it_is_needed() -> None:
    assert joined(("tiān", "é")) == "tiān'é"
    assert joined(("fāng", "àn")) == "fāng'àn"
    assert joined(("fǎn", "gǎn")) == "fǎngǎn"
