"""Blocks and sentence pairs as the templates of the page and of the book show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reader.exports.document import Document, Pair, blocks
from reader.exports.edition import reviewed
from reader.exports.origin import seal, who
from reader.exports.pieces import Piece, chinese, english
from reader.exports.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Side:
    """The Chinese of a sentence, with who answers for it: in words, and as one character."""

    pieces: tuple[Piece, ...]
    who: str
    seal: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence pair. `chinese` has no pieces while there is none; `reviewed` is None without
    such a version. `words` is how many words the English has.
    """

    number: int
    english: tuple[Piece, ...]
    chinese: Side
    reviewed: Side | None
    words: int


@dataclass(frozen=True, slots=True)
class BlockRows:
    """A block with its rows."""

    kind: str
    rows: tuple[Row, ...]


def rows_of(document: Document, wording: Wording) -> tuple[BlockRows, ...]:
    """Return the blocks of a document, the title first where it has one."""
    numbers = {term.id: number for number, term in enumerate(document.terms, 1)}
    return tuple(
        BlockRows(block.kind, tuple(_row(pair, numbers, wording) for pair in block.pairs))
        for block in blocks(document, title=True)
    )


@lru_cache
def template_text(name: str) -> str:
    """Return a file of the folder `templates`."""
    return (files("reader.exports") / "templates" / name).read_text("utf-8")


@lru_cache
def template(name: str) -> Template:
    """Return a template of that folder; it escapes whatever is put into it."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    return environment.from_string(template_text(name))


def _row(pair: Pair, numbers: Mapping[str, int], wording: Wording) -> Row:
    segment = pair.segment
    return Row(
        number=segment.position,
        english=english(segment, numbers),
        chinese=_side(pair, numbers, wording),
        reviewed=_side(reviewed(pair), numbers, wording) if pair.reviewed else None,
        words=len(segment.source.split()),
    )


def _side(pair: Pair, numbers: Mapping[str, int], wording: Wording) -> Side:
    return Side(chinese(pair, numbers), who(pair, wording), seal(pair))
