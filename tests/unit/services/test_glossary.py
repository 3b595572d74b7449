"""A changed glossary: what it does to sentences, whom it spares, what it says about an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Term
from reader.articles import article_from_text
from reader.queue import DirectQueue
from reader.services import (
    glossary,
    library,
    term_edits,
    term_guesses,
    term_report,
    translating,
)
from reader.store import segments
from reader.store.records import Row
from reader.toolbox import Toolbox
from reader.translation.segment import Origin, Segment, Status, TermState

PAGE = """Harbour talks go on

The harbour pilots met on Monday. Nothing else happened on that day.

Each harbour pilot wants “double berth” rules, and double berth rules cost money.
"""
TERM = Term("", "harbour pilot", "引航员")


@pytest.fixture
def article(tools: Toolbox) -> int:
    """The number of a translated article."""
    number = library.add_article(tools, article_from_text(PAGE)).article_id
    translate(tools, number)
    return number


@pytest.fixture
def own(tools: Toolbox) -> int:
    """The number of an empty glossary."""
    return glossary.create(tools, "Class 7").id


def translate(tools: Toolbox, number: int) -> None:
    while translating.translate_some(tools, number, "test").more:
        pass


def rows(tools: Toolbox, number: int) -> tuple[Row, ...]:
    with tools.database.reading() as session:
        return segments.rows(session, number)


def rewrite(tools: Toolbox, row: Row, **fields: object) -> None:
    """Change a stored sentence as a person does."""
    made: Segment = replace(row.segment, **fields)  # type: ignore[arg-type]
    with tools.database.writing() as session:
        segments.edit(session, row.id, made, "Ann")


def states(tools: Toolbox, number: int) -> list[TermState]:
    uses = [use for row in rows(tools, number) for use in row.segment.terms]
    return [use.state for use in uses if use.headword == TERM.headword]


def test_a_new_term_lets_only_the_sentences_that_lack_it_wait(
    tools: Toolbox, article: int, own: int
) -> None:
    before = {row.id: row.segment.target for row in rows(tools, article)}

    made = term_edits.save(tools, own, TERM, 0)

    waiting = [row for row in rows(tools, article) if row.segment.status is Status.WAITING]
    assert ["pilot" in row.segment.source for row in waiting] == [True, True]
    assert (made.effect.sentences, made.effect.again, made.effect.articles) == (2, 2, (article,))
    assert isinstance(tools.queue, DirectQueue)
    assert tools.queue.asked[-1] == article
    for row in rows(tools, article):
        assert row in waiting or row.segment.target == before[row.id]


def test_what_a_person_wrote_or_approved_is_never_given_back(
    tools: Toolbox, article: int, own: int
) -> None:
    edited, approved = (row for row in rows(tools, article) if "pilot" in row.segment.source)
    rewrite(tools, edited, target="人写的。", origin=Origin.PERSON)
    rewrite(tools, approved, target="人认可的。", status=Status.APPROVED)

    made = term_edits.save(tools, own, TERM, 0)

    targets = [row.segment.target for row in rows(tools, article)]
    assert {"人写的。", "人认可的。"} <= set(targets)
    assert (made.effect.sentences, made.effect.again) == (2, 0)
    assert states(tools, article) == [TermState.MISSED, TermState.MISSED]


def test_a_sentence_that_has_the_rendering_already_only_gets_its_mark(
    tools: Toolbox, article: int, own: int
) -> None:
    first = next(row for row in rows(tools, article) if "pilots met" in row.segment.source)
    rewrite(tools, first, target="引航员周一开会。")

    made = term_edits.save(tools, own, TERM, 0)

    marked = next(row for row in rows(tools, article) if row.id == first.id)
    (use,) = marked.segment.terms
    assert (use.state, marked.segment.target[use.target_start : use.target_end]) == (
        TermState.OBEYED,
        "引航员",
    )
    assert made.effect.again == 1
    assert any(token[0] == "引航员" for token in marked.tokens[1:])


def test_open_pages_hear_of_a_change(tools: Toolbox, article: int, own: int) -> None:
    seen = library.get_card(tools, article).revision

    term_edits.save(tools, own, TERM, 0)

    with tools.database.reading() as session:
        assert len(segments.rows(session, article, since=seen)) == 2


def test_a_change_that_concerns_no_sentence_touches_none(
    tools: Toolbox, article: int, own: int
) -> None:
    seen = library.get_card(tools, article).revision

    made = term_edits.save(tools, own, Term("", "lighthouse keeper", "灯塔看守"), 0)

    assert made.effect.sentences == 0
    assert library.get_card(tools, article).revision == seen


def test_what_was_translated_again_is_shown_before_and_after(
    tools: Toolbox, article: int, own: int
) -> None:
    made = term_edits.save(tools, own, TERM, 0)
    assert made.number is not None
    translate(tools, article)

    _, redone = term_edits.redone(tools, own, made.number)

    assert len(redone) == 2
    assert all("引航员" not in one.before for one in redone)
    assert all("引航员" in one.found.row.segment.target for one in redone)


def test_taking_a_term_back_takes_its_marks_away(tools: Toolbox, article: int, own: int) -> None:
    made = term_edits.save(tools, own, TERM, 0)
    translate(tools, article)
    assert made.number is not None

    term_edits.undo(tools, own, made.number)

    assert states(tools, article) == []


def test_the_glossary_that_was_chosen_first_wins(tools: Toolbox, article: int, own: int) -> None:
    other = glossary.create(tools, "Class 8").id
    term_edits.save(tools, own, TERM, 0)
    term_edits.save(tools, other, replace(TERM, rendering="港口领航员"), 0)

    glossary.choose(tools, article, [other, own])
    translate(tools, article)

    used = {use.rendering for row in rows(tools, article) for use in row.segment.terms}
    assert "港口领航员" in used
    assert "引航员" not in used


def test_a_rendering_of_another_glossary_is_a_conflict(
    tools: Toolbox, article: int, own: int
) -> None:
    other = glossary.create(tools, "Class 8").id
    term_edits.save(tools, other, replace(TERM, rendering="领港人"), 0)
    first = next(row for row in rows(tools, article) if "pilots met" in row.segment.source)
    rewrite(tools, first, target="领港人周一开会。", origin=Origin.PERSON, status=Status.DRAFT)

    term_edits.save(tools, own, TERM, 0)

    assert states(tools, article)[0] is TermState.CONFLICT


def test_the_report_counts_how_terms_fared(tools: Toolbox, article: int, own: int) -> None:
    term_edits.save(tools, own, TERM, 0)
    translate(tools, article)
    first = next(row for row in rows(tools, article) if "pilots met" in row.segment.source)
    rewrite(tools, first, target="没有这个词。", origin=Origin.PERSON, status=Status.DRAFT)
    glossary.choose(tools, article, [own])

    report = term_report.report(tools, article)

    assert (report.counts[TermState.OBEYED], report.counts[TermState.MISSED]) == (1, 1)
    assert report.success == 0.5


def test_a_concordance_holds_every_pair_with_the_term(
    tools: Toolbox, article: int, own: int
) -> None:
    made = term_edits.save(tools, own, TERM, 0)
    translate(tools, article)

    found = term_report.examples(tools, own, made.slugs[0])

    shown = [example.segment.source[use.source_start : use.source_end]
             for example in found for use in example.uses]  # fmt: skip
    assert shown == ["harbour pilots", "harbour pilot"]


def test_candidates_are_repeated_or_quoted_phrases_without_known_terms(
    tools: Toolbox, article: int, own: int
) -> None:
    texts = {guess.candidate.text.lower() for guess in term_guesses.guesses(tools, article)}
    term_edits.save(tools, own, TERM, 0)
    later = {guess.candidate.text.lower() for guess in term_guesses.guesses(tools, article)}

    assert any("double berth" in text for text in texts)
    assert any("harbour pilot" in text for text in texts)
    assert not any("harbour pilot" in text for text in later)


def test_a_phrase_of_the_dictionary_is_a_candidate_with_its_chinese(tools: Toolbox) -> None:
    text = "Reefs\n\nThe minister praised the coral reefs. Nobody saw them."
    number = library.add_article(tools, article_from_text(text)).article_id

    (guess,) = [
        guess for guess in term_guesses.guesses(tools, number) if "coral" in guess.candidate.text
    ]

    assert (guess.candidate.text, guess.chinese) == ("coral reefs", "珊瑚礁")
    assert guess.segment.source[guess.start : guess.end] == "coral reefs"


@pytest.mark.parametrize(
    ("position", "start", "end", "headword"),
    [
        pytest.param(1, 0, 8, "students", id="a common word opens its sentence"),
        pytest.param(2, 0, 5, "China", id="a name opens its sentence"),
        pytest.param(2, 11, 23, "French books", id="a capital inside a sentence"),
    ],
)
def test_the_capital_that_opens_a_sentence_is_no_part_of_a_term(
    tools: Toolbox, position: int, start: int, end: int, headword: str
) -> None:
    text = "A title\n\nStudents went home early. China sent French books to them."
    number = library.add_article(tools, article_from_text(text)).article_id

    _, english, _ = term_guesses.selection(tools, number, position, start, end)

    assert english == headword


def test_a_selection_brings_its_partner_by_word_links(tools: Toolbox, article: int) -> None:
    row = next(row for row in rows(tools, article) if row.segment.links)
    link = row.segment.links[0]
    span = link.source_start, link.source_end

    segment, english, chinese = term_guesses.selection(tools, article, row.segment.position, *span)

    assert english == segment.source[slice(*span)]
    assert chinese == segment.target[link.target_start : link.target_end]
