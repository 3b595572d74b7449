"""DOCX: a real table of two columns, with styles and East Asian fonts, for Word and LibreOffice."""

from __future__ import annotations

import io
from typing import Any

from reader.exports.document import Block, Document, Entry, Pair, blocks, origin_lines
from reader.exports.options import Options
from reader.exports.package import sealed

_LATIN = "Georgia"
_HAN = "SimSun"
_PINYIN_STYLE = "Pinyin"
_ORIGIN_STYLE = "Origin"
_INK, _GREY, _LINE = "24211C", "5A544A", "BDB4A4"
# Thin lines between the rows only, and room around the text (twentieths of a point).
_TABLE_LOOK = (
    f"""<w:tblBorders {{ns}}>
    <w:top w:val="single" w:sz="8" w:color="{_INK}"/><w:left w:val="nil"/>
    <w:bottom w:val="single" w:sz="8" w:color="{_INK}"/><w:right w:val="nil"/>
    <w:insideH w:val="single" w:sz="4" w:color="{_LINE}"/><w:insideV w:val="nil"/>
    </w:tblBorders>""",
    """<w:tblCellMar {ns}>
    <w:top w:w="70" w:type="dxa"/><w:left w:w="110" w:type="dxa"/>
    <w:bottom w:w="70" w:type="dxa"/><w:right w:w="110" w:type="dxa"/>
    </w:tblCellMar>""",
)


def write(document: Document, options: Options) -> bytes:
    """Return the document as DOCX: title, table of pairs, table of terms, origin."""
    import docx

    word = docx.Document()
    _page(word)
    _styles(word)
    _properties(word, document)
    word.add_heading(document.title, 0)
    if document.title_target:
        word.add_paragraph(document.title_target, style="Subtitle")
    credit = " · ".join(filter(None, (document.byline, document.date)))
    for line in filter(None, (credit, *origin_lines(document))):
        word.add_paragraph(line, style=_ORIGIN_STYLE)
    table = _table(word, ("English", "中文"))
    for block in blocks(document):
        for pair in block.pairs:
            _row(table, block, pair, options)
    if document.terms:
        word.add_heading("Terms 术语", 1)
        _terms(word, document.terms)
    file = io.BytesIO()
    word.save(file)
    return sealed(file.getvalue())


def _page(word: Any) -> None:
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)


def _styles(word: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    for name in (_PINYIN_STYLE, _ORIGIN_STYLE):
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        style.font.size = Pt(9)
        style.font.color.rgb = RGBColor.from_string(_GREY)
        style.paragraph_format.space_after = Pt(0)
    normal = word.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(2)
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Quote", "Caption"):
        style = word.styles[name]
        _fonts(style)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(_INK)
    word.styles["Caption"].font.bold = False


def _fonts(style: Any) -> None:
    """Name the fonts of both scripts: Word picks the Chinese one by `w:eastAsia` alone."""
    from docx.oxml.ns import qn

    style.font.name = _LATIN
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _HAN)
    # A theme font would win over the names.
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _properties(word: Any, document: Document) -> None:
    facts = word.core_properties
    # The format allows 255 characters in each.
    facts.title = document.title[:255]
    facts.author = document.byline[:255]
    facts.comments = " ".join(origin_lines(document))[:255]
    facts.subject = document.address[:255]
    facts.language = "en"
    facts.created = facts.modified = document.made
    facts.last_modified_by = "Duizhao"


def _table(word: Any, names: tuple[str, ...]) -> Any:
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    table = word.add_table(rows=1, cols=len(names), style="Table Grid")
    for look in _TABLE_LOOK:
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(parse_xml(look.format(ns=nsdecls("w"))))
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        run = cell.paragraphs[0].add_run(name)
        run.bold = True
        _language(run, name == "中文")
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    return table


def _row(table: Any, block: Block, pair: Pair, options: Options) -> None:
    from docx.oxml import OxmlElement

    row = table.add_row()
    # A row stays on one page.
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = row.cells
    styles = {"heading": "Heading 2", "quote": "Quote", "caption": "Caption"}
    style = styles.get(block.kind, "Normal")
    for cell, text, is_chinese in (
        (left, pair.segment.source, False),
        (right, pair.segment.target, True),
    ):
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        run = paragraph.add_run(text)
        run.italic = True if block.kind == "note" and not is_chinese else None
        _language(run, is_chinese)
    if options.pinyin and pair.pinyin:
        right.add_paragraph(pair.pinyin, style=_PINYIN_STYLE)


def _terms(word: Any, terms: tuple[Entry, ...]) -> None:
    table = _table(word, ("English", "中文", "Pinyin", "Meaning"))
    for term in terms:
        meaning = "\n".join(filter(None, (term.definition_en, term.definition_zh, term.source)))
        cells = table.add_row().cells
        values = (term.headword, term.rendering, term.pinyin, meaning)
        for number, (cell, text) in enumerate(zip(cells, values, strict=True)):
            _language(cell.paragraphs[0].add_run(text), number == 1)


def _language(run: Any, is_chinese: bool) -> None:
    """Mark the language, so that spelling checks and screen readers know it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), "zh-CN" if is_chinese else "en-US")
    mark.set(qn("w:eastAsia"), "zh-CN")
    run._r.get_or_add_rPr().append(mark)
