"""The Anki deck, opened as the SQLite collection that it is and by Anki's own library."""

from __future__ import annotations

import datetime
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.exports import EXPORTS, Document
from tests.unit.exports import anki_library


def query(document: Document, sql: str) -> list[tuple[str, ...]]:
    """Return the rows of a query on the deck's collection."""
    with zipfile.ZipFile(io.BytesIO(EXPORTS["anki"].write(document))) as package:
        data = package.read("collection.anki2")
        assert json.loads(package.read("media")) == {}
    with closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(data)
        return collection.execute(sql).fetchall()


def notes(document: Document) -> dict[str, list[str]]:
    """Return the fields of each note by its guid."""
    found = query(document, "SELECT guid, flds FROM notes")
    assert len({guid for guid, _ in found}) == len(found)
    return {guid: fields.split("\x1f") for guid, fields in found}


def edited(document: Document) -> Document:
    """Return the document a minute later, with one translation changed by a person."""
    pair = document.pairs[1]
    uses = tuple(replace(use, term_id="7:phone-call") for use in pair.segment.terms)
    segment = replace(pair.segment, target="双方通电话。", terms=uses)
    new = replace(pair, segment=segment, tokens=())
    pairs = (document.pairs[0], new, *document.pairs[2:])
    made = document.made + datetime.timedelta(minutes=1)
    terms = tuple(replace(term, id=term.id.replace("1:", "7:")) for term in document.terms)
    return replace(document, pairs=pairs, made=made, terms=terms)


def test_terms_and_translated_sentences_are_notes(document: Document) -> None:
    fields = list(notes(document).values())

    assert [note[:2] for note in fields] == [
        ["phone call", "通电话"],
        ["The leaders&#x27; phone call", "元首通电话"],
        ["They held a phone call.", "两国通电话。"],
        ["“Good,” he said.", "“好，”他说。"],
    ]
    assert fields[2][2] == "liǎngguó tōngdiànhuà."


def test_a_term_comes_with_the_sentence_that_it_was_met_in(document: Document) -> None:
    fields = next(iter(notes(document).values()))

    assert fields[4:6] == ["They held a phone call.", "两国通电话。"]


def test_each_note_makes_a_card_in_both_directions(document: Document) -> None:
    assert query(document, "SELECT count(*) FROM cards") == [(8,)]


def test_a_second_export_updates_the_cards_of_the_first(document: Document) -> None:
    first, second = notes(document), notes(edited(document))

    assert list(first) == list(second)
    changed = [guid for guid in first if first[guid] != second[guid]]
    # The term's card shows the sentence too.
    assert [second[guid][1] for guid in changed] == ["通电话", "双方通电话。"]
    assert second[changed[0]][5] == "双方通电话。"


def test_a_later_export_is_newer_to_the_second(document: Document) -> None:
    sql = "SELECT max(mod) FROM notes"

    assert query(edited(document), sql)[0][0] == query(document, sql)[0][0] + 60


def test_deck_and_note_types_have_fixed_ids(document: Document) -> None:
    first = query(document, "SELECT models FROM col")
    second = query(edited(document), "SELECT models FROM col")

    assert list(json.loads(first[0][0])) == list(json.loads(second[0][0]))
    assert query(document, "SELECT DISTINCT did FROM cards") == query(
        edited(document), "SELECT DISTINCT did FROM cards"
    )


def test_a_sentence_that_stands_twice_is_one_note(document: Document) -> None:
    twice = replace(document, pairs=(*document.pairs, document.pairs[1]))

    assert notes(twice) == notes(document)


def test_tags_tell_terms_sentences_approval_and_article(document: Document) -> None:
    tags = [row[0].split() for row in query(document, "SELECT tags FROM notes")]

    article = "duizhao::article::The-leaders'-phone-call"
    assert tags[0] == ["duizhao", "duizhao::term", article]
    assert tags[2] == ["duizhao", "duizhao::sentence", "duizhao::draft", article]


def test_notes_name_their_origin(document: Document) -> None:
    fields = list(notes(document).values())

    assert fields[2][3] == "The leaders&#x27; phone call · https://news.example/call"
    assert fields[2][4] == "machine (Engine A), not approved, 2026-01-02"
    assert fields[0][6] == "Ministry list"


def test_hostile_text_neither_runs_nor_plays(hostile: Document) -> None:
    text = "".join("".join(fields) for fields in notes(hostile).values())

    assert "<" not in text
    assert "[sound:" not in text
    assert "{{" not in text


def test_anki_imports_terms_and_sentences_with_their_tags(
    document: Document, tmp_path: Path
) -> None:
    with anki_library.collection_with(tmp_path, EXPORTS["anki"].write(document)) as collection:
        found = anki_library.notes(collection)
        decks = {deck.name for deck in collection.decks.all_names_and_ids()}

        assert [note["Chinese"] for note in found] == [
            "元首通电话", "两国通电话。", "“好，”他说。", "通电话",
        ]  # fmt: skip
        assert found[1]["Pinyin"] == "liǎngguó tōngdiànhuà."
        assert {"duizhao", "duizhao::sentence", "duizhao::draft"} <= set(found[1].tags)
        assert "Duizhao::The leaders' phone call" in decks


def test_anki_shows_each_side_of_a_card(document: Document, tmp_path: Path) -> None:
    with anki_library.collection_with(tmp_path, EXPORTS["anki"].write(document)) as collection:
        to_english, to_chinese = anki_library.notes(collection)[1].cards()

        assert "两国通电话。" in to_english.question()
        assert "They held" not in to_english.question()
        assert "They held a phone call." in to_english.answer()
        assert "tōngdiànhuà" in to_english.answer()
        assert "They held a phone call." in to_chinese.question()


def test_anki_updates_the_notes_of_an_earlier_export(document: Document, tmp_path: Path) -> None:
    first, second = (EXPORTS["anki"].write(each) for each in (document, edited(document)))

    with anki_library.collection_with(tmp_path, first, second) as collection:
        found = anki_library.notes(collection)

        assert len(found) == 4
        assert found[1]["Chinese"] == "双方通电话。"
        assert {note.note_type()["name"] for note in found} == {
            "Duizhao term", "Duizhao sentence",
        }  # fmt: skip


def test_anki_shows_hostile_text_as_text(hostile: Document, tmp_path: Path) -> None:
    with anki_library.collection_with(tmp_path, EXPORTS["anki"].write(hostile)) as collection:
        shown = [
            card.question(browser=True)
            for note in anki_library.notes(collection)
            for card in note.cards()
        ]

        assert any("&lt;img src=x" in text for text in shown)
        assert not any("<img" in text or "[sound:x" in text for text in shown)
