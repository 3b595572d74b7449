"""Corrected words: where they hold, what they change, what is refused."""

from __future__ import annotations

import pytest

from reader.articles import article_from_text
from reader.errors import InputError
from reader.services import correcting, library, reading, teaching, translating
from reader.store import segments
from reader.store.records import Correction
from reader.toolbox import Toolbox


@pytest.fixture
def number(tools: Toolbox) -> int:
    return written(tools, "A title")


def written(tools: Toolbox, title: str, target: str = "他在银行行长家里。") -> int:
    added = library.add_article(
        tools, article_from_text(f"{title}\n\nHe was at home with them.")
    ).article_id
    translating.translate_some(tools, added, "worker")
    with tools.database.reading() as session:
        row = segments.rows(session, added)[1]
    teaching.save(tools, added, row.id, target, seen=segments.version(row.segment))
    return added


def words_of(tools: Toolbox, number: int) -> list[tuple[str, str]]:
    tokens = reading.open_article(tools, number).pairs[1].tokens
    return [(token.text, token.pinyin) for token in tokens]


def test_a_word_is_split_where_the_teacher_says(tools: Toolbox, number: int) -> None:
    count = correcting.correct(tools, Correction("银行行长", ("银行", "行", "长"), "", number))

    assert count == 1
    assert [text for text, _ in words_of(tools, number)][2:5] == ["银行", "行", "长"]


def test_characters_are_joined_to_one_word_with_its_reading(tools: Toolbox, number: int) -> None:
    correcting.correct(tools, Correction("银行行长", ("银行行长",), "yín háng háng zhǎng", number))

    assert ("银行行长", "yínhánghángzhǎng") in words_of(tools, number)


def test_a_reading_leaves_the_borders_alone(tools: Toolbox) -> None:
    number = written(tools, "B title", "他长得高，银行近。")
    before = [text for text, _ in words_of(tools, number)]

    correcting.correct(tools, Correction("银行", (), "yin2hang1", number))

    after = words_of(tools, number)
    assert [text for text, _ in after] == before
    assert ("银行", "yínhāng") in after


def test_a_correction_holds_in_its_article_or_in_all(tools: Toolbox, number: int) -> None:
    other = written(tools, "Another title")
    here = Correction("银行", (), "yín hāng", number)

    one = correcting.correct(tools, here)
    kept = ("银行", "yínháng") in words_of(tools, other)
    every = correcting.correct(tools, Correction("银行", (), "yǐn háng"))

    assert (one, kept, every) == (1, True, 2)
    assert ("银行", "yínhāng") in words_of(tools, number), "the article's own wins"
    assert ("银行", "yǐnháng") in words_of(tools, other)


def test_later_sentences_follow_a_correction_for_all(tools: Toolbox) -> None:
    correcting.correct(tools, Correction("银行", (), "yǐn háng"))

    number = written(tools, "A later title")

    assert ("银行", "yǐnháng") in words_of(tools, number)


def test_a_removed_correction_leaves_no_trace(tools: Toolbox, number: int) -> None:
    before = words_of(tools, number)
    correcting.correct(tools, Correction("银行行长", ("银行行长",), "", number))
    (made,) = correcting.look(tools, number, "银行行长").corrections

    correcting.forget(tools, made.id)

    assert words_of(tools, number) == before
    assert correcting.look(tools, number, "银行行长").corrections == ()


def test_a_page_that_is_open_learns_of_the_change(tools: Toolbox, number: int) -> None:
    revision = reading.open_article(tools, number).card.revision

    correcting.correct(tools, Correction("银行行长", ("银行行长",), "", number))

    assert len(reading.changes(tools, number, revision).pairs) == 1


@pytest.mark.parametrize(
    ("text", "pieces", "pinyin"),
    [
        pytest.param("", (), "a", id="no text"),
        pytest.param("abc", ("a", "bc"), "", id="no Chinese"),
        pytest.param("银行", (), "", id="nothing said"),
        pytest.param("银行", ("银", "航"), "", id="other characters"),
        pytest.param("银行", ("银", "行"), "yín háng", id="a reading of two words"),
        pytest.param("银行", (), "yín", id="a syllable too few"),
        pytest.param("行" * 41, ("行" * 41,), "", id="too long"),
    ],
)
def test_what_contradicts_itself_is_refused(
    tools: Toolbox, number: int, text: str, pieces: tuple[str, ...], pinyin: str
) -> None:
    with pytest.raises(InputError):
        correcting.correct(tools, Correction(text, pieces, pinyin, number))


def test_a_form_asks_only_for_what_differs(tools: Toolbox, number: int) -> None:
    known = correcting.look(tools, number, "银行")

    asked = correcting.proposed(known, known.pieces, "yín hāng", number)

    assert (asked.pieces, asked.pinyin) == ((), "yín hāng")


def test_a_second_correction_keeps_what_the_first_one_said(tools: Toolbox, number: int) -> None:
    correcting.correct(tools, Correction("银行行长", ("银行行长",), "", number))
    known = correcting.look(tools, number, "银行行长")

    asked = correcting.proposed(known, known.pieces, "yín háng háng zhǎng", number)

    assert asked.pieces == ("银行行长",)
