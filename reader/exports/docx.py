"""DOCX: a real table of two columns, with styles and East Asian fonts, for Word and LibreOffice."""

from __future__ import annotations

import io
from itertools import groupby
from typing import Any

from reader.exports.document import Document, blocks, pinyin_line
from reader.exports.docx_parts import (
    ORIGIN_STYLE,
    SMALL_STYLE,
    add_styles,
    add_table,
    keep_whole,
    mark_language,
    number_pages,
    set_page,
    set_style,
)
from reader.exports.options import Options
from reader.exports.origin import origin_lines
from reader.exports.package import sealed
from reader.exports.pieces import Piece, chinese, english
from reader.exports.wording import Wording

_BLOCK_STYLES = {"heading": "Heading 2", "quote": "Quote", "caption": "Caption"}


def write(document: Document, options: Options) -> bytes:
    """Return the document as DOCX: title, table of pairs, table of terms, origin."""
    import docx

    word = docx.Document()
    set_page(word)
    add_styles(word)
    number_pages(word)
    _properties(word, document, options.wording)
    _head(word, document, options.wording)
    _sentences(word, document, options)
    if document.terms:
        word.add_heading(options.wording.gettext("Terms"), 1)
        _terms(word, document, options.wording)
    file = io.BytesIO()
    word.save(file)
    return sealed(file.getvalue())


def _properties(word: Any, document: Document, wording: Wording) -> None:
    facts = word.core_properties
    # The format allows 255 characters in each.
    facts.title = document.title[:255]
    facts.author = document.byline[:255]
    facts.comments = " ".join(origin_lines(document, wording))[:255]
    facts.subject = document.address[:255]
    facts.language = "en"
    facts.created = facts.modified = document.made
    facts.last_modified_by = "Duizhao"


def _head(word: Any, document: Document, wording: Wording) -> None:
    word.add_heading(document.title, 0)
    if document.title_target:
        subtitle = word.add_paragraph(style="Subtitle")
        _write(subtitle, document.title_target, document.chinese)
    credit = " · ".join(filter(None, (document.byline, document.date)))
    for line in filter(None, (credit, *origin_lines(document, wording))):
        word.add_paragraph(line, style=ORIGIN_STYLE)
    word.add_paragraph(style=ORIGIN_STYLE)


def _sentences(word: Any, document: Document, options: Options) -> None:
    numbers = {term.id: number for number, term in enumerate(document.terms, 1)}
    table = add_table(word, ("English", "中文"), (85, 85))
    small = word.styles[SMALL_STYLE]
    for block in blocks(document):
        style = word.styles[_BLOCK_STYLES.get(block.kind, "Normal")]
        for pair in block.pairs:
            left, right = _row(table, style)
            is_note = block.kind == "note"
            _fill(left, english(pair.segment, numbers), "en-US", italic=is_note)
            _fill(right, chinese(pair, numbers), document.chinese)
            if line := pinyin_line(pair, options):
                set_style(right.add_paragraph(line), small)


def _row(table: Any, style: Any) -> tuple[Any, ...]:
    """Add a row and return its cells, each with an empty paragraph of that style."""
    row = table.add_row()
    keep_whole(row)
    cells: tuple[Any, ...] = row.cells
    for cell in cells:
        set_style(cell.paragraphs[0], style)
    return cells


def _fill(cell: Any, pieces: tuple[Piece, ...], language: str, *, italic: bool = False) -> None:
    """Write a sentence, its terms underlined; neighbours that look alike become one run."""
    for term, group in groupby(pieces, key=lambda piece: piece.term):
        run = cell.paragraphs[0].add_run("".join(piece.text for piece in group))
        if italic:
            run.italic = True
        if term:
            run.underline = True
        mark_language(run, language)


def _terms(word: Any, document: Document, wording: Wording) -> None:
    table = add_table(word, ("English", "中文", wording.gettext("Meaning")), (45, 45, 80))
    normal, small = word.styles["Normal"], word.styles[SMALL_STYLE]
    for term in document.terms:
        headword, rendering, meaning = _row(table, normal)
        _write(headword.paragraphs[0], term.headword, "en-US")
        _write(rendering.paragraphs[0], term.rendering, document.chinese)
        set_style(rendering.add_paragraph(term.pinyin), small)
        set_style(meaning.paragraphs[0], small)
        _write(meaning.paragraphs[0], term.definition_en, "en-US")
        if term.definition_zh:
            more = meaning.add_paragraph()
            set_style(more, small)
            _write(more, term.definition_zh, document.chinese)


def _write(paragraph: Any, text: str, language: str) -> None:
    mark_language(paragraph.add_run(text), language)
