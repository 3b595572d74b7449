"""DOCX: a real table of two columns, with styles and East Asian fonts, for Word and LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from reader.exports.document import Block, Document, Pair, blocks, pinyin_line
from reader.exports.docx_parts import (
    ORIGIN_STYLE,
    SMALL_STYLE,
    add_styles,
    add_table,
    keep_whole,
    mark_language,
    number_pages,
    set_page,
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
        mark_language(subtitle.add_run(document.title_target), document.chinese)
    credit = " · ".join(filter(None, (document.byline, document.date)))
    for line in filter(None, (credit, *origin_lines(document, wording))):
        word.add_paragraph(line, style=ORIGIN_STYLE)
    word.add_paragraph(style=ORIGIN_STYLE)


def _sentences(word: Any, document: Document, options: Options) -> None:
    numbers = {term.id: number for number, term in enumerate(document.terms, 1)}
    table = add_table(word, ("English", "中文"), (85, 85))
    for block in blocks(document):
        for pair in block.pairs:
            _row(table, block, pair, numbers, document.chinese, options)


def _row(
    table: Any,
    block: Block,
    pair: Pair,
    numbers: Mapping[str, int],
    language: str,
    options: Options,
) -> None:
    row = table.add_row()
    keep_whole(row)
    left, right = (cell.paragraphs[0] for cell in row.cells)
    left.style = right.style = _BLOCK_STYLES.get(block.kind, "Normal")
    _fill(left, english(pair.segment, numbers), "en-US", italic=block.kind == "note")
    _fill(right, chinese(pair, numbers), language)
    if line := pinyin_line(pair, options):
        row.cells[1].add_paragraph(line, style=SMALL_STYLE)


def _fill(
    paragraph: Any, pieces: tuple[Piece, ...], language: str, *, italic: bool = False
) -> None:
    """Write a sentence, its terms underlined; neighbours that look alike become one run."""
    text, term = "", 0
    for piece in (*pieces, None):
        if text and (piece is None or piece.term != term):
            run = paragraph.add_run(text)
            # None leaves the style as it is; False would forbid it.
            run.italic, run.underline = italic or None, bool(term) or None
            mark_language(run, language)
            text = ""
        if piece:
            text, term = text + piece.text, piece.term


def _terms(word: Any, document: Document, wording: Wording) -> None:
    table = add_table(word, ("English", "中文", wording.gettext("Meaning")), (45, 45, 80))
    for term in document.terms:
        row = table.add_row()
        keep_whole(row)
        headword, rendering, meaning = (cell.paragraphs[0] for cell in row.cells)
        mark_language(headword.add_run(term.headword), "en-US")
        mark_language(rendering.add_run(term.rendering), document.chinese)
        row.cells[1].add_paragraph(term.pinyin, style=SMALL_STYLE)
        meaning.style = SMALL_STYLE
        mark_language(meaning.add_run(term.definition_en), "en-US")
        if term.definition_zh:
            more = row.cells[2].add_paragraph(style=SMALL_STYLE)
            mark_language(more.add_run(term.definition_zh), document.chinese)
