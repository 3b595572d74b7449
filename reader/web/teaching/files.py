"""The translation memory: its size, and TMX files in and out."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from reader.errors import EmptyInput, InputError
from reader.services import memory
from reader.services.memory import Imported
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.i18n import in_words
from reader.web.notices import tell
from reader.web.teaching.blueprint import pages
from reader.web.texts import gettext as _
from reader.web.texts import ngettext

LARGEST_REQUEST = 100 * 1024 * 1024 + 64 * 1024


@pages.url_value_preprocessor
def _allow_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    # Before anything looks into the request: a memory of 100,000 pairs has some 40 MB.
    if endpoint == "teaching.bring_memory":
        request.max_content_length = LARGEST_REQUEST


@pages.get("/memory")
def memory_page() -> str:
    """Show how large the memory is, and ask for a file."""
    return _page()


@pages.post("/memory/import")
def bring_memory() -> Response | tuple[str, int]:
    """Add the pairs of a TMX file."""
    sent = request.files.get("file")
    try:
        if sent is None or not sent.filename:
            raise EmptyInput("Please choose a file first.")
        done = memory.import_tmx(toolbox(), sent.read(), sent.filename)
    except InputError as error:
        return _page(in_words(error)), status_of(error)
    tell({"text": _import_words(done)})
    return redirect(url_for(".memory_page"), 303)


@pages.get("/memory/duizhao.tmx")
def take_memory() -> Response:
    """Send the whole memory as a TMX file."""
    return send_file(
        BytesIO(memory.export_tmx(toolbox())),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name="duizhao.tmx",
        max_age=0,
    )


@pages.post("/memory/forget")
def forget_memory() -> Response:
    """Forget what files brought, if the person is sure."""
    if "sure" in request.form:
        count = memory.forget_imported(toolbox())
        said = ngettext("%(num)s pair was forgotten.", "%(num)s pairs were forgotten.", count)
        tell({"text": said})
    else:
        tell({"text": _("Nothing was forgotten: please tick the box first.")})
    return redirect(url_for(".memory_page"), 303)


def _page(problem: str = "") -> str:
    return render_template("teaching/memory.html", size=memory.size(toolbox()), problem=problem)


def _import_words(done: Imported) -> str:
    new = ngettext("%(num)s new pair.", "%(num)s new pairs.", done.new)
    rest = _(
        "%(replaced)s replaced another Chinese, %(known)s were known already.",
        replaced=done.replaced,
        known=done.known,
    )
    return f"{new} {rest}"
