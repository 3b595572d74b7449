"""JSON, TSV and plain text: read again by the programs they are for."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from reader.exports import EXPORTS, Document, Options


def read_json(data: bytes) -> Any:
    """Return the content of a JSON export."""
    return json.loads(data.decode("utf-8"))


def read_tsv(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a TSV export as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), dialect="excel-tab"))


@pytest.mark.parametrize("key", sorted(EXPORTS))
def test_the_same_document_gives_the_same_bytes(key: str, document: Document) -> None:
    assert EXPORTS[key].write(document) == EXPORTS[key].write(document)


def test_json_keeps_every_fact_of_a_segment(document: Document) -> None:
    segment = read_json(EXPORTS["json"].write(document))["segments"][1]

    assert segment["source"] == "They held a phone call."
    assert segment["target"] == "两国通电话。"
    assert (segment["engine"], segment["origin"], segment["status"]) == (
        "Engine A", "machine", "draft",
    )  # fmt: skip
    assert segment["issues"] == [
        {"kind": "number", "source": [0, 4], "target": [0, 2], "detail": "two"}
    ]
    assert segment["links"] == [{"source": [12, 22], "target": [2, 5]}]
    assert segment["terms"][0]["target"] == [2, 5]


def test_json_names_its_origin(document: Document) -> None:
    content = read_json(EXPORTS["json"].write(document))

    assert content["article"]["address"] == "https://news.example/call"
    assert content["origin"]["made"] == "2026-01-02T00:00:00+00:00"
    assert content["origin"]["engines"] == ["Engine A"]
    assert content["origin"]["approved"] == 2


def test_tsv_has_one_row_per_sentence(document: Document) -> None:
    rows = read_tsv(EXPORTS["tsv"].write(document))

    assert [row["english"] for row in rows] == [pair.segment.source for pair in document.pairs]
    assert rows[1]["chinese"] == "两国通电话。"
    assert rows[1]["terms"] == "phone call = 通电话"
    assert rows[1]["source"] == "https://news.example/call"


def test_tsv_starts_with_the_mark_that_excel_needs(document: Document) -> None:
    assert EXPORTS["tsv"].write(document).startswith(b"\xef\xbb\xbfnumber\tblock")


def test_no_cell_of_a_hostile_table_begins_a_formula(hostile: Document) -> None:
    rows = read_tsv(EXPORTS["tsv"].write(hostile))

    cells = [cell for row in rows for cell in row.values()]
    assert len(rows) == len(hostile.pairs)
    assert any(cell.startswith("'=cmd") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert not any(mark in cell for cell in cells for mark in "\x00\t\n\r")


def test_hostile_json_is_still_json(hostile: Document) -> None:
    content = read_json(EXPORTS["json"].write(hostile))

    assert content["segments"][3]["source"] == "nul  bell  tab  line   low\ufffd high\ufffd end"


def test_plain_text_puts_each_sentence_over_its_chinese(document: Document) -> None:
    text = EXPORTS["text"].write(document).decode()

    assert "They held a phone call.\n两国通电话。\n\n“Good,” he said.\n“好，”他说。" in text
    assert text.startswith("The leaders' phone call\n元首通电话\n\nXu Tianqi\nJune 6, 2025")
    assert "Engine: Engine A" in text


def test_plain_text_can_show_pinyin(document: Document) -> None:
    text = EXPORTS["text"].write(document, Options(pinyin=True)).decode()

    assert "两国通电话。\nliǎngguó tōngdiànhuà." in text
