"""HTML: one file that opens from a USB stick in any browser and asks no network for anything.

Its Content-Security-Policy allows its own style and script, by their hashes, and nothing else.
Without JavaScript it is the article in two columns with its terms.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reader.exports.document import Block, Document, Pair, blocks, origin_lines, who
from reader.exports.options import Options
from reader.exports.pieces import Piece, chinese, english
from reader.translation.segment import Status

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = "templates"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence pair as the template shows it."""

    number: int
    english: tuple[Piece, ...]
    chinese: tuple[Piece, ...]
    who: str
    approved: bool


def write(document: Document, options: Options) -> bytes:
    """Return the page as UTF-8."""
    from markupsafe import Markup

    style, script = _file("page.css"), _file("page.js")
    numbers = {term.id: number for number, term in enumerate(document.terms, 1)}
    found = [(block, _rows(block, numbers)) for block in blocks(document, title=True)]
    page = _template().render(
        document=document,
        options=options,
        policy=_policy(style, script),
        # Both are files of this package, never text from outside.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        title=[row for block, rows in found if block.kind == "title" for row in rows],
        blocks=[{"kind": b.kind, "rows": rows} for b, rows in found if b.kind != "title"],
        summary=origin_lines(document)[-2],
        origin=origin_lines(document),
        words=_words(document),
    )
    return page.encode()


def _rows(block: Block, numbers: dict[str, int]) -> list[Row]:
    return [_row(pair, numbers) for pair in block.pairs]


def _row(pair: Pair, numbers: dict[str, int]) -> Row:
    return Row(
        pair.segment.position,
        english(pair.segment, numbers),
        chinese(pair, numbers),
        who(pair.segment),
        pair.segment.status is Status.APPROVED,
    )


def _words(document: Document) -> dict[str, object]:
    """What the cards say: only the words that stand in the article."""
    used = {token.text for pair in document.pairs for token in pair.tokens}
    glosses = {word: gloss for word, gloss in document.glosses.items() if word in used}
    return {
        "glosses": {word: asdict(gloss) for word, gloss in sorted(glosses.items())},
        "terms": [asdict(term) for term in document.terms],
    }


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    # A source expression of CSP Level 3, section 2.3.1.
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@lru_cache
def _file(name: str) -> str:
    return (files("reader.exports") / _FOLDER / name).read_text("utf-8")


@lru_cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    return environment.from_string(_file("page.html"))
