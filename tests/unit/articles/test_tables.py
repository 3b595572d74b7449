"""Tables, footnote marks and the marks of subtitles are read as a person would read them out."""

from __future__ import annotations

import io

from reader.articles.extract import read_file
from reader.articles.raw import RawKind

PAY = (("Grade", "Before", "After"), ("Crane", "312", "332"))


def rows_of(name: str, data: bytes) -> list[tuple[str, RawKind]]:
    return [(block.text, block.kind) for block in read_file(name, data).blocks]


def test_a_row_of_short_cells_is_one_line() -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in PAY)

    assert rows_of("a.html", f"<html><table>{rows}</table></html>".encode()) == [
        ("Grade | Before | After", RawKind.ITEM),
        ("Crane | 312 | 332", RawKind.ITEM),
    ]


def test_a_table_that_only_lays_out_the_page_is_read_cell_by_cell() -> None:
    cells = "<td><p>The first column.</p></td><td><a href='/'>Home</a></td>"

    found = rows_of("a.html", f"<html><table><tr>{cells}</tr></table></html>".encode())

    assert [text for text, _ in found] == ["The first column.", "Home"]


def test_the_rows_of_a_table_in_a_word_document_are_lines_too() -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, PAY, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    buffer = io.BytesIO()
    document.save(buffer)

    assert [text for text, _ in rows_of("a.docx", buffer.getvalue())] == [
        "Grade | Before After",
        "Crane | 312 | 332",
    ]


def test_the_mark_of_a_footnote_does_not_run_into_the_number_before_it() -> None:
    page = '<html><p>It rose to 6.5<sup><a href="#fn1">1</a></sup> in a year of 10<sup>6</sup>.</p>'

    assert rows_of("a.html", page.encode())[0][0] == "It rose to 6.5[1] in a year of 106."


def test_sounds_and_speech_dashes_of_subtitles_are_left_out() -> None:
    cues = (
        "1\n00:00:01,000 --> 00:00:03,000\n[MUSIC]\n- Is that a lot?\n- It is half.\n\n"
        "2\n00:00:03,100 --> 00:00:05,000\n{\\an8}♪ la la ♪\nSo they say.\n"
    )

    assert rows_of("a.srt", cues.encode())[0][0] == "Is that a lot? It is half. So they say."
