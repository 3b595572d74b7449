"""`duizhao glossary …`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from glossary import Match, Matcher, Preview, compare
from glossary.formats import FORMATS, ReadResult
from reader.cli.common import err, out, read_bytes, settings_of, told
from reader.errors import InputError, NotFound
from reader.services import glossary as glossaries
from reader.services import glossary_files, term_edits, terms
from reader.services.glossary_files import Decision, Decisions
from reader.toolbox import Toolbox, build

SHOWN = 50
app = typer.Typer(help="Glossaries of terms.", no_args_is_help=True)
Named = Annotated[str, typer.Option("--glossary", help="Name of the glossary.")]
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


@app.command("import")
def import_(
    context: typer.Context,
    where: Annotated[str, typer.Argument(help="A CSV, TSV, Excel, TBX or OmegaT file, or -.")],
    glossary: Named,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    clashes: Annotated[
        Decision, typer.Option(help="What to do where the glossary has other Chinese.")
    ] = Decision.KEEP,
) -> None:
    """Show what a file would change in a glossary, and change it after a yes.

    A glossary that is not there yet is made.
    """
    tools = build(settings_of(context))
    terms.renew_shipped(tools)
    data = read_bytes(where)
    with told("Reading") as progress:
        result = glossary_files.parse(data, Path(where).name, progress)
    number = _number(tools, glossary)
    with err.status("Comparing…"):
        preview = _preview(tools, number, result)
    _show(preview)
    if not (preview.new or preview.changed or preview.conflicting):
        err.print("There is nothing to import.")
        return
    if not yes and not typer.confirm("Import this?", err=True):
        raise typer.Exit(1)
    with err.status("Writing…"):
        number = number or glossaries.create(tools, glossary).id
        made = glossary_files.write_preview(tools, number, preview, Decisions({}, clashes))
    if made is None:
        err.print("Nothing was different, so nothing was changed.")
        return
    with told("Checking sentences") as progress:
        effect = term_edits.check(tools, number, made, progress)
    err.print(f"{len(made.changes)} terms written, {effect.sentences} sentences changed.")


@app.command()
def export(
    context: typer.Context,
    glossary: Named,
    to: Annotated[str, typer.Option(help="File to write: .csv .tsv .xlsx .tbx .txt (OmegaT).")],
) -> None:
    """Write a glossary to a file; its ending tells the format."""
    endings = {form.suffix: key for key, form in FORMATS.items()}
    key = endings.get(Path(to).suffix.lower())
    if key is None:
        known = " ".join(endings)
        raise InputError("The file must end in one of: {known}.", known=known)
    tools = build(settings_of(context))
    terms.renew_shipped(tools)
    number = _number(tools, glossary)
    if not number:
        raise NotFound("There is no glossary named “{name}”.", name=glossary)
    made = glossary_files.export(tools, number, key)
    try:
        Path(to).write_bytes(made.data)
    except OSError as error:
        raise InputError(
            "{name} cannot be written: {reason}.", name=to, reason=error.strerror
        ) from error
    err.print(f"Written to {to}.", markup=False)


def _preview(tools: Toolbox, number: int, result: ReadResult) -> Preview:
    """What a file would do to a glossary; number 0 is a new one."""
    return glossary_files.preview(tools, number, result)[1] if number else compare((), result)


def _number(tools: Toolbox, name: str) -> int:
    """The number of the glossary of that name, 0 where there is none."""
    found = (card.id for card, _ in terms.overview(tools) if card.name == name)
    return next(found, 0)


def _show(preview: Preview) -> None:
    counts = Table("New", "Changed", "Conflicting", "The same", "Left out", box=None)
    kinds = (preview.new, preview.changed, preview.conflicting, preview.unchanged, preview.rejected)
    counts.add_row(*(str(len(kind)) for kind in kinds))
    out.print(counts)
    for clash in preview.conflicting[:SHOWN]:
        had, has = clash.existing.rendering, clash.imported.rendering
        out.print(f"conflict: {clash.imported.headword}: {had} / {has}", markup=False)
    for each in preview.rejected[:SHOWN]:
        out.print(f"line {each.line}: {each.reason} {each.text[:80]}", markup=False)


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
