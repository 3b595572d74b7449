"""Teaching: edits with their history, approval, conflicts, and what approval does elsewhere."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.articles import article_from_text
from reader.errors import Conflict, EmptyInput, InputTooLarge, NotFound
from reader.queue import DirectQueue
from reader.services import library, reviewing, teaching, translating
from reader.store import segments
from reader.store.records import Row
from reader.toolbox import Toolbox
from reader.translation.segment import Origin, Status, TermState

PAGE = """Trade war and small yard with high fences

The trade war has no winner, the minister said on Monday.

They agreed on win-win cooperation.
"""


@pytest.fixture
def number(tools: Toolbox) -> int:
    added = library.add_article(tools, article_from_text(PAGE)).article_id
    translating.translate_some(tools, added, "worker")
    return added


def row_of(tools: Toolbox, number: int, position: int = 1) -> Row:
    with tools.database.reading() as session:
        return segments.rows(session, number)[position]


def seen(tools: Toolbox, number: int, position: int = 1) -> tuple[int, str]:
    row = row_of(tools, number, position)
    return row.id, segments.version(row.segment)


def test_what_a_person_wrote_is_a_draft_of_a_person(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)

    saved = teaching.save(tools, number, segment_id, "贸易战没有赢家。", seen=version)

    made = saved.row.segment
    assert (made.target, made.origin, made.status, made.engine) == (
        "贸易战没有赢家。", Origin.PERSON, Status.DRAFT, "",
    )  # fmt: skip


def test_terms_links_issues_and_words_are_worked_out_afresh(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)

    made = teaching.save(tools, number, segment_id, "商战没有赢家，部长周一说。", seen=version).row

    assert {use.state for use in made.segment.terms} == {TermState.MISSED}
    assert "term-missing" in {issue.kind for issue in made.segment.issues}
    assert all(link.target_end <= len(made.segment.target) for link in made.segment.links)
    assert "".join(token[0] for token in made.tokens[1:]) == made.segment.target


def test_punctuation_is_put_right_unless_the_person_says_no(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)

    plain = teaching.save(tools, number, segment_id, "没有赢家,他说.", seen=version, tidy=False)
    again = segments.version(plain.row.segment)
    tidy = teaching.save(tools, number, segment_id, "没有赢家,他说.", seen=again)

    assert plain.row.segment.target == "没有赢家,他说."
    assert tidy.row.segment.target == "没有赢家，他说。"


def test_blanks_line_ends_and_invisible_characters_do_not_stay(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)

    saved = teaching.save(tools, number, segment_id, " 没有\u200b赢家\n\n他说。", seen=version)

    assert saved.row.segment.target == "没有赢家他说。"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        pytest.param(" \n\u200b", EmptyInput, id="nothing"),
        pytest.param("长" * 5001, InputTooLarge, id="far too much"),
    ],
)
def test_what_is_no_sentence_is_refused(
    tools: Toolbox, number: int, typed: str, error: type[Exception]
) -> None:
    segment_id, version = seen(tools, number)
    before = row_of(tools, number)

    with pytest.raises(error):
        teaching.save(tools, number, segment_id, typed, seen=version)

    assert row_of(tools, number) == before


def test_the_second_of_two_tabs_is_told_and_changes_nothing(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    teaching.save(tools, number, segment_id, "第一个。", seen=version)

    with pytest.raises(Conflict):
        teaching.save(tools, number, segment_id, "第二个。", seen=version)

    assert row_of(tools, number).segment.target == "第一个。"
    assert len(teaching.open_sentence(tools, number, segment_id).history) == 1


def test_a_change_around_the_sentence_is_no_conflict(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    with tools.database.writing() as session:
        segments.set_reviewed(session, segment_id, "审校。")

    saved = teaching.save(tools, number, segment_id, "贸易战没有赢家。", seen=version)

    assert saved.row.segment.target == "贸易战没有赢家。"


def test_saving_what_is_there_already_makes_no_history(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    target = row_of(tools, number).segment.target

    saved = teaching.save(tools, number, segment_id, target, seen=version)

    assert saved.row.segment.origin is Origin.MACHINE
    assert teaching.open_sentence(tools, number, segment_id).history == ()


def test_approving_without_a_change_leaves_the_origin_true(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    target = row_of(tools, number).segment.target

    saved = teaching.save(tools, number, segment_id, target, seen=version, approve=True)

    made = saved.row.segment
    assert (made.origin, made.status, made.target) == (Origin.MACHINE, Status.APPROVED, target)


def test_an_approval_can_be_taken_back(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    approved = teaching.approve_as_is(tools, number, segment_id, seen=version).row
    version = segments.version(approved.segment)

    saved = teaching.take_back(tools, number, segment_id, seen=version)

    assert saved.row.segment.status is Status.DRAFT


def test_an_older_version_comes_back_with_who_made_it(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    machine = row_of(tools, number).segment
    saved = teaching.save(tools, number, segment_id, "别的。", seen=version, approve=True).row
    (edit,) = teaching.open_sentence(tools, number, segment_id).history

    back = teaching.bring_back(
        tools, number, segment_id, edit.id, seen=segments.version(saved.segment)
    ).row.segment

    assert (back.target, back.origin, back.engine, back.status) == (
        machine.target, Origin.MACHINE, machine.engine, Status.DRAFT,
    )  # fmt: skip
    history = teaching.open_sentence(tools, number, segment_id).history
    assert [edit.target for edit in history] == ["别的。", machine.target]


def test_waiting_sentences_with_the_same_english_take_an_approved_one(
    tools: Toolbox, number: int
) -> None:
    other = library.add_article(
        tools, article_from_text("Another day\n\nThey agreed on  win-win cooperation.")
    ).article_id
    segment_id, version = seen(tools, number, 2)

    saved = teaching.save(
        tools, number, segment_id, "他们同意合作共赢。", seen=version, approve=True
    )

    taken = row_of(tools, other, 1).segment
    assert saved.taken == 1
    assert (taken.target, taken.origin, taken.status) == (
        "他们同意合作共赢。", Origin.MEMORY, Status.DRAFT,
    )  # fmt: skip
    assert taken.terms[0].state is TermState.OBEYED


def test_the_machine_may_try_again_what_it_made_itself(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    target = row_of(tools, number).segment.target

    assert teaching.again(tools, number, segment_id, seen=version)

    opened = teaching.open_sentence(tools, number, segment_id)
    assert isinstance(tools.queue, DirectQueue)
    assert tools.queue.asked[-1] == number
    assert opened.row.segment.status is Status.WAITING
    assert [edit.target for edit in opened.history] == [target]


def test_the_machine_needs_a_word_before_it_replaces_a_person(tools: Toolbox, number: int) -> None:
    segment_id, version = seen(tools, number)
    row = teaching.save(tools, number, segment_id, "人写的。", seen=version).row
    version = segments.version(row.segment)

    asked = teaching.again(tools, number, segment_id, seen=version)
    still = row_of(tools, number).segment.target
    done = teaching.again(tools, number, segment_id, seen=version, sure=True)

    assert (asked, still, done) == (False, "人写的。", True)
    assert teaching.open_sentence(tools, number, segment_id).history[0].target == "人写的。"


def test_the_next_doubtful_one_comes_round_again(tools: Toolbox, number: int) -> None:
    for position in (0, 2):
        segment_id, version = seen(tools, number, position)
        teaching.save(tools, number, segment_id, "不像。", seen=version)
    first, second, third = (row_of(tools, number, n).id for n in range(3))

    following = [
        teaching.open_sentence(tools, number, each).doubtful for each in (first, second, third)
    ]

    assert following == [third, third, first]


def test_a_sentence_of_another_article_is_not_found(tools: Toolbox, number: int) -> None:
    other = library.add_article(tools, article_from_text("A\n\nOther words.")).article_id
    segment_id, _ = seen(tools, number)

    with pytest.raises(NotFound):
        teaching.open_sentence(tools, other, segment_id)


def test_all_clear_sentences_are_approved_and_doubtful_ones_left(
    tools: Toolbox, number: int
) -> None:
    for position, target in ((0, "贸易战与小院高墙"), (2, "他们同意合作共赢。"), (1, "不像。")):
        segment_id, version = seen(tools, number, position)
        teaching.save(tools, number, segment_id, target, seen=version)

    done = reviewing.approve_all(tools, number)

    left = reviewing.open_review(tools, number)
    assert done.sentences == 2
    assert ([row.id for row in left.doubtful], left.clear) == ([segment_id], ())
    assert reviewing.approve_all(tools, number, doubtful=True).sentences == 1


def test_what_changed_since_the_person_looked_is_not_approved(tools: Toolbox, number: int) -> None:
    revision = reviewing.open_review(tools, number).card.revision
    segment_id, version = seen(tools, number, 2)
    teaching.save(tools, number, segment_id, "他们同意合作共赢。", seen=version)

    reviewing.approve_all(tools, number, doubtful=True, up_to=revision)

    assert row_of(tools, number, 2).segment.status is Status.DRAFT
    assert row_of(tools, number, 1).segment.status is Status.APPROVED


def test_of_people_who_save_at_the_same_moment_one_wins_and_the_others_are_told(
    tools: Toolbox, number: int
) -> None:
    segment_id, version = seen(tools, number)
    together = threading.Barrier(4)

    def write(name: str) -> bool:
        together.wait(10)
        try:
            teaching.save(tools, number, segment_id, f"{name}写的。", seen=version)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(4) as people:
        saved = list(people.map(write, "甲乙丙丁"))

    opened = teaching.open_sentence(tools, number, segment_id)
    assert saved.count(True) == 1
    assert opened.row.segment.target == f"{'甲乙丙丁'[saved.index(True)]}写的。"
    assert len(opened.history) == 1
