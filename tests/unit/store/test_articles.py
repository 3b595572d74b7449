"""Articles in the database."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import NotFound
from reader.store import articles, segments
from reader.store.database import Database
from tests.unit.store import examples


def add(database: Database, title: str = "A title") -> int:
    with database.writing() as session:
        return articles.add(session, examples.article(title), examples.segments())


def test_a_card_says_how_far_the_translation_is(database: Database) -> None:
    number = add(database)

    with database.reading() as session:
        card = articles.card(session, number)

    assert (card.title, card.byline, card.date) == ("A title", "Ann Author", "June 5, 2025")
    assert (card.sentences, card.translated, card.waiting, card.words) == (4, 0, 4, 8)


def test_an_unknown_article_is_not_found(database: Database) -> None:
    with database.reading() as session, pytest.raises(NotFound, match="no article number 99"):
        articles.card(session, 99)


def test_the_same_words_are_recognised(database: Database) -> None:
    number = add(database)

    with database.reading() as session:
        same = articles.find_same(session, examples.article())
        other = articles.find_same(session, examples.article("Another title"))

    assert (same, other) == (number, None)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("title", 1, id="a word of the title"),
        pytest.param("STAYED", 1, id="a word of the text, in any case"),
        pytest.param("ann stayed", 1, id="all words, wherever they are"),
        pytest.param("ann elsewhere", 0, id="one word missing"),
        pytest.param("%", 0, id="a percent sign is itself"),
        pytest.param("o_e", 0, id="an underscore is itself"),
        pytest.param("", 1, id="nothing asked, everything found"),
    ],
)
def test_search_finds_articles_that_hold_every_word(
    database: Database, query: str, found: int
) -> None:
    add(database)

    with database.reading() as session:
        cards = articles.cards(session, query)

    assert len(cards) == found


def test_a_deleted_article_leaves_the_library_and_comes_back(database: Database) -> None:
    number = add(database)

    with database.writing() as session:
        articles.set_deleted(session, number, True)
        gone = articles.cards(session)
        articles.set_deleted(session, number, False)
        back = articles.cards(session)

    assert gone == ()
    assert [card.id for card in back] == [number]


def test_what_was_deleted_long_ago_is_removed_with_all_it_had(database: Database) -> None:
    number = add(database)

    with database.writing() as session:
        articles.set_deleted(session, number, True)
        kept = articles.purge(session, days=1)
        removed = articles.purge(session, days=-1)
    with database.reading() as session:
        left = segments.rows(session, number)

    assert (kept, removed, left) == (0, 1, ())


def sources(database: Database, number: int) -> list[str]:
    with database.reading() as session:
        return [row.segment.source for row in segments.rows(session, number)]


def test_a_piece_that_was_left_out_goes_back_to_its_place(database: Database) -> None:
    number = add(database)

    with database.writing() as session:
        piece = next(p for p in articles.asides(session, number) if p.text == "Read more")
        articles.put_back(session, number, piece.id, "paragraph", ["Read more"])

    assert sources(database, number) == [
        "A title",
        "One came.",
        "Two went.",
        "Read more",
        "Three stayed.",
    ]


@given(order=st.permutations(["Share", "Advertisement", "Read more", "Footer"]))
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_in_whatever_order_pieces_go_back_the_page_is_whole(
    database: Database, order: list[str]
) -> None:
    number = add(database)

    for text in order:
        with database.writing() as session:
            piece = next(p for p in articles.asides(session, number) if p.text == text)
            articles.put_back(session, number, piece.id, "paragraph", [text])

    with database.reading() as session:
        blocks = articles.blocks(session, number)
    expected = ["Share", examples.FIRST.text, "Advertisement", "Read more", examples.LAST.text]
    assert [block.text for block in blocks] == [*expected, "Footer"]
    assert [block.number for block in blocks] == list(range(6))
    assert sources(database, number)[1:] == [
        "Share",
        "One came.",
        "Two went.",
        "Advertisement",
        "Read more",
        "Three stayed.",
        "Footer",
    ]


def test_a_piece_cannot_be_put_back_twice(database: Database) -> None:
    number = add(database)
    with database.writing() as session:
        piece = articles.asides(session, number)[0]
        articles.put_back(session, number, piece.id, "paragraph", ["Share"])

    with database.writing() as session, pytest.raises(NotFound):
        articles.put_back(session, number, piece.id, "paragraph", ["Share"])
