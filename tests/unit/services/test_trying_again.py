"""A sentence that the checks refuse is made once more, even if the process was killed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from reader.articles import article_from_text
from reader.services import library, reading, translating
from reader.store import segments
from reader.toolbox import Toolbox
from reader.translation.engine import Draft, Request
from reader.translation.fake import FakeEngine

PAGE = """Trade war and small yard with high fences

The trade war has no winner, the minister said on Monday.

They agreed on win-win cooperation.
"""


def add(tools: Toolbox) -> int:
    return library.add_article(tools, article_from_text(PAGE)).article_id


class StammeringEngine(FakeEngine):
    """Loops at first and finds the words when asked again."""

    key = "stammering"

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        for _ in requests:
            yield Draft("声波声波声波声波声波声波声波声波。")


def test_a_degenerate_draft_is_decoded_again(tools: Toolbox) -> None:
    number = add(tools)

    translating.translate_some(
        replace(tools, engines={"fake": StammeringEngine()}), number, "worker"
    )

    second = reading.open_article(tools, number).pairs[1].row.segment
    assert "声波声波" not in second.target
    assert "repetition" not in {issue.kind for issue in second.issues}


class KilledEngine(StammeringEngine):
    """Takes the process down when it is asked again."""

    def alternatives(self, request: Request) -> Iterator[Draft]:
        raise KeyboardInterrupt
        yield


def test_a_doubtful_sentence_is_tried_again_after_the_process_was_killed(tools: Toolbox) -> None:
    number = add(tools)
    with pytest.raises(KeyboardInterrupt):
        translating.translate_some(
            replace(tools, engines={"fake": KilledEngine()}), number, "killed"
        )
    with tools.database.writing() as session:
        segments.end_all_leases(session)
        unfinished = segments.unfinished(session)
    before = reading.open_article(tools, number).progress

    translating.translate_some(tools, number, "worker")

    with tools.database.reading() as session:
        assert (unfinished, segments.unfinished(session)) == ((number,), ())
    after = reading.open_article(tools, number)
    assert (before.finished, after.progress.finished) == (False, True)
    assert "声波声波" not in after.pairs[1].row.segment.target


class HopelessEngine(StammeringEngine):
    """Has nothing better to say, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def alternatives(self, request: Request) -> Iterator[Draft]:
        self.asked += 1
        yield Draft("声波声波声波声波声波声波声波声波。")


def test_a_sentence_that_cannot_be_bettered_is_tried_again_only_once(tools: Toolbox) -> None:
    number = add(tools)
    engine = HopelessEngine()
    hopeless = replace(tools, engines={"fake": engine})

    translating.translate_some(hopeless, number, "worker")
    asked = engine.asked
    translating.translate_some(hopeless, number, "worker")

    assert engine.asked == asked > 0
