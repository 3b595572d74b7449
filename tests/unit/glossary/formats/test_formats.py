"""Glossary files: what was written is read again, and hostile files do no harm."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Term, TermStatus, UnreadableGlossary, shipped
from glossary.formats import FORMATS, detect, read, write

CSV = "en,zh\ntrade war,贸易战\ntariff,关税\n"

# What a cell can hold: no control characters, no blanks at its ends.
_CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))
_LINES = st.text(_CHARACTERS | st.sampled_from("=+-@'\"|\\,;\t_x0D"), max_size=12).map(
    lambda text: " ".join(text.split())
)
_CELLS = _LINES | st.builds("{}\n{}".format, _LINES, _LINES).map(str.strip)
_LISTS = st.lists(_LINES.filter(bool), max_size=3, unique=True).map(tuple)
_TERMS = st.builds(
    Term,
    id=st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    headword=_LINES.map("a{}".format),
    rendering=_LINES.map("词{}".format),
    variants=_LISTS,
    accepted=_LISTS,
    case_sensitive=_LISTS,
    traditional=_LINES,
    pinyin=_LINES,
    category=_LINES,
    definition_en=_CELLS,
    definition_zh=_CELLS,
    note=_CELLS,
    example_en=_CELLS,
    example_zh=_CELLS,
    source=_LINES,
    year=_LINES,
    status=st.sampled_from(TermStatus),
    updated_by=_LINES,
    updated_at=_LINES,
    blocked=_LISTS,
)
_GLOSSARIES = st.lists(_TERMS, min_size=1, max_size=4, unique_by=lambda term: term.id)


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx", "tbx"])
@given(terms=_GLOSSARIES)
@settings(max_examples=40, deadline=None)
def test_export_then_import_is_the_identity(name: str, terms: list[Term]) -> None:
    result = FORMATS[name].read(write(terms, name))

    assert list(result.terms) == terms
    assert not result.rejected


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_shipped_glossary_survives_every_format(name: str) -> None:
    data = write(shipped(), name)

    result = read(data, f"glossary{FORMATS[name].suffix}")

    assert [(term.headword, term.rendering, term.variants) for term in result.terms] == [
        (term.headword, term.rendering, term.variants) for term in shipped()
    ]


def test_omegat_holds_headword_variants_rendering_and_note() -> None:
    term = Term("trade-war", "trade war", "贸易战", ("trade wars",), note="since 2018")

    assert FORMATS["omegat"].read(write([term], "omegat")).terms == (term,)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"]
)
def test_an_encoding_is_recognised(encoding: str) -> None:
    assert [term.rendering for term in read(CSV.encode(encoding)).terms] == ["贸易战", "关税"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CSV, id="usual"),
        pytest.param("zh,en\n贸易战,trade war\n关税,tariff\n", id="Chinese first"),
        pytest.param("en,zh\n贸易战,trade war\n关税,tariff\n", id="under the wrong headers"),
        pytest.param("贸易战,trade war\n关税,tariff\n", id="no header, Chinese first"),
        pytest.param("trade war,贸易战\ntariff,关税\n", id="no header"),
        pytest.param("Source;Target;Note\ntrade war;贸易战;\ntariff;关税;x\n", id="semicolons"),
        pytest.param("英文\t中文\ntrade war\t贸易战\ntariff\t关税\n", id="Chinese headers, tabs"),
        pytest.param("headword,translation\r\ntrade war,贸易战\r\ntariff,关税\r\n", id="aliases"),
        pytest.param("trade war\t贸易战\tnote\ntariff\t关税\t\n", id="OmegaT"),
    ],
)
def test_a_table_is_understood(text: str) -> None:
    found = {(term.headword, term.rendering) for term in read(text.encode()).terms}

    assert found == {("trade war", "贸易战"), ("tariff", "关税")}


def test_a_bad_line_is_rejected_with_its_number_and_reason() -> None:
    result = read("en,zh\ntariff,关税\n,贸易战\nquota,\n".encode())

    assert [(line.line, line.reason) for line in result.rejected] == [
        (3, "There is no English in this line."),
        (4, "There is no Chinese in this line."),
    ]
    assert len(result.terms) == 1


def test_line_numbers_count_lines_inside_quoted_cells() -> None:
    result = read('en,zh,note\ntariff,关税,"two\nlines"\nquota,,\n'.encode())

    assert [line.line for line in result.rejected] == [4]


def test_a_huge_cell_is_rejected() -> None:
    result = read(f"en,zh\ntariff,{'关' * 20_000}\n".encode())

    assert [line.reason for line in result.rejected] == ["A cell in this line is too long."]


def test_formula_cells_are_defused() -> None:
    term = Term("x", "=cmd()", "关税", note="@sum")

    data = write([term], "csv").decode("utf-8-sig")

    assert "'=cmd()" in data
    assert ",=" not in data


def test_case_notes_of_the_collected_list_are_understood() -> None:
    table = (
        "en,en_variants,zh_hans,note\n"
        "World Health Organization,WHO,世卫,match=case-sensitive for WHO\n"
    )

    assert read(table.encode()).terms[0].case_sensitive == ("WHO",)


def _zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<tbx><text><body>&b;</body></text></tbx>"
)
FILE_ENTITY = '<!DOCTYPE tbx [<!ENTITY f SYSTEM "file:///etc/hostname">]><tbx>&f;</tbx>'


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xef\xbb\xbf\n", id="only a byte order mark"),
        pytest.param(b"%PDF-1.7 ...", id="a PDF"),
        pytest.param(bytes(range(256)) * 4, id="binary"),
        pytest.param(b"one column\nonly\n", id="one column"),
        pytest.param(BOMB.encode(), id="an entity bomb"),
        pytest.param(FILE_ENTITY.encode(), id="an entity that is a file"),
        pytest.param(b"<tbx><text>", id="XML cut off"),
        pytest.param(b"<html><body/></html>", id="other XML"),
        pytest.param(b"<a>" * 5_000, id="deep XML"),
        pytest.param(_zip("xl/workbook.xml", b"\0" * 5_000_000), id="a zip bomb"),
        pytest.param(_zip("xl/workbook.xml", b"<x/>"), id="a workbook without parts"),
        pytest.param(b"PK\x03\x04xl/ broken", id="a broken zip"),
        pytest.param(_zip("a.txt", b"x"), id="another zip"),
        pytest.param(b'en,zh\n"' + b"x" * 200_000, id="an endless cell"),
    ],
)
def test_a_hostile_or_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableGlossary):
        read(data)


@given(st.binary(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableGlossary):
        assert read(data).terms is not None


def test_a_tbx_2008_file_is_read() -> None:
    martif = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
    <martif type="TBX" xml:lang="en"><text><body><termEntry id="1">
      <descrip type="subjectField">trade</descrip>
      <langSet xml:lang="en-US"><descripGrp><descrip type="definition">A tax.</descrip></descripGrp>
        <tig><term>customs duty</term><termNote type="administrativeStatus">admittedTerm-admn-sts
        </termNote></tig>
        <ntig><termGrp><term>tariff</term>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
      </langSet>
      <langSet xml:lang="zh-CN"><tig><term>关税</term></tig></langSet>
      <langSet xml:lang="zh-TW"><tig><term>關稅</term></tig></langSet>
      <langSet xml:lang="fr"><tig><term>tarif</term></tig></langSet>
    </termEntry><termEntry><langSet xml:lang="en"><tig><term>quota</term></tig></langSet>
    </termEntry></body></text></martif>"""

    result = read(martif.encode())

    term = result.terms[0]
    assert (term.headword, term.variants, term.rendering) == ("tariff", ("customs duty",), "关税")
    assert (term.traditional, term.category, term.definition_en) == ("關稅", "trade", "A tax.")
    assert [line.reason for line in result.rejected] == ["There is no Chinese in this entry."]


def test_a_tbx_file_in_dct_style_is_read() -> None:
    tbx = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body><conceptEntry id="c1">
      <basic:subjectField>trade</basic:subjectField>
      <langSec xml:lang="en"><termSec><term>tariff</term></termSec></langSec>
      <langSec xml:lang="zh"><termSec><term>关税</term></termSec></langSec>
      </conceptEntry></body></text></tbx>"""

    assert [(term.headword, term.category) for term in read(tbx.encode()).terms] == [
        ("tariff", "trade")
    ]


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_written_file_is_recognised_without_its_name(name: str) -> None:
    assert detect(write(shipped()[:3], name)) == name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("en,zh_hant\ntrade war,貿易戰\n", id="a traditional column only"),
        pytest.param("English,Chinese\ntrade war,貿易戰\n", id="Chinese of no said script"),
        pytest.param("trade war,貿易戰\n", id="no header"),
    ],
)
def test_a_list_in_traditional_characters_gets_simplified_renderings(text: str) -> None:
    (term,) = read(text.encode(), "list.csv").terms

    assert (term.rendering, term.traditional) == ("贸易战", "貿易戰")


def test_a_column_said_to_be_simplified_is_kept_as_it_is() -> None:
    (term,) = read("en,zh_hans\ntrade war,貿易戰\n".encode(), "list.csv").terms

    assert (term.rendering, term.traditional) == ("貿易戰", "")


def test_a_tbx_entry_in_traditional_chinese_alone_gets_a_simplified_rendering() -> None:
    tbx = """<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1">
      <langSet xml:lang="en"><tig><term>tariff</term></tig></langSet>
      <langSet xml:lang="zh-TW"><tig><term>關稅</term></tig></langSet>
    </termEntry></body></text></martif>"""

    (term,) = FORMATS["tbx"].read(tbx.encode()).terms

    assert (term.rendering, term.traditional) == ("关税", "關稅")
