"""Editions: the version and the script that a person chose, in every kind of file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.chinese.annotate import Token
from reader.exports import EXPORTS, Document
from reader.exports.edition import edition
from reader.exports.options import Options, Script, Version
from reader.exports.origin import origin_lines, tally
from reader.exports.wording import ENGLISH
from tests.unit.exports.test_origin import text_of

REVIEWED = Options(version=Version.REVIEWED)
TRADITIONAL = Options(script=Script.TRADITIONAL)


def test_nothing_chosen_changes_nothing(document: Document) -> None:
    assert edition(document, Options()) == document


def test_the_reviewed_version_takes_the_place_of_the_machines(document: Document) -> None:
    chosen = edition(document, REVIEWED)

    assert [pair.segment.target for pair in chosen.pairs] == [
        "元首通电话", "双方通了电话。", "“好，”他说。", "",
    ]  # fmt: skip
    assert [pair.is_reviewed for pair in chosen.pairs] == [False, True, False, False]


def test_the_reviewed_version_is_never_called_the_machines(document: Document) -> None:
    chosen = edition(document, REVIEWED)
    lines = " ".join(origin_lines(chosen, ENGLISH))

    assert tally(chosen.pairs).machine == 0
    assert "Engine" not in lines
    assert "1 of 4 sentences in the reviewed version, which a person wrote or corrected." in lines


def test_a_term_is_found_again_in_the_reviewed_version(document: Document) -> None:
    pair = replace(document.pairs[1], reviewed="昨天通电话了。")

    (use,) = edition(replace(document, pairs=(pair,)), REVIEWED).pairs[0].segment.terms

    assert (use.target_start, use.target_end) == (2, 5)


def test_a_term_that_the_reviewed_version_does_not_use_is_not_marked(document: Document) -> None:
    (use,) = edition(document, REVIEWED).pairs[1].segment.terms

    assert (use.target_start, use.target_end) == (0, 0)


def test_traditional_script_reaches_sentences_words_and_terms(document: Document) -> None:
    chosen = edition(document, TRADITIONAL)

    assert chosen.pairs[1].segment.target == "兩國通電話。"
    assert [token.text for token in chosen.pairs[1].tokens] == ["兩國", "通電話", "。"]
    assert chosen.pairs[1].segment.terms[0].rendering == "通電話"
    assert chosen.terms[0].rendering == "通電話"
    assert chosen.chinese == "zh-Hant"


def test_both_choices_go_together(document: Document) -> None:
    both = Options(version=Version.REVIEWED, script=Script.TRADITIONAL)

    assert edition(document, both).pairs[1].segment.target == "雙方通了電話。"


@pytest.mark.parametrize("key", ["text", "tsv"])
def test_files_hold_what_was_chosen(key: str, document: Document) -> None:
    data = (
        EXPORTS[key]
        .write(document, Options(version=Version.REVIEWED, script=Script.TRADITIONAL))
        .decode()
    )

    assert "雙方通了電話。" in data
    assert "两国通电话" not in data


def test_the_json_holds_all_versions_whatever_was_chosen(document: Document) -> None:
    plain = EXPORTS["json"].write(document)

    assert EXPORTS["json"].write(document, Options(version=Version.REVIEWED)) == plain


@pytest.mark.parametrize("key", ["html", "epub", "text"])
def test_tones_are_those_that_were_chosen(key: str, document: Document) -> None:
    words = (Token("不", 0, 1, ("bù",), "bù"), Token("对", 1, 2, ("duì",), "duì"))
    pair = replace(
        document.pairs[1],
        segment=replace(document.pairs[1].segment, target="不对", terms=(), links=()),
        tokens=words,
    )
    article = replace(document, pairs=(pair,))

    assert "bù" in text_of(key, EXPORTS[key].write(article, Options(pinyin=True)))
    assert "bú" in text_of(key, EXPORTS[key].write(article, Options(pinyin=True, spoken=True)))
