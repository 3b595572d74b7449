"""Blocks and sentence pairs as the templates of the page and of the book show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reader.exports.document import Document, Pair, blocks, who
from reader.exports.pieces import Piece, chinese, english

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence pair. `chinese` is () while it has none."""

    number: int
    english: tuple[Piece, ...]
    chinese: tuple[Piece, ...]
    who: str


@dataclass(frozen=True, slots=True)
class BlockRows:
    """A block with its rows."""

    kind: str
    rows: tuple[Row, ...]


def rows_of(document: Document) -> tuple[BlockRows, ...]:
    """Return the blocks of a document, the title first where it has one."""
    numbers = {term.id: number for number, term in enumerate(document.terms, 1)}
    return tuple(
        BlockRows(block.kind, tuple(_row(pair, numbers) for pair in block.pairs))
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


def _row(pair: Pair, numbers: Mapping[str, int]) -> Row:
    segment = pair.segment
    return Row(segment.position, english(segment, numbers), chinese(pair, numbers), who(segment))
