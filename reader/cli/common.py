"""What the commands share: input, output, progress."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from reader.articles import article_from_file, article_from_url
from reader.articles.article import Article
from reader.config import Settings
from reader.errors import InputTooLarge, NotFound

MAX_FILE = 20 * 1024 * 1024
Item = TypeVar("Item")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False)


def settings_of(context: typer.Context) -> Settings:
    """The settings that the command line and the environment gave."""
    settings = context.obj
    assert isinstance(settings, Settings)
    return settings


def read_article(where: str) -> Article:
    """The clean article in a file, at a URL, or on standard input ("-").

    Raises what `reader.articles` raises, and `NotFound` for a file that is not there.
    """
    if where == "-":
        return article_from_file("standard-input.txt", sys.stdin.buffer.read(MAX_FILE + 1))
    if _ADDRESS.match(where):
        return article_from_url(where)
    return article_from_file(Path(where).name, read_bytes(where))


def read_bytes(where: str) -> bytes:
    """The bytes of a file, or of standard input for "-".

    Raises `NotFound` where it cannot be read and `InputTooLarge` over 20 MB.
    """
    if where == "-":
        data = sys.stdin.buffer.read(MAX_FILE + 1)
    else:
        try:
            with Path(where).open("rb") as file:
                data = file.read(MAX_FILE + 1)
        except OSError as error:
            raise NotFound(
                "The file {name} cannot be read: {reason}.", name=where, reason=error.strerror
            ) from error
    if len(data) > MAX_FILE:
        raise InputTooLarge("The file is larger than 20 MB, which is the most that can be read.")
    return data


def with_progress(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """Yield `items` and show on standard error how many of `total` are done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task(label, total=total)
        for item in items:
            progress.advance(task)
            yield item


@contextmanager
def told(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error; it is told how many of how many are done."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)
