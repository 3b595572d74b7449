from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import ModelMissing, ModelRefused
from reader.translation.argos import ArgosEngine, _replaced
from reader.translation.argos_package import open_package
from reader.translation.engine import Draft, Hint, Link, Request
from reader.translation.install import install_argos
from tests.small_models import METADATA, SENTENCES, build_argosmodel


def test_a_whole_article_comes_in_order_with_links_into_both_texts(argos: ArgosEngine) -> None:
    sentences = [*SENTENCES[:4]] * 3

    drafts = list(argos.translate([Request(text) for text in sentences]))

    assert [draft.text for draft in drafts[:4]] == [draft.text for draft in drafts[4:8]]
    assert any(draft.links for draft in drafts)
    for text, draft in zip(sentences, drafts, strict=True):
        for link in draft.links:
            assert text[link.source_start : link.source_end].strip().isalnum()
            assert draft.text[link.target_start : link.target_end].strip()


def test_the_batch_gives_what_one_sentence_gives(argos: ArgosEngine) -> None:
    together = list(argos.translate([Request(text) for text in SENTENCES[:4]]))
    alone = [next(argos.translate([Request(text)])) for text in SENTENCES[:4]]

    assert [draft.text for draft in together] == [draft.text for draft in alone]


def test_a_sentence_longer_than_the_model_is_translated_in_parts(argos: ArgosEngine) -> None:
    text = "The two leaders held a call in Geneva, and " * 12 + "it ended."

    (draft,) = argos.translate([Request(text)])

    assert len(text.split()) > 100
    assert draft.text.count("，") >= 1
    assert all(link.source_end <= len(text) for link in draft.links)


def test_alternatives_are_decoded_in_other_ways(argos: ArgosEngine) -> None:
    request = Request("The two leaders held a telephone call in Geneva, and they agreed to talk.")
    (first,) = argos.translate([request])

    others = [draft.text for draft in argos.alternatives(request)]

    assert len(others) >= 4
    assert any(text != first.text for text in others)


def test_without_a_link_the_draft_stays_and_nothing_is_called_forced(
    argos: ArgosEngine, hinted: Callable[..., Request]
) -> None:
    request = hinted("The trade war ended.", trade_war="小院高墙")

    (draft,) = argos.translate([request])

    assert ("小院高墙" in draft.text) == (draft.forced == ("小院高墙",))


def test_the_words_linked_to_a_term_are_replaced_and_later_links_move() -> None:
    draft = Draft("商业战争伤人。", (Link(0, 5, 0, 2), Link(6, 10, 2, 4), Link(11, 15, 4, 6)))

    better = _replaced(draft, Hint(0, 10, "Trade wars", "贸易战"))

    assert better.text == "贸易战伤人。"
    assert better.links == (Link(0, 10, 0, 3), Link(11, 15, 3, 5))


def test_a_target_prefix_is_honoured_and_not_shown(tmp_path: Path) -> None:
    metadata = {**METADATA, "target_prefix": "。"}
    install_argos(
        build_argosmodel(tmp_path / "p.argosmodel", metadata=metadata), tmp_path / "argos"
    )

    (draft,) = ArgosEngine(tmp_path / "argos").translate([Request(SENTENCES[0])])

    assert draft.text
    assert not draft.text.startswith("。")


def test_opening_a_package_leaves_no_trace_in_the_environment(argos_folder: Path) -> None:
    before = dict(os.environ)

    package = open_package(argos_folder)

    assert package.version == "0.1"
    assert dict(os.environ) == before


def test_pieces_have_the_characters_that_they_stand_for(argos_folder: Path) -> None:
    package = open_package(argos_folder)
    text = "The trade war."

    pieces = package.encode(text)
    chinese, parts = package.decode(["▁贸", "易", "战"])

    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert "".join(chinese[piece.start : piece.end] for piece in parts) == chinese


def test_a_package_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        list(ArgosEngine(tmp_path / "none").translate([Request("Hello.")]))


def test_a_broken_model_is_refused(tmp_path: Path, argosmodel: Path) -> None:
    install_argos(argosmodel, tmp_path / "argos")
    (tmp_path / "argos" / "model" / "model.bin").write_bytes(b"no model")

    with pytest.raises(ModelRefused):
        list(ArgosEngine(tmp_path / "argos").translate([Request("Hello.")]))
