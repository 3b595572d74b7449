"""Segments in the database: one saved sentence at a time, and who may save it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from reader.errors import EngineError, ModelMissing
from reader.store import articles, segments
from reader.store.database import Database
from reader.store.records import Row
from reader.store.tables import ArticleRow
from reader.translation.engine import Link
from reader.translation.segment import Issue, Origin, Segment, Status, TermState, TermUse
from tests.unit.store import examples


@pytest.fixture
def number(database: Database) -> int:
    with database.writing() as session:
        return articles.add(session, examples.article(), examples.segments())


def first(database: Database, number: int) -> Row:
    with database.reading() as session:
        return segments.rows(session, number)[0]


def made(row: Row, target: str = "标题") -> Segment:
    return replace(
        row.segment, target=target, origin=Origin.MACHINE, engine="Fake", status=Status.DRAFT
    )


def test_a_segment_comes_back_as_it_was_saved(database: Database, number: int) -> None:
    row = first(database, number)
    whole = replace(
        made(row),
        issues=(Issue("number", 0, 1, 2, 3, "5"),),
        links=(Link(0, 1, 0, 2),),
        terms=(TermUse("1:x", "title", "标题", TermState.OBEYED, 2, 7, 0, 2),),
    )

    with database.writing() as session:
        segments.save_machine(session, row.id, whole, [["标题", ["biāo", "tí"]]])

    saved = first(database, number)
    assert saved.segment == whole
    assert saved.tokens == [["标题", ["biāo", "tí"]]]


def test_a_machine_never_overwrites_a_person(database: Database, number: int) -> None:
    row = first(database, number)
    by_hand = replace(made(row, "人工"), origin=Origin.PERSON, status=Status.APPROVED)

    with database.writing() as session:
        segments.edit(session, row.id, by_hand, "teacher")
        saved = segments.save_machine(session, row.id, made(row))

    assert not saved
    assert first(database, number).segment.target == "人工"


def test_what_is_translated_is_not_translated_again(database: Database, number: int) -> None:
    row = first(database, number)

    with database.writing() as session:
        answers = [segments.save_machine(session, row.id, made(row)) for _ in range(2)]
        waiting = segments.waiting(session, number, limit=10)

    assert answers == [True, False]
    assert row.id not in {other.id for other in waiting}


def test_an_edit_keeps_what_was_there_before(database: Database, number: int) -> None:
    row = first(database, number)

    with database.writing() as session:
        segments.save_machine(session, row.id, made(row, "旧"))
        segments.edit(session, row.id, replace(made(row, "新"), origin=Origin.PERSON), "Li")
        history = segments.history(session, row.id)

    assert [(edit.target, edit.origin, edit.person) for edit in history] == [
        ("旧", "machine", "Li")
    ]


def test_a_page_asks_only_for_what_changed(database: Database, number: int) -> None:
    row = first(database, number)
    with database.writing() as session:
        segments.save_machine(session, row.id, made(row))
        revision = articles.card(session, number).revision

    with database.reading() as session:
        since_start = segments.rows(session, number, since=0)
        since_now = segments.rows(session, number, since=revision)

    assert [changed.id for changed in since_start] == [row.id]
    assert since_now == ()


def test_one_worker_holds_an_article_at_a_time(database: Database, number: int) -> None:
    with database.writing() as session:
        mine = segments.take_lease(session, number, "a")
        theirs = segments.take_lease(session, number, "b")
        renewed = segments.take_lease(session, number, "a")
        segments.end_lease(session, number, "a")
        later = segments.take_lease(session, number, "b")

    assert (mine, theirs, renewed, later) == (True, False, True, True)


def test_an_article_with_a_problem_waits_for_a_person(database: Database, number: int) -> None:
    with database.writing() as session:
        before = segments.unfinished(session)
        segments.take_lease(session, number, "a")
        held = segments.unfinished(session)
        segments.end_lease(session, number, "a", problem=EngineError("No model."))
        stopped = segments.unfinished(session)
        segments.end_all_leases(session)
        restarted = segments.unfinished(session)

    assert (before, held, stopped, restarted) == ((number,), (), (), (number,))


def test_a_problem_keeps_what_its_sentence_is_filled_with(database: Database, number: int) -> None:
    problem = ModelMissing("The {key} model is not installed.", key="argos")
    with database.writing() as session:
        segments.take_lease(session, number, "a")
        segments.end_lease(session, number, "a", problem)
        found = articles.card(session, number).problem

    assert found is not None
    assert (found.message, found.values) == (problem.message, {"key": "argos"})


@pytest.mark.parametrize("old", ["No {model} here.", "[1]", '{"message": 1}'])
def test_a_problem_stored_as_a_whole_sentence_is_still_told(
    database: Database, number: int, old: str
) -> None:
    with database.writing() as session:
        session.execute(update(ArticleRow).values(problem=old))
        session.expire_all()
        found = articles.card(session, number).problem

    assert str(found) == old


def test_translating_again_leaves_what_people_wrote(database: Database, number: int) -> None:
    with database.writing() as session:
        rows = segments.rows(session, number)
        for row in rows:
            segments.save_machine(session, row.id, made(row))
        by_hand = replace(made(rows[1], "人工"), origin=Origin.PERSON)
        segments.edit(session, rows[1].id, by_hand, "teacher")
        reset = segments.reset_machine(session, number)
        waiting = segments.waiting(session, number, limit=10)

    assert reset == 3
    assert rows[1].id not in {row.id for row in waiting}


def test_a_better_translation_replaces_only_the_one_it_is_better_than(
    database: Database, number: int
) -> None:
    row = first(database, number)
    draft, better = made(row, "差"), made(row, "好")

    with database.writing() as session:
        segments.save_machine(session, row.id, draft)
        replaced = segments.replace_machine(session, row.id, draft, better)
        again = segments.replace_machine(session, row.id, draft, made(row, "迟"))

    assert (replaced, again) == (True, False)
    assert first(database, number).segment.target == "好"
