"""Translating: what is saved, what is left alone, what is said when it fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from glossary import Term
from reader.articles import article_from_text
from reader.errors import EngineError
from reader.services import glossary, library, reading, term_edits, translating
from reader.store import articles, segments
from reader.toolbox import Toolbox
from reader.translation.engine import Draft, Request
from reader.translation.fake import FakeEngine
from reader.translation.segment import Origin, Status, TermState

PAGE = """Trade war and small yard with high fences

The trade war has no winner, the minister said on Monday.

They agreed on win-win cooperation.
"""


class FailingEngine(FakeEngine):
    """Breaks after the first sentence."""

    key = "failing"

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        yield from super().translate(requests[:1])
        raise EngineError("The model ran out of memory.")


def add(tools: Toolbox) -> int:
    return library.add_article(tools, article_from_text(PAGE)).article_id


def test_every_sentence_gets_its_chinese(tools: Toolbox) -> None:
    number = add(tools)

    outcome = translating.translate_some(tools, number, "worker")

    opened = reading.open_article(tools, number)
    assert (outcome.saved, outcome.more) == (3, False)
    assert opened.progress.finished
    assert all(pair.row.segment.origin is Origin.MACHINE for pair in opened.pairs)
    assert all(pair.tokens for pair in opened.pairs)


def test_glossary_terms_appear_in_their_official_rendering(tools: Toolbox) -> None:
    number = add(tools)

    translating.translate_some(tools, number, "worker")

    opened = reading.open_article(tools, number)
    renderings = {found.term.rendering for found in opened.terms}
    assert {"贸易战", "小院高墙", "合作共赢"} <= renderings
    for found in opened.terms:
        assert set(found.states) == {TermState.OBEYED}
        assert found.pinyin


def test_a_term_is_marked_on_both_sides(tools: Toolbox) -> None:
    number = add(tools)

    translating.translate_some(tools, number, "worker")

    title = reading.open_article(tools, number).pairs[0].row.segment
    shown = [
        (title.source[u.source_start : u.source_end], title.target[u.target_start : u.target_end])
        for u in title.terms
    ]
    assert shown == [("Trade war", "贸易战"), ("small yard with high fences", "小院高墙")]


def test_an_approved_sentence_is_used_again_as_it_is(tools: Toolbox) -> None:
    number = add(tools)
    with tools.database.writing() as session:
        row = segments.rows(session, number)[2]
        approved = replace(
            row.segment, target="他们同意合作共赢。", origin=Origin.PERSON, status=Status.APPROVED
        )
        segments.edit(session, row.id, approved, "teacher")
    other = library.add_article(
        tools, article_from_text("Another day\n\nThey agreed on win-win cooperation.")
    ).article_id

    translating.translate_some(tools, other, "worker")

    again = reading.open_article(tools, other).pairs[1].row.segment
    assert (again.target, again.origin) == ("他们同意合作共赢。", Origin.MEMORY)


def test_a_failing_engine_keeps_what_was_done_and_says_why_it_stopped(tools: Toolbox) -> None:
    broken = replace(tools, engines={"fake": FailingEngine()})
    number = add(tools)

    translating.translate_some(broken, number, "worker")

    progress = reading.open_article(tools, number).progress
    assert (progress.done, str(progress.problem)) == (1, "The model ran out of memory.")


def test_trying_again_after_a_problem_clears_it(tools: Toolbox) -> None:
    number = add(tools)
    translating.translate_some(replace(tools, engines={"fake": FailingEngine()}), number, "worker")

    translating.translate_some(tools, number, "worker")

    progress = reading.open_article(tools, number).progress
    assert (progress.finished, progress.problem) == (True, None)


def test_an_article_that_another_worker_holds_is_left_to_it(tools: Toolbox) -> None:
    number = add(tools)
    with tools.database.writing() as session:
        segments.take_lease(session, number, "another")

    outcome = translating.translate_some(tools, number, "worker")

    assert outcome == translating.Outcome(0, more=False)


def test_a_long_article_is_done_in_portions_so_that_others_get_their_turn(tools: Toolbox) -> None:
    text = "A title\n\n" + "\n\n".join(f"This is sentence number {n}." for n in range(100))
    number = library.add_article(tools, article_from_text(text)).article_id

    outcome = translating.translate_some(tools, number, "worker")

    assert (outcome.saved, outcome.more) == (translating.CHUNK, True)


def test_a_page_asks_for_changes_and_gets_only_those(tools: Toolbox) -> None:
    number = add(tools)
    before = reading.changes(tools, number, since=0)
    translating.translate_some(tools, number, "worker")

    after = reading.changes(tools, number, since=before.revision)
    later = reading.changes(tools, number, since=after.revision)

    assert (before.pairs, len(after.pairs), later.pairs) == ((), 3, ())
    assert after.progress.finished


class TraditionalEngine(FakeEngine):
    """Writes a traditional character now and then, as small models do."""

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        for _ in requests:
            yield Draft("著名的代表们坐下來和談。")

    def alternatives(self, request: Request) -> Iterator[Draft]:
        return iter(())


def test_traditional_characters_that_slipped_in_become_simplified(tools: Toolbox) -> None:
    number = add(tools)

    translating.translate_some(
        replace(tools, engines={"fake": TraditionalEngine()}), number, "worker"
    )

    second = reading.open_article(tools, number).pairs[1].row.segment
    assert second.target == "著名的代表们坐下来和谈。"


class TeacherAtWork(FakeEngine):
    """Adds a term to a glossary while the second sentence is being translated."""

    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._done = False

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        for number, draft in enumerate(super().translate(requests)):
            if number == 1 and not self._done:
                self._done = True
                own = glossary.create(self._tools, "Class 7")
                term_edits.save(self._tools, own.id, Term("", "minister", "部长大人"), 0)
            yield draft


def test_a_term_that_was_changed_meanwhile_is_used_for_the_rest(tools: Toolbox) -> None:
    number = add(tools)
    working = replace(tools, engines={"fake": TeacherAtWork(tools)})

    first = translating.translate_some(working, number, "worker")
    translating.translate_some(working, number, "worker")

    sentence = reading.open_article(tools, number).pairs[1].row.segment
    assert first == translating.Outcome(1, more=True)
    assert "部长大人" in sentence.target


class OtherEngine(FakeEngine):
    """Another engine, which is chosen while the first one is at work."""

    key = "other"
    name = "Other"


class EngineThatIsReplaced(FakeEngine):
    """Is replaced by the other one, for this article, after its first sentence."""

    def __init__(self, tools: Toolbox, article_id: int) -> None:
        self._tools = tools
        self._article_id = article_id

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        for number, draft in enumerate(super().translate(requests)):
            if number == 1:
                with self._tools.database.writing() as session:
                    articles.set_engine(session, self._article_id, "other")
            yield draft


def test_an_engine_that_was_chosen_meanwhile_makes_the_rest_and_each_sentence_says_whose_it_is(
    tools: Toolbox,
) -> None:
    number = add(tools)
    engines = {"fake": EngineThatIsReplaced(tools, number), "other": OtherEngine()}
    working = replace(tools, engines=engines)

    first = translating.translate_some(working, number, "worker")
    translating.translate_some(working, number, "worker")

    pairs = reading.open_article(tools, number).pairs
    assert first == translating.Outcome(1, more=True)
    assert [pair.row.segment.engine for pair in pairs] == [FakeEngine.name, "Other", "Other"]
