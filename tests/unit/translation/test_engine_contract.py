"""What every engine promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.translation.argos import ArgosEngine
from reader.translation.engine import Engine, Hint, Request
from reader.translation.fake import FakeEngine
from reader.translation.firefox import FirefoxEngine, Translator

SENTENCES = [
    "The two leaders held a telephone call.",
    "",
    "Trade grew by 5% in 2025.",
    "  ",
    "***",
    "The talks, which were held in Geneva, ended without a result, and both sides went home.",
]


class _Stub:
    def translate(self, text: str) -> str:
        return "译文。"


def _open_stub(folder: Path) -> Translator:
    return _Stub()


@pytest.fixture(
    params=["fake", "argos", "firefox", pytest.param("builtin", marks=pytest.mark.model)]
)
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "argos":
        return ArgosEngine(request.getfixturevalue("argos_folder"))
    if request.param == "firefox":
        return FirefoxEngine(Path("unused"), _open_stub)
    if request.param == "builtin":
        made: Engine = request.getfixturevalue("builtin")
        return made
    return FakeEngine()


def test_there_is_one_draft_per_request_even_for_odd_ones(engine: Engine) -> None:
    drafts = list(engine.translate([Request(text) for text in SENTENCES]))

    assert len(drafts) == len(SENTENCES)
    assert drafts[0].text


def test_nothing_asked_gives_nothing(engine: Engine) -> None:
    assert list(engine.translate([])) == []


def test_closing_the_iterator_early_leaves_a_working_engine(engine: Engine) -> None:
    drafts = engine.translate([Request(SENTENCES[0])] * 5)
    first = next(drafts)
    drafts.close()  # type: ignore[attr-defined]

    assert first.text
    assert next(engine.translate([Request(SENTENCES[0])])).text


def test_an_engine_works_again_after_it_was_closed(engine: Engine) -> None:
    next(engine.translate([Request(SENTENCES[0])]))

    engine.close()

    assert next(engine.translate([Request(SENTENCES[0])])).text


def test_links_lie_inside_both_texts(engine: Engine) -> None:
    request = Request(SENTENCES[0], (Hint(24, 38, "telephone call", "通电话"),))

    (draft,) = engine.translate([request])

    for link in draft.links:
        assert 0 <= link.source_start < link.source_end <= len(request.text)
        assert 0 <= link.target_start < link.target_end <= len(draft.text)


def test_key_and_name_are_there(engine: Engine) -> None:
    assert engine.key
    assert engine.name
