"""The `duizhao` command: its sub-commands, and errors as sentences with exit codes."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from typer.exceptions import TyperException

from reader import __version__
from reader.cli import articles, glossaries, memory, models, server
from reader.config import read_settings
from reader.errors import DuizhaoError

app = typer.Typer(
    name="duizhao",
    help="Duizhao 对照: an English article and its Chinese side by side, made offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
server.register(app)
articles.register(app)
app.add_typer(models.app, name="models")
app.add_typer(glossaries.app, name="glossary")
app.add_typer(memory.app, name="memory")


@app.callback(invoke_without_command=True)
def settings(
    context: typer.Context,
    data: Annotated[
        Path | None, typer.Option(help="Folder of library and models (DUIZHAO_DATA).")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Read the settings that every command shares."""
    if version:
        typer.echo(f"duizhao {__version__}")
        raise typer.Exit
    context.obj = read_settings(data=data)


def main() -> int:
    """Run the command; its exit code. Errors for people go to standard error, in red."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    errors = Console(stderr=True, highlight=False)
    try:
        result = app(standalone_mode=False)
    except DuizhaoError as error:
        errors.print(str(error), style="red", markup=False)
        return error.exit_code
    except typer.Abort:
        return 130
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`duizhao list | head`): not an error.
        sys.stderr.close()
        return 0
    except typer.Exit as leaving:
        return leaving.exit_code
    except TyperException as error:
        errors.print(error.format_message(), style="red", markup=False)
        return 2
    return result if isinstance(result, int) else 0
