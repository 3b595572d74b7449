"""Glossaries in the database: versions, history, taking back, the shipped one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from glossary import Term
from reader.errors import Conflict, InputError, NotFound
from reader.store import articles, glossaries
from reader.store import terms as store
from reader.store.database import Database
from tests.unit.store import examples

TERM = Term("talks", "talks", "会谈")
START = datetime(2026, 6, 1, tzinfo=UTC)


def save(database: Database, *terms: Term, minute: int = 0, version: int | None = None) -> int:
    """Save terms of glossary 1 at a minute; the number of the change."""
    with database.writing() as session:
        if not glossaries.all_glossaries(session):
            glossaries.create(session, "Class 7")
        number = store.save(
            session,
            1,
            terms,
            person="Ann",
            action="changed",
            at=START + timedelta(minutes=minute),
            version=version,
        )
    assert number is not None
    return number


def kept(database: Database) -> dict[str, str]:
    """The renderings of glossary 1 by id."""
    with database.reading() as session:
        return {term.id: term.rendering for term in glossaries.get_terms(session, 1)}


def test_every_field_of_a_term_comes_back(database: Database) -> None:
    full = Term("a", "a", "甲", ("b",), ("乙",), ("A",), "甲", "jiǎ", "x", blocked=("a b",))

    save(database, full)

    with database.reading() as session:
        assert store.get(session, 1, "a").term == full


def test_a_stale_version_is_refused_and_changes_nothing(database: Database) -> None:
    save(database, TERM, version=0)
    save(database, replace(TERM, rendering="谈判"), minute=1, version=1)

    with pytest.raises(Conflict):
        save(database, replace(TERM, rendering="会话"), minute=2, version=1)

    assert kept(database) == {"talks": "谈判"}


def test_saving_the_same_again_is_no_change(database: Database) -> None:
    save(database, TERM)

    with database.writing() as session:
        again = store.save(session, 1, [TERM], person="Ann", action="changed", at=START)

    assert again is None


def test_every_change_grows_the_revision_once(database: Database) -> None:
    save(database, TERM, replace(TERM, id="other"))
    save(database, replace(TERM, note="New."), minute=1)

    with database.reading() as session:
        assert glossaries.get(session, 1).revision == 2


def test_history_tells_what_a_term_said_before(database: Database) -> None:
    save(database, TERM)
    save(database, replace(TERM, rendering="谈判"), minute=1)

    with database.reading() as session:
        newest, first = store.history(session, 1, "talks")
    assert newest.before == TERM
    assert first.before is None
    assert newest.person == "Ann"


def test_a_change_of_many_terms_is_taken_back_whole(database: Database) -> None:
    save(database, TERM)
    other = Term("summit", "summit", "峰会")
    number = save(database, replace(TERM, rendering="谈判"), other, minute=1)

    with database.writing() as session:
        later = START + timedelta(minutes=2)
        _, slugs = store.undo(session, 1, number, person="Ann", at=later)

    assert set(slugs) == {"talks", "summit"}
    assert kept(database) == {"talks": "会谈"}


def test_taking_back_spares_what_was_changed_again(database: Database) -> None:
    save(database, TERM)
    number = save(database, replace(TERM, rendering="谈判"), minute=1)
    save(database, replace(TERM, rendering="会话"), minute=2)

    with database.writing() as session:
        later = START + timedelta(minutes=3)
        made, slugs = store.undo(session, 1, number, person="Ann", at=later)

    assert (made, slugs) == (None, ())
    assert kept(database) == {"talks": "会话"}


def test_a_term_that_comes_back_does_not_start_at_its_old_version(database: Database) -> None:
    save(database, TERM)
    with database.writing() as session:
        at = START + timedelta(minutes=1)
        number = store.remove(session, 1, ["talks"], person="Ann", at=at)
        assert number is not None
        store.undo(session, 1, number, person="Ann", at=at + timedelta(minutes=1))

    with pytest.raises(Conflict):
        save(database, replace(TERM, note="Late."), minute=9, version=1)


def test_an_update_of_the_product_spares_what_people_changed_or_removed(
    database: Database,
) -> None:
    shipped = [TERM, Term("summit", "summit", "峰会"), Term("tariff", "tariff", "关税")]
    with database.writing() as session:
        glossaries.renew_shipped(session, shipped)
    save(database, replace(TERM, rendering="谈判"))
    with database.writing() as session:
        store.remove(session, 1, ["summit"], person="Ann", at=START + timedelta(minutes=1))

    with database.writing() as session:
        glossaries.renew_shipped(session, [replace(term, note="Newer.") for term in shipped])

    assert kept(database) == {"talks": "谈判", "tariff": "关税"}
    with database.reading() as session:
        assert store.get(session, 1, "tariff").term.note == "Newer."


def test_names_are_unique_and_not_empty(database: Database) -> None:
    with database.writing() as session:
        glossaries.create(session, " Class  7 ")
        with pytest.raises(Conflict):
            glossaries.create(session, "Class 7")
        with pytest.raises(InputError):
            glossaries.create(session, " ")


def test_the_shipped_glossary_cannot_be_removed(database: Database) -> None:
    with database.writing() as session:
        glossaries.renew_shipped(session, [TERM])
        with pytest.raises(InputError):
            glossaries.remove(session, 1)


def test_an_article_uses_what_was_chosen_in_its_order_and_all_without_a_choice(
    database: Database,
) -> None:
    with database.writing() as session:
        number = articles.add(session, examples.article(), examples.segments())
        ids = [glossaries.create(session, name).id for name in ("A", "B", "C")]
        before = glossaries.of_article(session, number)
        glossaries.choose(session, number, [ids[2], ids[0]])

    with database.reading() as session:
        assert [card.name for card in before] == ["A", "B", "C"]
        assert [card.name for card in glossaries.of_article(session, number)] == ["C", "A"]
        assert glossaries.users(session, ids[0]) == (number,)
        assert glossaries.users(session, ids[1]) == ()


def test_what_is_not_there_is_said(database: Database) -> None:
    save(database, TERM)
    with database.reading() as session:
        for ask in (
            lambda: glossaries.get(session, 9),
            lambda: store.get(session, 1, "none"),
            lambda: store.change(session, 1, 99),
        ):
            with pytest.raises(NotFound):
                ask()
