"""Plain text: every sentence with its Chinese under it."""

from __future__ import annotations

from reader.exports.document import Document, Pair, blocks, pinyin_line
from reader.exports.options import Options
from reader.exports.origin import origin_lines


def write(document: Document, options: Options) -> bytes:
    """Return UTF-8 text: the title, the blocks, the terms, and where it all comes from."""
    parts = [_pair(pair, options) for block in blocks(document, title=True) for pair in block.pairs]
    terms = "\n".join(
        f"{term.headword}: {' '.join(filter(None, (term.rendering, term.pinyin)))}"
        for term in document.terms
    )
    credit = "\n".join(filter(None, (document.byline, document.date)))
    origin = "\n".join(origin_lines(document, options.wording))
    head, rest = parts[:1], parts[1:]
    return ("\n\n".join(filter(None, (*head, credit, *rest, terms, origin))) + "\n").encode()


def _pair(pair: Pair, options: Options) -> str:
    lines = (pair.segment.source, pair.segment.target, pinyin_line(pair, options))
    return "\n".join(filter(None, lines))
