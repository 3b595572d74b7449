"""What is kept of glossaries over a change, and how much of a library a change looks at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Term, TermStatus
from reader.articles import article_from_text
from reader.services import glossary, library, rechecking, term_edits, terms, translating
from reader.store import glossaries
from reader.store import terms as store
from reader.toolbox import Toolbox
from tests.unit.later import Later
from tests.unit.services.test_glossary import rows

TERM = Term("", "harbour pilot", "引航员")


@pytest.fixture
def own(tools: Toolbox) -> int:
    return glossary.create(tools, "Class 7").id


def stored(tools: Toolbox) -> list[Term]:
    """The terms of all glossaries as the database has them."""
    with tools.database.reading() as session:
        return [
            replace(term, id=f"{card.id}:{term.id}")
            for card in glossaries.all_glossaries(session)
            for term in glossaries.get_terms(session, card.id)
        ]


def test_what_is_kept_is_what_is_stored(tools: Toolbox, own: int) -> None:
    assert list(terms.matchable(tools, None)) == stored(tools)
    first = term_edits.save(tools, own, TERM, 0).slugs[0]
    other = term_edits.save(tools, own, Term("", "berth", "泊位"), 0).slugs[0]
    saved = glossary.view(tools, own, first).stored
    term_edits.save(tools, own, replace(saved.term, rendering="领航员"), saved.version)
    gone = term_edits.remove(tools, own, [first])
    assert list(terms.matchable(tools, None)) == stored(tools)
    assert gone.number is not None
    term_edits.undo(tools, own, gone.number)
    term_edits.merge(tools, own, first, [other])

    assert list(terms.matchable(tools, None)) == stored(tools)
    assert glossary.open_glossary(tools, own)[1].terms == terms.named(tools, "Class 7")
    (match,) = terms.termbase(tools, None).matcher.find("Two berths.")
    assert match.term.rendering == "领航员"


def test_a_note_looks_at_no_sentence(tools: Toolbox, own: int) -> None:
    article = library.add_article(tools, article_from_text("Pilots\n\nThe harbour pilot met."))
    translating.translate_some(tools, article.article_id, "test")
    term_edits.save(tools, own, TERM, 0)
    translating.translate_some(tools, article.article_id, "test")
    saved = glossary.view(tools, own, "harbour-pilot").stored
    draft = replace(saved.term, note="Seen.", status=TermStatus.DRAFT)
    seen = library.get_card(tools, article.article_id).revision

    made = term_edits.save(tools, own, draft, saved.version)

    assert made.effect == rechecking.Effect()
    assert library.get_card(tools, article.article_id).revision == seen


def test_a_retired_term_loses_its_marks(tools: Toolbox, own: int) -> None:
    number = library.add_article(tools, article_from_text("Pilots\n\nThe harbour pilot met."))
    term_edits.save(tools, own, TERM, 0)
    translating.translate_some(tools, number.article_id, "test")
    assert any(row.segment.terms for row in rows(tools, number.article_id))

    term_edits.set_many(tools, own, ["harbour-pilot"], status=TermStatus.RETIRED)

    assert not any(row.segment.terms for row in rows(tools, number.article_id))


def test_very_many_sentences_are_checked_in_the_background(tools: Toolbox, own: int) -> None:
    text = "Pilots\n\nThe harbour pilot met a guest. The guest met another harbour pilot."
    number = library.add_article(tools, article_from_text(text)).article_id
    translating.translate_some(tools, number, "test")
    later = Later()
    busy = replace(tools, background=later)
    written = term_edits.write(tools, own, lambda session, at: store.save(
        session, own, [replace(TERM, id="pilot")], person="Ann", action="added", at=at
    ))  # fmt: skip
    assert written is not None
    changes = [(before, after) for _, before, after in written.changes]

    effect = rechecking.after_terms(busy, own, changes, at=written.at, most=1)
    assert effect == rechecking.Effect(articles=(number,), pending=2)
    assert not any(row.segment.status == "waiting" for row in rows(tools, number))
    later.catch_up()

    assert sum(row.segment.status == "waiting" for row in rows(tools, number)) == 2
