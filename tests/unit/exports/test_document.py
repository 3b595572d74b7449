"""What can be told from a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from reader.exports import Document
from reader.exports.document import blocks
from reader.exports.origin import origin_lines, tally, who
from reader.exports.safety import cleaned, writable
from reader.exports.wording import ENGLISH


def test_blocks_group_the_pairs_and_leave_the_title_out(document: Document) -> None:
    found = [(block.number, block.kind, len(block.pairs)) for block in blocks(document)]

    assert found == [(0, "paragraph", 2), (1, "caption", 1)]


def test_the_title_is_a_block_when_asked_for(document: Document) -> None:
    assert next(blocks(document, title=True)).kind == "title"


def test_the_tally_says_who_made_what(document: Document) -> None:
    count = tally(document.pairs)

    assert (count.total, count.approved, count.waiting) == (4, 2, 1)
    assert (count.machine, count.memory, count.person) == (1, 1, 1)


def test_the_origin_names_source_engine_approval_and_date(document: Document) -> None:
    lines = " ".join(origin_lines(document, ENGLISH))

    assert "https://news.example/call" in lines
    assert "Engine A" in lines
    assert "2 of 4 sentences approved" in lines
    assert "2026-01-02" in lines


def test_a_document_that_nobody_approved_says_so(document: Document) -> None:
    bare = replace(document, pairs=document.pairs[1:2], address="")

    assert "Source: pasted text" in origin_lines(bare, ENGLISH)
    assert any("Not approved by a person" in line for line in origin_lines(bare, ENGLISH))


def test_each_sentence_says_who_made_it(document: Document) -> None:
    assert [who(pair, ENGLISH) for pair in document.pairs] == [
        "person, approved",
        "machine (Engine A), not approved",
        "earlier translation, approved",
        "not translated yet",
    ]


def test_pinyin_is_joined_by_words(document: Document) -> None:
    assert document.pairs[1].pinyin == "liǎngguó tōngdiànhuà."


@given(st.text(st.characters()))
def test_writable_text_keeps_its_length_and_can_be_written(text: str) -> None:
    safe = writable(text)

    assert len(safe) == len(text)
    assert safe.encode("utf-8").decode("utf-8") == safe
    assert writable(safe) == safe


def test_cleaning_leaves_a_clean_document_as_it_is(document: Document) -> None:
    assert cleaned(document).pairs is document.pairs
    assert cleaned(document) == document


def test_cleaning_reaches_every_text_of_a_document(hostile: Document) -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from texts((*value.keys(), *value.values()))
        elif isinstance(value, tuple):
            for item in value:
                yield from texts(item)
        elif is_dataclass(value):
            for part in fields(value):
                yield from texts(getattr(value, part.name))

    assert any(text != writable(text) for text in texts(hostile))
    assert all(text == writable(text) for text in texts(cleaned(hostile)))
