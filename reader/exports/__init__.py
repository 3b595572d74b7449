"""Take away: an article with its Chinese as a file of many kinds.

A new kind is one module with `write(document, options) -> bytes` and one line in `EXPORTS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.exports import anki, docx, epub, html, json, text, tmx, tsv
from reader.exports.document import Document
from reader.exports.edition import edition
from reader.exports.options import Options
from reader.exports.safety import cleaned

__all__ = ["EXPORTS", "Document", "Export", "Options"]

_NOTHING_CHOSEN = Options()


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of file. `label` is shown to people (and translated by the page); `suffix` starts
    with a dot. `whole` kinds are given every version and script; the others the chosen edition.
    """

    key: str
    label: str
    suffix: str
    mimetype: str
    render: Callable[[Document, Options], bytes]
    whole: bool = False

    def write(self, document: Document, options: Options = _NOTHING_CHOSEN) -> bytes:
        """Return the file."""
        clean = cleaned(document)
        return self.render(clean if self.whole else edition(clean, options), options)


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS = (
    Export("html", "Web page in one file", ".html", "text/html; charset=utf-8", html.write, True),
    Export("docx", "Word document (DOCX)", ".docx", _DOCX, docx.write),
    Export("epub", "E-book (EPUB)", ".epub", "application/epub+zip", epub.write),
    Export("anki", "Anki deck", ".apkg", "application/apkg", anki.write),
    Export("tsv", "Table (TSV)", ".tsv", "text/tab-separated-values; charset=utf-8", tsv.write),
    Export("tmx", "Translation memory (TMX)", ".tmx", "application/x-tmx+xml", tmx.write, True),
    Export("json", "Segments (JSON)", ".json", "application/json", json.write, True),
    Export("text", "Plain text", ".txt", "text/plain; charset=utf-8", text.write),
)
EXPORTS = {kind.key: kind for kind in _KINDS}
