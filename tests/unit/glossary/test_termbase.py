"""Searching, comparing and judging terms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import (
    Matcher,
    SearchIndex,
    Term,
    TermStatus,
    UsageState,
    compare,
    conflicts,
    pinyin_of,
    rivals,
    shipped,
    usages,
)
from glossary.conflicts import ConflictKind
from glossary.formats import ReadResult

INDEX = SearchIndex(shipped())
WAR = Term("trade-war", "trade war", "贸易战", ("trade wars",), ("经贸战",))
WINNERS = Term("no-winners", "no winners in a trade war", "贸易战没有赢家")
TARIFF = Term("tariff", "tariff", "关税")
MATCHER = Matcher([WAR, WINNERS, TARIFF])


@pytest.mark.parametrize(
    ("query", "headword"),
    [
        pytest.param("xdggx", "new model of major-country relationship", id="initials inside"),
        pytest.param("xxdggx", "new model of major-country relationship", id="all initials"),
        pytest.param("xīnxíngdàguó", "new model of major-country relationship", id="tone marks"),
        pytest.param(
            "xinxing da guo guanxi", "new model of major-country relationship", id="no tones"
        ),
        pytest.param(
            "xin1 xing2 da4 guo2", "new model of major-country relationship", id="numbers"
        ),
        pytest.param("lvse fazhan", "green development", id="v for ü"),
        pytest.param("贸易战", "trade war", id="simplified"),
        pytest.param("貿易戰", "trade war", id="traditional"),
        pytest.param("Trade-War", "trade war", id="English in another spelling"),
        pytest.param("WTO", "World Trade Organization", id="a variant"),
    ],
)
def test_the_best_hit_is_the_term_that_was_meant(query: str, headword: str) -> None:
    assert INDEX.search(query)[0].headword == headword


def test_a_query_that_fits_nothing_finds_nothing() -> None:
    assert INDEX.search("zzzz") == []
    assert INDEX.search("鑫鑫") == []


def test_a_term_keeps_its_own_pinyin() -> None:
    assert pinyin_of(replace(WAR, pinyin="mào yì zhàn!")) == "mào yì zhàn!"
    assert pinyin_of(WAR) == "mào yì zhàn"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("贸易战伤人。", ["obeyed"], id="the wanted rendering"),
        pytest.param("貿易戰傷人。", ["obeyed"], id="in traditional characters"),
        pytest.param("经贸战伤人。", ["variant"], id="an accepted one"),
        pytest.param("贸易战争伤人。", ["obeyed"], id="a longer word around it"),
        pytest.param("冲突伤人。", ["missed"], id="none"),
        pytest.param("商战伤人。", ["conflict"], id="what another glossary wants"),
    ],
)
def test_a_term_in_a_translation_has_a_state(target: str, expected: list[str]) -> None:
    found = usages(target, MATCHER.find("A trade war hurts."), rivals={"trade-war": ["商战"]})

    assert [str(usage.state) for usage in found] == expected


def test_a_rendering_that_we_put_there_is_inserted() -> None:
    [usage] = usages("贸易战伤人。", MATCHER.find("A trade war hurts."), inserted=[(0, 3)])

    assert (usage.state, usage.target_start, usage.target_end) == (UsageState.INSERTED, 0, 3)


def test_a_rendering_inside_a_longer_one_counts_for_the_longer_only() -> None:
    source = "There are no winners in a trade war, and this trade war shows it."

    found = usages("贸易战没有赢家。", MATCHER.find(source))

    assert [usage.state for usage in found] == [UsageState.OBEYED, UsageState.MISSED]


def test_a_term_that_comes_twice_needs_two_places() -> None:
    matches = MATCHER.find("Trade war after trade war.")

    twice = usages("贸易战之后又是贸易战。", matches)
    once = usages("一场又一场贸易战。", matches)

    assert [usage.target_start for usage in twice] == [0, 7]
    assert [usage.state for usage in once] == [UsageState.OBEYED, UsageState.MISSED]


def test_conflicts_are_same_english_or_same_chinese() -> None:
    found = conflicts(
        [WAR, Term("b", "Trade-Wars", "商战", ("trade war",)), Term("c", "duty", "关税"), TARIFF]
    )

    assert [(each.kind, [term.id for term in each.terms]) for each in found] == [
        (ConflictKind.SAME_ENGLISH, ["trade-war", "b"]),
        (ConflictKind.SAME_ENGLISH, ["trade-war", "b"]),
        (ConflictKind.SAME_CHINESE, ["c", "tariff"]),
    ]


def test_retired_terms_and_forms_apart_by_case_are_no_conflict() -> None:
    us = Term("us", "US", "美国", case_sensitive=("US",))

    assert not conflicts([us, Term("we", "us", "我们", case_sensitive=("us",))])
    assert not conflicts([WAR, replace(WAR, id="b", rendering="商战", status=TermStatus.RETIRED)])


def test_an_import_is_sorted_before_anything_is_written() -> None:
    imported = (
        Term("quota", "quota", "配额"),
        replace(WAR, note="new"),
        Term("duty", "Tariff", "税"),
        TARIFF,
    )

    preview = compare([WAR, TARIFF], ReadResult(imported))

    assert [term.id for term in preview.new] == ["quota"]
    assert [(change.old.id, change.fields) for change in preview.changed] == [
        ("trade-war", ("note",))
    ]
    assert [(clash.existing.id, clash.imported.id) for clash in preview.conflicting] == [
        ("tariff", "duty")
    ]
    assert preview.unchanged == (TARIFF,)


def test_what_an_import_leaves_empty_is_kept() -> None:
    old = replace(WAR, definition_en="A fight.")

    preview = compare([old], ReadResult((replace(WAR, note="Often seen."),)))

    assert preview.changed[0].new.definition_en == "A fight."
    assert preview.changed[0].fields == ("note",)


def test_a_file_with_another_rendering_is_a_clash_even_under_the_same_id() -> None:
    imported = Term("trade-war", "trade war", "商战")

    preview = compare([WAR], ReadResult((imported,)))

    assert [(clash.existing, clash.imported) for clash in preview.conflicting] == [(WAR, imported)]


def test_an_accepted_rendering_in_a_file_does_not_replace_the_wanted_one() -> None:
    preview = compare([WAR], ReadResult((Term("war", "trade war", "经贸战", note="New."),)))

    assert preview.changed[0].new.rendering == "贸易战"


def test_an_id_that_two_different_terms_share_by_chance_makes_a_new_term() -> None:
    preview = compare([Term("us", "US", "美国")], ReadResult((Term("us", "us all", "我们大家"),)))

    assert [term.headword for term in preview.new] == ["us all"]


def test_importing_the_shipped_glossary_again_changes_nothing() -> None:
    preview = compare(shipped(), ReadResult(shipped()))

    assert len(preview.unchanged) == len(shipped())


def test_the_shipped_glossary_contradicts_itself_nowhere_in_english() -> None:
    found = [each for each in conflicts(shipped()) if each.kind is ConflictKind.SAME_ENGLISH]

    assert found == []
    assert len({term.id for term in shipped()}) == len(shipped())


def test_a_file_that_says_nothing_about_status_approves_no_draft() -> None:
    draft = replace(WAR, status=TermStatus.DRAFT)

    preview = compare([draft], ReadResult((WAR,), has_status=False))

    assert preview.unchanged == (draft,)


def test_terms_of_the_same_english_are_rivals_unless_they_accept_each_other() -> None:
    other = Term("b", "Trade-war", "商战")
    same = Term("c", "trade wars", "经贸战")

    assert rivals([WAR, other, same]) == {
        "trade-war": ("商战",),
        "b": ("贸易战",),
        "c": ("贸易战",),
    }
