"""`duizhao glossary …`."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from glossary import Match, Matcher
from reader.cli.common import out, read_bytes, settings_of
from reader.services import terms
from reader.toolbox import build

app = typer.Typer(help="Glossaries of terms.", no_args_is_help=True)
Name = Annotated[str, typer.Option("--glossary", help="Name of the glossary; all by default.")]


@app.command()
def match(
    context: typer.Context,
    where: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON list for every line of the input.")
    ] = False,
    glossary: Name = "",
) -> None:
    """Find the terms in every line of a text."""
    tools = build(settings_of(context))
    terms.renew_shipped(tools)
    matcher = Matcher(terms.named(tools, glossary))
    for line in read_bytes(where).decode("utf-8-sig", "replace").splitlines():
        found = matcher.find(line)
        if as_json:
            sys.stdout.buffer.write(json.dumps(_facts(found), ensure_ascii=False).encode() + b"\n")
        else:
            shown = "; ".join(f"{m.surface} {m.term.rendering}" for m in found)
            out.print(shown, markup=False)


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the glossaries and how many terms each has."""
    tools = build(settings_of(context))
    terms.renew_shipped(tools)
    for card, number in terms.overview(tools):
        out.print(f"{card.name}: {number}", markup=False)


def _facts(found: list[Match]) -> list[dict[str, Any]]:
    return [
        {
            "start": m.start,
            "end": m.end,
            "surface": m.surface,
            "en": m.term.headword,
            "zh": m.term.rendering,
        }
        for m in found
    ]
