"""`duizhao add`, `list`, `clean`, `translate`, `typeset`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from reader.articles.article import Article
from reader.cli.common import err, out, read_article, settings_of, with_progress
from reader.cli.server import prepare
from reader.errors import InputError
from reader.services import exporting, library, terms, translating
from reader.toolbox import build
from reader.translation.typography import typeset as typeset_line

Where = Annotated[str, typer.Argument(help="A file, a URL, or - for standard input.")]
Engine = Annotated[str, typer.Option(help="Key of the engine (see: duizhao models list).")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (add, clean, translate, typeset):
        app.command()(command)
    app.command("list")(list_)


def add(context: typer.Context, where: Where, engine: Engine = "") -> None:
    """Add an article to the library; the server translates it."""
    article = read_article(where)
    tools = build(settings_of(context))
    prepare(tools)
    added = library.add_article(tools, article, engine)
    words = "Added as" if added.new else "In the library already, as"
    out.print(f"{words} number {added.article_id}: {article.title}", markup=False)
    if added.new and article.dropped:
        err.print(f"{len(article.dropped)} pieces of the page were left out.")


def list_(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Words that the article must hold.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the articles of the library, newest first."""
    tools = build(settings_of(context))
    cards = library.list_articles(tools, query)
    if as_json:
        fields = ("id", "title", "byline", "date", "address", "words", "sentences", "translated")
        write_json([{field: getattr(card, field) for field in fields} for card in cards])
        return
    table = Table("No.", "Title", "Words", "Translated", box=None)
    for card in cards:
        share = f"{card.translated} of {card.sentences}"
        table.add_row(str(card.id), card.title, str(card.words), share)
    out.print(table)


def clean(
    where: Where, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False
) -> None:
    """Show what cleaning makes of a page, without adding it."""
    article = read_article(where)
    if as_json:
        write_json(as_facts(article))
        return
    for line in (article.title, article.byline, article.date):
        if line:
            out.print(line, markup=False)
    for block in article.blocks:
        out.print(f"\n[{block.kind}] {block.text}", markup=False)
    for piece in article.dropped:
        err.print(f"left out ({piece.reason}): {piece.text}", markup=False)


def translate(
    context: typer.Context,
    where: Where,
    to: Annotated[
        str, typer.Option(help="File to write (.html .tsv .json .docx .epub …), - to print.")
    ] = "-",
    engine: Engine = "",
) -> None:
    """Translate an article without adding it to the library."""
    key = "text" if to == "-" else Path(to).suffix.removeprefix(".").lower()
    exporting.check_key(key)
    article = read_article(where)
    tools = build(settings_of(context))
    terms.renew_shipped(tools)
    total = sum(1 for _ in library.to_segments(article))
    made = list(
        with_progress(translating.translate_article(tools, article, engine), total, "Translating")
    )
    data = exporting.export_segments(tools, article, made, key).data
    if to == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        Path(to).write_bytes(data)
    except OSError as error:
        raise InputError(
            "{name} cannot be written: {reason}.", name=to, reason=error.strerror
        ) from error
    flagged = sum(1 for segment in made if segment.issues)
    err.print(f"{total} sentences written to {to}, {flagged} of them marked as unsure.")


def typeset() -> None:
    """Set Chinese lines from standard input as printed Chinese is set."""
    for line in _lines():
        sys.stdout.write(typeset_line(line) + "\n")


def as_facts(article: Article) -> dict[str, Any]:
    """A clean article as plain data, for JSON."""
    return {
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "blocks": [
            {"kind": block.kind, "text": block.text, "sentences": list(block.sentences)}
            for block in article.blocks
        ],
        "dropped": [{"text": piece.text, "reason": piece.reason} for piece in article.dropped],
    }


def write_json(data: Any) -> None:
    """Print data as JSON, UTF-8 whatever the terminal's locale is."""
    sys.stdout.buffer.write(json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n")


def _lines() -> Iterable[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")
