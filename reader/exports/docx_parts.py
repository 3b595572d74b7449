"""What a Word document is built from: page, styles, tables, the language of a run."""

from __future__ import annotations

from typing import Any

SMALL_STYLE = "Pinyin"
ORIGIN_STYLE = "Origin"
_LATIN = "Georgia"
_HAN = "SimSun"
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
# Word's own names of the two scripts.
_WORD_LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}


def set_page(word: Any) -> None:
    """Make the pages A4 with margins of 20 mm."""
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)


def number_pages(word: Any) -> None:
    """Put the number of each page into its foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))


def add_styles(word: Any) -> None:
    """Set the styles of the document, and add those for small print: pinyin, and the origin."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name in (SMALL_STYLE, ORIGIN_STYLE):
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
        _set_fonts(style)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(_INK)
    word.styles["Caption"].font.bold = False
    # Chinese has no italics, and the line under the title is of another colour scheme.
    word.styles["Subtitle"].font.italic = False
    title = word.styles["Title"].element.pPr
    title.remove(title.find(qn("w:pBdr")))


def _set_fonts(style: Any) -> None:
    """Name the fonts of both scripts: Word picks the Chinese one by `w:eastAsia` alone."""
    from docx.oxml.ns import qn

    style.font.name = _LATIN
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _HAN)
    # A theme font would win over the names.
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def set_style(paragraph: Any, style: Any) -> None:
    """Give a paragraph a style. The library's own way searches all styles each time."""
    paragraph._p.style = style.style_id


def add_table(word: Any, names: tuple[str, ...], widths: tuple[int, ...]) -> Any:
    """Return a table with a head of `names`, repeated on every page. Widths are millimetres."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Mm

    table = word.add_table(rows=1, cols=len(names), style="Table Grid")
    table.autofit = False
    for look in _TABLE_LOOK:
        table._tbl.tblPr.find(qn("w:tblLook")).addprevious(parse_xml(look.format(ns=nsdecls("w"))))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for cell, name, width in zip(table.rows[0].cells, names, widths, strict=True):
        cell.width = Mm(width)
        run = cell.paragraphs[0].add_run(name)
        run.bold = True
        mark_language(run, "zh-Hans" if name == "中文" else "")
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    return table


def keep_whole(row: Any) -> None:
    """Let no page break fall into a row."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def mark_language(run: Any, language: str) -> None:
    """Mark the language of a run, so that spelling checks and screen readers know it.

    `language` is a tag as in HTML, "" for English or what the reader's system speaks.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    chinese = _WORD_LANGUAGES.get(language)
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), chinese or language or "en-US")
    mark.set(qn("w:eastAsia"), chinese or "zh-CN")
    run._r.get_or_add_rPr().append(mark)
