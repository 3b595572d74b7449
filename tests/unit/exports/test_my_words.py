"""The Anki deck of starred words, opened as SQLite and by Anki's own library."""

from __future__ import annotations

import datetime
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.exports.my_words import StarredWord, write
from tests.unit.exports import anki_library

MADE = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
WORD = StarredWord(
    id="word:合作:1x",
    kind="word",
    chinese="合作",
    pinyin="hézuò",
    english="to cooperate",
    sentence_zh="双方继续合作。",
    sentence_en="The two sides go on cooperating.",
    gap="双方继续＿＿＿。",
    hint="The two sides go on cooperating.",
    article="Talks: resume  in Geneva",
)


def query(sql: str, *words: StarredWord, made: datetime.datetime = MADE) -> list[tuple[str, ...]]:
    """Return the rows of a query on the deck's collection."""
    with zipfile.ZipFile(io.BytesIO(write(words, made))) as package:
        data = package.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(data)
        return collection.execute(sql).fetchall()


def test_a_word_makes_a_card_in_each_direction_and_one_with_a_gap() -> None:
    assert query("SELECT ord FROM cards ORDER BY ord", WORD) == [(0,), (1,), (2,)]


def test_without_its_sentence_a_word_makes_no_card_with_a_gap() -> None:
    assert query("SELECT ord FROM cards ORDER BY ord", replace(WORD, gap="")) == [(0,), (1,)]


def test_a_word_of_one_language_makes_only_the_card_with_a_gap() -> None:
    assert query("SELECT ord FROM cards", replace(WORD, english="")) == [(2,)]


def test_a_second_deck_updates_the_notes_of_the_first() -> None:
    sql = "SELECT guid, mid, (SELECT DISTINCT did FROM cards) FROM notes"
    edited = replace(WORD, chinese="协作", gap="", sentence_zh="双方会继续合作。")
    later = MADE + datetime.timedelta(minutes=1)

    assert query(sql, WORD) == query(sql, edited, made=later)
    assert query("SELECT mod FROM notes", edited, made=later)[0][0] == int(later.timestamp())


def test_a_word_that_is_sent_twice_is_one_note() -> None:
    assert query("SELECT count(*) FROM notes", WORD, WORD) == [(1,)]


def test_words_are_learned_in_their_order() -> None:
    words = [replace(WORD, id=str(number), chinese=f"词{number}") for number in range(3)]

    rows = query("SELECT sfld, due FROM cards JOIN notes ON nid = notes.id WHERE ord = 0", *words)

    assert rows == [("词0", 0), ("词1", 1), ("词2", 2)]


def test_tags_tell_kind_and_article() -> None:
    ((tags,),) = query("SELECT tags FROM notes", WORD)

    assert tags.split() == [
        "duizhao",
        "duizhao::word",
        "duizhao::article::Talks-resume-in-Geneva",
    ]


def test_the_deck_has_one_name_whatever_the_language() -> None:
    ((decks,),) = query("SELECT decks FROM col", WORD)

    assert "Duizhao::My words 我的生词" in {deck["name"] for deck in json.loads(decks).values()}


def test_hostile_text_neither_runs_nor_plays() -> None:
    hostile = "<script>x</script>[sound:a.mp3]{{c1::b}}\x00"

    ((fields,),) = query("SELECT flds FROM notes", replace(WORD, chinese=hostile, kind=hostile))

    assert "<" not in fields
    assert "[sound:" not in fields
    assert "{{" not in fields


def test_anki_imports_the_word_with_its_sentence_and_a_card_with_a_gap(tmp_path: Path) -> None:
    with anki_library.collection_with(tmp_path, write([WORD], MADE)) as collection:
        (note,) = anki_library.notes(collection)
        to_english, _to_chinese, gap = note.cards()

        assert (note["Chinese"], note["Pinyin"], note["English"]) == (
            "合作", "hézuò", "to cooperate",
        )  # fmt: skip
        assert "duizhao::article::Talks-resume-in-Geneva" in note.tags
        assert "The two sides go on cooperating." in to_english.answer()
        assert "双方继续＿＿＿。" in gap.question()
        assert "双方继续合作。" in gap.answer()


def test_anki_updates_an_earlier_deck_and_keeps_what_was_learned(tmp_path: Path) -> None:
    later = MADE + datetime.timedelta(minutes=1)
    changed = replace(WORD, english="to work together")

    with anki_library.collection_with(tmp_path, write([WORD], MADE)) as collection:
        card = anki_library.notes(collection)[0].cards()[0]
        card.due, card.ivl, card.reps, card.type, card.queue = 9, 30, 4, 2, 2
        collection.update_card(card)
    with anki_library.collection_with(tmp_path, write([changed], later)) as collection:
        (note,) = anki_library.notes(collection)

        assert note["English"] == "to work together"
        assert (note.cards()[0].ivl, note.cards()[0].reps) == (30, 4)
