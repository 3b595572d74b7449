"""Checks say exactly what is wrong with a sentence pair, and are quiet where nothing is."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from reader.translation.checks import KINDS, calls_for_retry, check
from reader.translation.engine import Hint
from reader.translation.segment import Issue
from reader.translation.typography import typeset

DATA = Path(__file__).parents[4] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the evaluation data is not here")
LONG = "The two leaders agreed that their respective teams should meet again as soon as possible."


def kinds(source: str, target: str) -> list[str]:
    return [issue.kind for issue in check(source, target)]


@pytest.mark.parametrize(
    ("source", "target", "kind", "target_span"),
    [
        pytest.param(
            "He left the room early.", "他早早离开了，", "cut-off", "，", id="dangling comma"
        ),
        pytest.param("He left the room early.", "他早早离开了,", "cut-off", ",", id="raw comma"),
        pytest.param(
            "He left because it was late.", "他离开了因为。", "cut-off", "因为。", id="amid"
        ),
        pytest.param(LONG, "两国元首同意会谈。", "cut-off", "两国元首同意会谈。", id="too short"),
        pytest.param(
            LONG, "两国元首" * 3 + "同意。" + "甲乙丙丁戊己" * 9, "length", "", id="too long"
        ),
        pytest.param(
            "Use the sonic waves.", "用声波声波声波。", "repetition", "声波声波声波", id="loop"
        ),
        pytest.param(
            "He came and he went.",
            "他自1995年以来，自1995年以来。",
            "repetition",
            "自1995年以来，自1995年以来",
            id="clause said twice",
        ),
        pytest.param("He left the room.", "他“离开了房间。", "brackets", "“", id="open quote"),
        pytest.param("He left the room.", "他离开了）房间。", "brackets", "）", id="lone bracket"),
        pytest.param("He left the room.", "He left the room.", "untranslated", "", id="English"),
        pytest.param("The leaders met again here.", "领导", "single-word", "", id="one word"),
        pytest.param("He left.", " ", "empty", "", id="nothing"),
        pytest.param(
            "It is minimally weathered now.",
            "它很少weathered。",
            "leftover",
            "weathered",
            id="English word",
        ),
        pytest.param("They held talks.", "他们又hold了会谈。", "leftover", "hold", id="made up"),
        pytest.param("France and Japan met today.", "法国今日会晤。", "name", "", id="country"),
        pytest.param("Flight CG4684 left.", "航班离开了。", "name", "", id="flight number"),
    ],
)
def test_a_fault_is_found_where_it_is(
    source: str, target: str, kind: str, target_span: str
) -> None:
    found = [issue for issue in check(source, target) if issue.kind == kind]

    assert found
    if target_span:
        assert target[found[0].target_start : found[0].target_end] == target_span


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Xu Tianqi", "Xu Tianqi", id="a name may stay"),
        pytest.param("10:30", "10:30", id="a time may stay"),
        pytest.param("TikTok grows.", "tiktok发展很快。", id="a name in small letters"),
        pytest.param("Very, very, very good!", "非常非常非常好！", id="the source repeats too"),
        pytest.param("He laughed out loud: ha!", "他大笑：哈哈哈！", id="laughter"),
        pytest.param("He works at Apple Inc. now", "他现在在Apple Inc.工作", id="brand"),
        pytest.param(
            "It is a Karenia brevis bloom.", "这是Karenia brevis水华。", id="Latin species"
        ),
        pytest.param("They did the following:", "他们做了以下事情：", id="colon on both sides"),
        pytest.param('"I came, he said.', "“我来了，他说。", id="part of a longer quotation"),
        pytest.param("The bill was passed.", "法案获得通过。", id="通过 can end a sentence"),
        pytest.param("It hit COVID-19 wards.", "它冲击了新冠病房。", id="disease"),
        pytest.param("China and Japan met.", "该国与日方会晤。", id="country called so"),
        pytest.param("I agree", "我同意", id="short"),
    ],
)
def test_a_good_translation_raises_nothing(source: str, target: str) -> None:
    assert kinds(source, target) == []


def test_a_missing_term_is_shown_in_the_source() -> None:
    source = "They discussed major-country relations."
    hint = Hint(15, 38, "major-country relations", "大国关系", ("大国间关系",))

    (missing,) = check(source, "他们讨论了国与国的关系。", [hint])

    assert (missing.kind, missing.detail) == ("term-missing", "major-country relations → 大国关系")
    assert source[missing.source_start : missing.source_end] == "major-country relations"
    assert check(source, "他们讨论了大国间关系。", [hint]) == ()


@pytest.mark.parametrize(
    ("kind", "again"),
    [
        ("cut-off", True),
        ("repetition", True),
        ("untranslated", True),
        ("empty", True),
        ("length", True),
        ("single-word", True),
        ("number", True),
        ("term-missing", True),
        ("name", True),
        ("brackets", False),
        ("leftover", True),
    ],
)
def test_what_another_decoding_may_mend_is_decoded_again(kind: str, again: bool) -> None:
    assert calls_for_retry([Issue(kind)]) is again


@pytest.fixture(scope="module")
def flores() -> list[dict[str, str]]:
    lines = (DATA / "eval" / "flores_dev.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@needs_data
def test_human_translations_raise_each_kind_in_under_two_percent(
    flores: list[dict[str, str]],
) -> None:
    seed = (DATA / "seed_reference.jsonl").read_text("utf-8").splitlines()
    for pairs in (flores, [json.loads(line) for line in seed]):
        found = [{issue.kind for issue in check(pair["en"], pair["zh"])} for pair in pairs]

        rates = {kind: sum(kind in kinds for kinds in found) / len(found) for kind in KINDS}

        assert {kind: rate for kind, rate in rates.items() if rate >= 0.02} == {}


@needs_data
def test_translations_that_nothing_was_tuned_on_raise_no_more() -> None:
    lines = (DATA.parent / "training" / "pairs.jsonl").read_text("utf-8").splitlines()[1::20]
    pairs = [json.loads(line) for line in lines]

    found = [{issue.kind for issue in check(pair["en"], pair["zh"])} for pair in pairs]

    rates = {kind: sum(kind in kinds for kinds in found) / len(found) for kind in KINDS}
    assert {kind: rate for kind, rate in rates.items() if rate >= 0.02} == {}


@needs_data
@pytest.mark.parametrize("prepare", [lambda t, s: t, typeset], ids=["raw", "typeset"])
def test_cut_off_lines_are_found_and_whole_ones_are_not(flores, prepare) -> None:  # type: ignore[no-untyped-def]
    def is_cut_off(pair: dict[str, str], system: str) -> bool:
        target = prepare(pair[system], pair["en"])
        return any(issue.kind == "cut-off" for issue in check(pair["en"], target))

    dangling = [pair for pair in flores if pair["argos"].rstrip().endswith((",", "，"))]

    assert sum(is_cut_off(pair, "argos") for pair in dangling) >= 0.95 * len(dangling) > 0
    assert sum(is_cut_off(pair, "google") for pair in flores) <= 0.002 * len(flores)


@needs_data
def test_a_thousand_sentences_are_checked_in_a_second(flores: list[dict[str, str]]) -> None:
    start = time.process_time()

    for pair in flores:
        check(pair["en"], pair["argos"])

    assert time.process_time() - start < len(flores) / 1000
