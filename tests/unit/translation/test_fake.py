from __future__ import annotations

from reader.translation.engine import Hint, Request
from reader.translation.fake import FakeEngine


def test_hints_numbers_and_punctuation_of_the_source_are_in_the_draft() -> None:
    text = "In 2018, the trade war (phase 1.5) cost 50%."
    hint = Hint(text.index("trade"), text.index(" (phase"), "trade war", "贸易战")

    (draft,) = FakeEngine().translate([Request(text, (hint,))])

    assert all(part in draft.text for part in ("2018，", "贸易战", "1.5", "50%"))
    assert draft.text.endswith("。")


def test_links_join_a_term_to_its_rendering() -> None:
    text = "The trade war ended."
    (draft,) = FakeEngine().translate([Request(text, (Hint(4, 13, "trade war", "贸易战"),))])

    pairs = [
        (text[a.source_start : a.source_end], draft.text[a.target_start : a.target_end])
        for a in draft.links
    ]

    assert ("trade war", "贸易战") in pairs


def test_the_same_sentence_gives_the_same_draft_and_other_alternatives() -> None:
    engine = FakeEngine()
    request = Request("Both sides welcomed the plan.")

    (first,), (second,) = engine.translate([request]), engine.translate([request])
    others = [draft.text for draft in engine.alternatives(request)]

    assert first == second
    assert len({first.text, *others}) == 3
