"""Typography lifts engines that cannot punctuate and leaves the others alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.translation.typography import typeset

FLORES = Path(__file__).parents[4] / "shared" / "data" / "eval" / "flores_dev.jsonl"
pytestmark = pytest.mark.skipif(not FLORES.is_file(), reason="the evaluation data is not here")


@pytest.fixture(scope="module")
def pairs() -> list[dict[str, str]]:
    return [json.loads(line) for line in FLORES.read_text("utf-8").splitlines()]


def bleu(targets: list[str], pairs: list[dict[str, str]]) -> float:
    from sacrebleu import corpus_bleu

    return corpus_bleu(targets, [[pair["zh"] for pair in pairs]], tokenize="zh").score


@pytest.mark.parametrize(
    ("system", "least"),
    [("argos", 36.9), ("opusmt", 34.5), ("nllb", 34.9), ("google", 48.77), ("microsoft", 47.9)],
)
def test_every_system_reaches_its_score(
    pairs: list[dict[str, str]], system: str, least: float
) -> None:
    typeset_lines = [typeset(pair[system], pair["en"]) for pair in pairs]

    assert bleu(typeset_lines, pairs) > least


def test_a_human_translation_keeps_all_its_letters(pairs: list[dict[str, str]]) -> None:
    for pair in pairs:
        done = typeset(pair["zh"], pair["en"])

        assert [c for c in done if c.isalnum()] == [c for c in pair["zh"] if c.isalnum()]
