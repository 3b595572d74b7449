"""Translation memories travel as TMX 1.4b and come back the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import EmptyInput, InputError, UnreadableFile
from reader.translation import tmx
from reader.translation.memory import Unit

# What XML can hold, without the carriage return, which parsers turn into a line break.
words = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=20)
    .map(str.strip)
    .filter(lambda text: not {"\ufffe", "\uffff"} & set(text))
)
dates = st.datetimes().map(lambda d: d.strftime("2%y-%m-%dT%H:%M:%S+00:00").replace("2", "20", 1))
units = st.builds(
    Unit,
    source=words.filter(bool),
    target=words.filter(bool),
    author=words,
    date=st.one_of(st.just(""), dates),
    origin=words,
)


def document(*variants: str, head: str = "", attributes: str = "") -> bytes:
    unit = f"<tu {attributes}>{''.join(variants)}</tu>"
    return f"<?xml version='1.0'?>{head}<tmx version='1.4'><body>{unit}</body></tmx>".encode()


def variant(language: str, text: str) -> str:
    return f"<tuv xml:lang='{language}'><seg>{text}</seg></tuv>"


@settings(max_examples=60, deadline=None)
@given(st.lists(units, min_size=1, max_size=4))
def test_what_is_written_is_read_back(made: list[Unit]) -> None:
    assert tmx.read(tmx.write(made)) == made


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("en-US", "zh-CN"), ("EN", "ZH"), ("en_GB", "zh-Hans"), ("en", "zh-TW")],
)
def test_the_usual_language_codes_are_known(english: str, chinese: str) -> None:
    data = document(variant(english, "Hello"), variant(chinese, "你好"))

    assert tmx.read(data) == [Unit("Hello", "你好")]


def test_simplified_chinese_is_taken_where_there_is_a_choice() -> None:
    data = document(variant("en", "Lock"), variant("zh-TW", "鎖"), variant("zh-CN", "锁"))

    assert tmx.read(data)[0].target == "锁"


def test_codes_inside_a_sentence_are_left_out_and_highlights_kept() -> None:
    text = "A <bpt i='1'>&lt;b&gt;</bpt>bold<ept i='1'/> <hi>word</hi><!-- note -->."

    assert tmx.read(document(variant("en", text), variant("zh", "词")))[0].source == "A bold word."


def test_who_and_when_are_read() -> None:
    data = document(
        variant("en", "Hello"),
        variant("zh", "你好"),
        attributes="creationid='Li' creationdate='20260102T030405Z'",
    )

    (unit,) = tmx.read(data)

    assert (unit.author, unit.date) == ("Li", "2026-01-02T03:04:05+00:00")


def test_a_pair_without_chinese_is_left_out() -> None:
    with pytest.raises(EmptyInput):
        tmx.read(document(variant("en", "Hello"), variant("fr", "Bonjour")))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK\x03\x04 not xml", id="not XML"),
        pytest.param(b"<html/>", id="another kind of XML"),
        pytest.param(b"<tmx><body>", id="cut off"),
        pytest.param(b"<tmx version='1.4'><body/></tmx>", id="no units"),
    ],
)
def test_a_bad_file_is_an_input_error(data: bytes) -> None:
    with pytest.raises(InputError):
        tmx.read(data)


def test_the_usual_doctype_is_accepted() -> None:
    head = "<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>"

    assert tmx.read(document(variant("en", "A"), variant("zh", "甲"), head=head))


def test_a_file_with_entities_is_refused() -> None:
    head = "<!DOCTYPE tmx [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>"
    data = document(variant("en", "A &secret;b"), variant("zh", "甲"), head=head)

    with pytest.raises(UnreadableFile):
        tmx.read(data)


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert tmx.read(tmx.write([Unit("a\x00b", "甲\ufffe")])) == [Unit("ab", "甲")]
