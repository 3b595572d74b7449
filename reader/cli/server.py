"""`duizhao serve` and `duizhao worker`."""

from __future__ import annotations

import socket
import webbrowser
from typing import Annotated

import typer
import waitress

from reader.cli.common import err, out, settings_of
from reader.config import Settings, with_options
from reader.errors import SettingsError
from reader.jobs import Worker
from reader.queue import HueyQueue
from reader.services import library, terms
from reader.toolbox import Toolbox, build
from reader.web import create_app

# A classroom of thirty, each page with a few requests at a time.
THREADS = 16
BACKLOG = 256


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(serve)
    app.command()(worker)


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on (DUIZHAO_HOST).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (DUIZHAO_PORT).")] = None,
    engine: Annotated[str | None, typer.Option(help="Key of the engine to translate with.")] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page.")] = False,
    translate: Annotated[
        bool, typer.Option(help="Translate in this process; --no-translate leaves it to workers.")
    ] = True,
) -> None:
    """Start the server and translate in the background."""
    settings = with_options(settings_of(context), host=host, port=port, engine=engine)
    listener = _listen(settings)
    tools = build(settings)
    prepare(tools)
    running = start_worker(tools) if translate else None
    address = f"http://{_shown(settings.host)}:{listener.getsockname()[1]}/"
    out.print(f"Duizhao 对照: {address}   (Ctrl+C stops it)")
    if open_browser:
        _open(address)
    try:
        waitress.serve(create_app(tools), sockets=[listener], threads=THREADS, ident=None)
    finally:
        if running:
            running.stop()


def worker(context: typer.Context) -> None:
    """Translate what the library is waiting for, without a server."""
    tools = build(settings_of(context))
    prepare(tools)
    running = start_worker(tools)
    if running is None:
        raise SettingsError("Another process is translating for this library already.")
    out.print("Translating. (Ctrl+C stops it)")
    try:
        running.wait()
    finally:
        running.stop()


def prepare(tools: Toolbox) -> None:
    """What every start does before the first page."""
    if not tools.dictionary.is_built():
        # Before the model starts, which would have to share the processor with it.
        with err.status("Building the dictionary. This is done once and takes some seconds."):
            tools.dictionary.build()
    terms.renew_shipped(tools)
    library.tidy(tools)


def start_worker(tools: Toolbox) -> Worker | None:
    """A running worker, or None where another process has this library's."""
    assert isinstance(tools.queue, HueyQueue)
    worker = Worker(tools, tools.queue)
    return worker if worker.start() else None


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        # From here on a browser that is too early waits instead of being refused.
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise SettingsError(
            "Port {port} on {host} cannot be used ({reason}). "
            "Is Duizhao running already? Try: make run PORT={other}",
            port=settings.port,
            host=settings.host,
            reason=error.strerror,
            other=settings.port + 1,
        ) from error
    return listener


def _shown(host: str) -> str:
    if host in {"0.0.0.0", "::"}:  # noqa: S104
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _open(address: str) -> None:
    try:
        webbrowser.get()
    except webbrowser.Error:
        return
    webbrowser.open(address)
