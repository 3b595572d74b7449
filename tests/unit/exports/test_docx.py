"""DOCX, read again by python-docx and, where it is installed, by LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from reader.chinese.levels import Level
from reader.exports import EXPORTS, Document, Options
from reader.exports.options import Script


def read(document: Document, **options: Any) -> Any:
    """Return the document as python-docx reads it."""
    return docx.Document(io.BytesIO(EXPORTS["docx"].write(document, Options(**options))))


def test_each_sentence_is_a_row_beside_its_chinese(document: Document) -> None:
    table = read(document).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["English", "中文"],
        ["They held a phone call.", "两国通电话。"],
        ["“Good,” he said.", "“好，”他说。"],
        ["Two flags.", ""],
    ]


def test_the_head_of_the_table_is_repeated_and_rows_are_not_torn(document: Document) -> None:
    table = read(document).tables[0]

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])


def test_styles_name_a_chinese_font(document: Document) -> None:
    word = read(document)

    for name in ("Normal", "Title", "Subtitle", "Heading 1"):
        fonts = word.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "SimSun"
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_title_terms_and_origin_are_there(document: Document) -> None:
    word = read(document)
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)

    assert word.paragraphs[0].style.name == "Title"
    assert "元首通电话" in text
    for fact in ("https://news.example/call", "Engine A", "2 of 4 sentences", "2026-01-02"):
        assert fact in text
    assert [cell.text for cell in word.tables[1].rows[1].cells] == [
        "phone call", "通电话\ntōng diànhuà", "talk by phone\n打电话",
    ]  # fmt: skip


def test_pinyin_stands_under_the_chinese_when_asked_for(document: Document) -> None:
    cell = read(document, pinyin=True).tables[0].rows[1].cells[1]

    assert cell.text == "两国通电话。\nliǎngguó tōngdiànhuà."


def test_pinyin_above_a_level_lists_the_harder_words(document: Document) -> None:
    pair = document.pairs[1]
    tokens = (replace(pair.tokens[0], level=Level(hsk3=1)), *pair.tokens[1:])
    graded = replace(document, pairs=(replace(pair, tokens=tokens),))

    cell = read(graded, pinyin=True, above=3).tables[0].rows[1].cells[1]

    assert cell.text == "两国通电话。\n通电话 tōngdiànhuà"


def test_terms_are_underlined_on_both_sides(document: Document) -> None:
    cells = read(document).tables[0].rows[1].cells

    assert [[run.text for run in cell.paragraphs[0].runs if run.underline] for cell in cells] == [
        ["phone call"],
        ["通电话"],
    ]


def test_chinese_is_marked_as_the_script_that_it_is_in(document: Document) -> None:
    run = read(document, script=Script.TRADITIONAL).tables[0].rows[1].cells[1].paragraphs[0].runs[0]

    assert run._r.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-TW"


def test_pages_are_numbered(document: Document) -> None:
    footer = read(document).sections[0].footer.paragraphs[0]

    assert footer._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"


def test_hostile_text_is_text(hostile: Document) -> None:
    table = read(hostile).tables[0]

    assert table.rows[1].cells[0].text == hostile.pairs[1].segment.source
    assert len(table.rows) == len(hostile.pairs)


def test_libreoffice_opens_it(hostile: Document, document: Document, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    for name, each in (("good", document), ("hostile", hostile)):
        (tmp_path / f"{name}.docx").write_bytes(EXPORTS["docx"].write(each))

    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path,
         tmp_path / "good.docx", tmp_path / "hostile.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    assert "两国通电话。" in (tmp_path / "good.txt").read_text("utf-8")
    assert "=cmd|" in (tmp_path / "hostile.txt").read_text("utf-8")
