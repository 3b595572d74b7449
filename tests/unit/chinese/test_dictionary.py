from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.chinese.build import build_apart, is_current
from reader.chinese.dictionary import Dictionary


def test_an_entry_has_both_scripts_pinyin_senses_and_measure_words(dictionary: Dictionary) -> None:
    (friend,) = dictionary.lookup("朋友")

    assert (friend.simplified, friend.traditional, friend.pinyin) == ("朋友", "朋友", "péngyou")
    assert friend.syllables == ("péng", "you")
    assert friend.senses == ("friend",)
    assert friend.measures == (("个", "gè"), ("位", "wèi"))


def test_a_traditional_word_is_found_too(dictionary: Dictionary) -> None:
    assert dictionary.lookup("發展")[0].simplified == "发展"


def test_an_unknown_word_has_no_entry(dictionary: Dictionary) -> None:
    assert dictionary.lookup("囧囧囧") == ()
    assert "囧囧囧" not in dictionary


def test_names_and_surnames_come_last(dictionary: Dictionary) -> None:
    assert [entry.is_name for entry in dictionary.lookup("友好")] == [False, True]
    assert dictionary.lookup("王")[-1].is_name
    assert not dictionary.lookup("吕")[0].is_surname


def test_a_variant_brings_the_word_it_stands_for(dictionary: Dictionary) -> None:
    found = dictionary.lookup("交待")

    assert "交代" in [entry.simplified for entry in found]
    assert [entry.senses for entry in dictionary.lookup("台湾")] == [("Taiwan",)]


def test_senses_hold_no_numbered_pinyin_and_one_script(dictionary: Dictionary) -> None:
    senses = [sense for entry in dictionary.lookup("长城") for sense in entry.senses]

    assert senses
    assert not any("|" in sense or "[" in sense for sense in senses)


def test_the_longest_headword_is_found_at_a_place(dictionary: Dictionary) -> None:
    assert dictionary.longest_prefix("对人工智能的", 1) == "人工智能"
    assert dictionary.longest_prefix("。", 0) == ""


def test_a_word_outside_falls_into_pieces_with_entries(dictionary: Dictionary) -> None:
    parts = dictionary.parts("全球治理体系Q")

    assert [piece for piece, _ in parts] == ["全球", "治理", "体系", "Q"]
    assert all(entries for _, entries in parts)


def test_the_english_of_the_sentence_puts_the_right_sense_first(dictionary: Dictionary) -> None:
    bank = dictionary.best_first(dictionary.lookup("行"), "a row of trees")
    talks = dictionary.best_first(dictionary.lookup("打"), "They struck first and beat the team.")

    assert bank[0].senses[0] == "row"
    assert talks[0].senses[0] in {"to beat", "to strike"}


def test_without_help_from_the_english_the_order_stays(dictionary: Dictionary) -> None:
    entries = dictionary.lookup("会")

    assert dictionary.best_first(entries, "") == entries


def test_threads_may_share_a_dictionary(dictionary: Dictionary) -> None:
    words = [row[0] for row in dictionary.rows("SELECT simplified FROM entry LIMIT 400")]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(dictionary.lookup, words * 3))

    assert all(found)


def test_a_file_of_another_version_is_built_anew(
    dictionary: Dictionary, dictionary_file: Path
) -> None:
    # The file that the fixture first puts there is empty and of version 0.
    assert dictionary.lookup("中国")

    assert is_current(dictionary_file)
    assert [file.name for file in dictionary_file.parent.iterdir()] == [dictionary_file.name]


@pytest.mark.parametrize("content", [None, b"", b"no database, but long enough to be looked into"])
def test_a_missing_or_broken_file_is_not_current(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "chinese.sqlite"
    if content is not None:
        path.write_bytes(content)

    assert not is_current(path)


def test_a_folder_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(OSError, match="file"):
        build_apart(tmp_path / "file" / "chinese.sqlite")
