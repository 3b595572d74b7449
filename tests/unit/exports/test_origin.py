"""Where a text comes from: told by every kind of file."""

from __future__ import annotations

import html
import io
import sqlite3
import zipfile
from contextlib import closing

import pytest

from reader.exports import EXPORTS, Document
from reader.exports.origin import SEALS, seal
from reader.translation.segment import Origin, Status


def text_of(key: str, data: bytes) -> str:
    """All that a file says, marked up or not."""
    if key in {"docx", "epub"}:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b"".join(package.read(name) for name in package.namelist())
    if key == "anki":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            collection = package.read("collection.anki2")
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(collection)
            rows = database.execute("SELECT flds, tags FROM notes").fetchall()
        data = str(rows).encode()
    return html.unescape(html.unescape(data.decode("utf-8", "replace")))


@pytest.mark.parametrize("key", sorted(EXPORTS))
@pytest.mark.parametrize(
    "fact",
    [
        pytest.param("The leaders' phone call", id="article"),
        pytest.param("https://news.example/call", id="source"),
        pytest.param("Engine A", id="engine"),
        pytest.param("approved", id="approved or not"),
        pytest.param("2026-?01-?02", id="date"),
    ],
)
def test_every_file_names_its_origin(key: str, fact: str, document: Document) -> None:
    said = text_of(key, EXPORTS[key].write(document))

    variants = {fact.replace("-?", "-"), fact.replace("-?", "")}
    assert any(variant in said for variant in variants)


def test_each_sentence_has_the_seal_of_who_answers_for_it(document: Document) -> None:
    assert [seal(pair) for pair in document.pairs] == [
        SEALS[Status.APPROVED],
        SEALS[Origin.MACHINE],
        SEALS[Status.APPROVED],
        "",
    ]
