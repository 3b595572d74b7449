from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.chinese.script import to_simplified, to_traditional


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        pytest.param("头发发展", "頭髮發展", id="by-word"),
        pytest.param("皇后以后", "皇后以後", id="queen-and-after"),
        pytest.param("干部干预", "幹部干預", id="cadre-and-interfere"),
        pytest.param("台湾", "臺灣", id="taiwan-standard"),
        pytest.param("软件", "軟件", id="words-are-not-exchanged"),
        pytest.param("5%的AI", "5%的AI", id="other-characters-stay"),
    ],
)
def test_script_is_converted_by_word(simplified: str, traditional: str) -> None:
    assert to_traditional(simplified) == traditional
    assert to_simplified(traditional) == simplified


def test_a_glossary_gives_its_own_form_and_longer_terms_win() -> None:
    overrides = {"台": "台", "台湾海峡": "台灣海峽"}

    assert to_traditional("台湾海峡与台湾", overrides) == "台灣海峽與台灣"


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("中美关系发展头发后面台湾里程干部。，A1\n𠮷"), max_size=30))
def test_the_length_stays(text: str) -> None:
    assert len(to_traditional(text)) == len(text)
