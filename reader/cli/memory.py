"""`duizhao memory …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reader.cli.common import out, settings_of
from reader.errors import InputTooLarge, NotFound
from reader.services import memory
from reader.toolbox import build
from reader.translation.tmx import MOST_BYTES

app = typer.Typer(help="The translation memory.", no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="A TMX file.")]


@app.command("import")
def import_(context: typer.Context, file: File) -> None:
    """Add the English and Chinese pairs of a TMX file."""
    tools = build(settings_of(context))
    done = memory.import_tmx(tools, _read(file), file.name)
    out.print(
        f"{done.new} new pairs, {done.replaced} replaced another Chinese, "
        f"{done.known} were known already."
    )


@app.command()
def export(context: typer.Context, file: File) -> None:
    """Write the whole memory, approved sentences too, as a TMX file."""
    tools = build(settings_of(context))
    size = memory.size(tools)
    file.write_bytes(memory.export_tmx(tools))
    out.print(f"{size.approved} approved sentences and {size.imported} pairs from files.")


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotFound(
            "The file {name} cannot be read: {reason}.", name=file, reason=error.strerror
        ) from error
    if len(data) > MOST_BYTES:
        raise InputTooLarge(
            "This translation memory is larger than {limit} MB.", limit=MOST_BYTES // 1_000_000
        )
    return data
