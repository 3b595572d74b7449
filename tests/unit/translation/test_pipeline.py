"""The pipeline: what it does with a draft that the checks refuse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary import Matcher
from reader.translation.engine import Draft, Engine, Request
from reader.translation.fake import FakeEngine
from reader.translation.pipeline import Pipeline
from reader.translation.segment import Segment

SEGMENT = Segment(
    0, 0, "paragraph", "The officials met on Monday and agreed to meet again in June."
)


class LoopingEngine(FakeEngine):
    """Never says anything else."""

    key = "looping"
    name = "Looping"

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        for _ in requests:
            yield Draft("声波声波声波声波声波声波声波声波。")

    def alternatives(self, request: Request) -> Iterator[Draft]:
        yield from self.translate([request])


def pipeline(engine: Engine, rescue: Engine | None) -> Pipeline:
    return Pipeline(
        engine, Matcher(()), lambda source: None, lambda source, target, uses: (), rescue=rescue
    )


def test_another_engine_is_asked_for_what_the_first_cannot_do() -> None:
    line = pipeline(LoopingEngine(), FakeEngine())
    (draft,) = line.translate([SEGMENT])

    better = line.improve(draft)

    assert draft.engine == "Looping"
    assert better is not None
    assert better.engine == FakeEngine.name
    assert "声波声波" not in better.target


def test_without_another_engine_the_sentence_stays_marked() -> None:
    line = pipeline(LoopingEngine(), rescue=None)
    (draft,) = line.translate([SEGMENT])

    better = line.improve(draft)

    assert better is None
    assert "repetition" in {issue.kind for issue in draft.issues}


def test_a_good_sentence_is_not_asked_for_again() -> None:
    line = pipeline(FakeEngine(), LoopingEngine())
    (draft,) = line.translate([SEGMENT])

    assert line.improve(draft) is None
