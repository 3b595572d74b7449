"""TSV: one row per sentence, for spreadsheets and scripts.

It starts with a byte order mark, because Excel takes a file without one for a Western encoding.
No cell is ever run as a formula, and none has a tab or a line break in it.
"""

from __future__ import annotations

import csv
import io

from reader.exports.document import Document, Pair
from reader.exports.options import Options
from reader.exports.safety import cell

COLUMNS = (
    "number", "block", "kind", "english", "chinese", "pinyin", "made by", "engine", "status",
    "issues", "terms", "article", "source", "exported",
)  # fmt: skip


def write(document: Document, _options: Options) -> bytes:
    """Return the table, the title first. Articles and source stand in every row."""
    text = io.StringIO()
    table = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    table.writerow(COLUMNS)
    facts = (document.title, document.address, document.made.date().isoformat())
    for pair in document.pairs:
        table.writerow([cell(value) for value in (*_row(pair), *facts)])
    return text.getvalue().encode("utf-8-sig")


def _row(pair: Pair) -> tuple[str, ...]:
    segment = pair.segment
    return (
        str(segment.position + 1),
        # The title belongs to no block.
        str(segment.block + 1) if segment.block >= 0 else "",
        segment.kind,
        segment.source,
        segment.target,
        pair.pinyin,
        segment.origin.value,
        segment.engine,
        segment.status.value,
        "; ".join(issue.kind for issue in segment.issues),
        "; ".join(f"{use.headword} = {use.rendering}" for use in segment.terms),
    )
