"""`duizhao models …`."""

from __future__ import annotations

import typer

app = typer.Typer(help="Translation models.", no_args_is_help=True)
