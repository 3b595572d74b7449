from __future__ import annotations

import pytest

from reader.chinese.levels import Level, level, profile
from reader.chinese.words import Words


def test_a_word_has_a_level_in_both_standards() -> None:
    assert level("喜欢") == Level(hsk2=1, hsk3=1)


def test_the_three_highest_levels_are_one_band() -> None:
    assert level("磋商").label == "7-9"


def test_a_word_outside_the_list_is_graded_by_its_hardest_character() -> None:
    found = level("大国")

    assert found.by_characters
    assert found.hsk3 == max(level("大").hsk3, level("国").hsk3)


def test_a_word_with_an_unlisted_character_has_no_level() -> None:
    assert level("龘") == Level()
    assert level("龘").label == ""


def test_the_shares_of_a_profile_add_up_and_leave_marks_out(words: Words) -> None:
    found = profile(words.cut("我喜欢中国，也喜欢2025年。"))

    assert found.words == 6
    assert sum(found.hsk2.values()) == pytest.approx(1)
    assert sum(found.hsk3.values()) == pytest.approx(1)
    assert found.hsk3[1] > 0.5


def test_an_empty_text_has_a_profile_of_nothing() -> None:
    assert profile([]).words == 0
    assert set(profile([]).hsk3.values()) == {0.0}
