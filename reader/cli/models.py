"""`duizhao models …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

from reader.cli.common import err, out, settings_of
from reader.errors import NotFound
from reader.toolbox import Toolbox, build
from reader.translation.models import InstalledModel

app = typer.Typer(help="Translation models.", no_args_is_help=True)
Key = Annotated[str, typer.Argument(help="Key of a model (see: duizhao models list).")]
DOWNLOADS = ("argos", "firefox")


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the installed models; the one in use has a star."""
    tools = build(settings_of(context))
    used = tools.engine().key
    for model in tools.models.list():
        star = "*" if model.key == used else " "
        out.print(f"{star} {model.key}  {model.name}  {model.size / 1e6:.0f} MB", markup=False)


@app.command()
def install(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(help="argos or firefox to download, or an .argosmodel, zip or folder."),
    ],
) -> None:
    """Install a model: downloaded, or from a file carried here."""
    tools = build(settings_of(context))
    if what in DOWNLOADS and not Path(what).exists():
        model = _download(tools, what)
    else:
        model = tools.models.install(_existing(what))
    _say(model)


@app.command()
def add(context: typer.Context, path: Annotated[str, typer.Argument(help="A GGUF file.")]) -> None:
    """Use a GGUF language model of your own; the file stays where it is."""
    _say(build(settings_of(context)).models.add(_existing(path)))


@app.command()
def use(context: typer.Context, key: Key) -> None:
    """Translate with this model from now on."""
    build(settings_of(context)).models.use(key)
    out.print(f"New sentences are translated with {key}.", markup=False)


@app.command()
def remove(context: typer.Context, key: Key) -> None:
    """Remove an installed model."""
    build(settings_of(context)).models.remove(key)
    out.print(f"{key} was removed.", markup=False)


@app.command()
def verify(context: typer.Context, key: Key) -> None:
    """Check that the files of a model are those that were installed."""
    build(settings_of(context)).models.verify(key)
    out.print(f"{key} is whole.", markup=False)


def _download(tools: Toolbox, kind: str) -> InstalledModel:
    columns = (DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(kind, total=None)
        return tools.models.download(
            kind, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )


def _existing(path: str) -> Path:
    if not Path(path).exists():
        raise NotFound("There is no file {name}.", name=path)
    return Path(path)


def _say(model: InstalledModel) -> None:
    out.print(f"Installed as {model.key}: {model.name}", markup=False)
