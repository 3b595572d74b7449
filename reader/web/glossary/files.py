"""Glossary files: importing one after a look at what it would change, and exporting."""

from __future__ import annotations

from io import BytesIO

from flask import redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from glossary import conflicts
from reader.errors import EmptyInput, InputError
from reader.services import glossary, glossary_files, glossary_imports
from reader.services.glossary_files import Decision, Decisions
from reader.services.import_states import Import, Stage
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.glossary import lately
from reader.web.glossary.blueprint import pages
from reader.web.glossary.words import effect_words
from reader.web.i18n import in_words
from reader.web.notices import tell
from reader.web.texts import gettext as _
from reader.web.texts import ngettext

# So many lines of each kind are shown; the rest is counted. A clash is shown or decided in bulk.
SHOWN = 200
# So many seconds a page waits for an import before it shows its progress.
PATIENCE = 0.8


@pages.get("/glossary/<int:glossary_id>/import")
def choose_file(glossary_id: int) -> str:
    """Ask for a file."""
    return _ask(glossary_id)


@pages.post("/glossary/<int:glossary_id>/import")
def upload(glossary_id: int) -> Response | tuple[str, int]:
    """Read a file, to show what it would change; nothing is written yet."""
    file = request.files.get("file")
    try:
        if file is None or not file.filename:
            raise EmptyInput("Please choose a file first.")
        made = glossary_imports.begin(toolbox(), glossary_id, file.read(), file.filename)
    except InputError as error:
        return _ask(glossary_id, in_words(error)), status_of(error)
    return _soon(made)


@pages.get("/glossary/<int:glossary_id>/import/<token>")
def preview(glossary_id: int, token: str) -> Response | str | tuple[str, int]:
    """Show how far an import is: what it would change, its progress, or its end.

    Only the progress for the page's script.
    """
    found = glossary_imports.get(toolbox(), glossary_id, token)
    if "X-Fragment" in request.headers:
        if not found.is_running:
            return "", 204
        return render_template("glossary/_progress.html", now=found)
    if found.stage is Stage.READY:
        card, seen = glossary_imports.preview(toolbox(), glossary_id, token)
        return render_template(
            "glossary/preview.html",
            card=card,
            seen=seen,
            inside=conflicts(seen.new),
            token=token,
            shown=SHOWN,
        )
    if found.stage is Stage.FAILED:
        return _ask(glossary_id, in_words(found.error)), 422
    if found.stage is Stage.DONE:
        return _end(found)
    card, _catalogue = glossary.open_glossary(toolbox(), glossary_id)
    return render_template("glossary/progress.html", card=card, now=found)


@pages.post("/glossary/<int:glossary_id>/import/<token>")
def apply(glossary_id: int, token: str) -> Response:
    """Do what the person agreed to."""
    lately.work_in(glossary_id)
    return _soon(glossary_imports.apply(toolbox(), glossary_id, token, _decisions()))


@pages.get("/glossary/<int:glossary_id>/export/<format_name>")
def export(glossary_id: int, format_name: str) -> Response:
    """Send a glossary as a file."""
    made = glossary_files.export(toolbox(), glossary_id, format_name)
    return send_file(
        BytesIO(made.data), mimetype=made.media_type, as_attachment=True, download_name=made.name
    )


def _soon(made: Import) -> Response:
    """The page of an import; that of its end where it takes no longer than a person notices."""
    made = glossary_imports.get(toolbox(), made.glossary_id, made.token, PATIENCE)
    return redirect(url_for(".preview", glossary_id=made.glossary_id, token=made.token), 303)


def _end(made: Import) -> Response:
    if glossary_imports.tell(toolbox(), made):
        _tell(made)
    return redirect(url_for(".browse", glossary_id=made.glossary_id), 303)


def _tell(made: Import) -> None:
    if made.change is None:
        tell({"text": _("Nothing was different, so nothing was changed.")})
        return
    said = ngettext("%(num)s term was imported.", "%(num)s terms were imported.", made.terms)
    undo = url_for(".undo", glossary_id=made.glossary_id, number=made.change)
    see = url_for(".changes", glossary_id=made.glossary_id, number=made.change)
    tell({"text": f"{said} {effect_words(made.effect)}", "undo": undo, "see": see})


def _ask(glossary_id: int, problem: str = "") -> str:
    card, _catalogue = glossary.open_glossary(toolbox(), glossary_id)
    return render_template("glossary/import.html", card=card, problem=problem)


def _decisions() -> Decisions:
    every = set(Decision)
    clashes = {
        int(name.removeprefix("clash-")): Decision(value)
        for name, value in request.form.items()
        if name.startswith("clash-") and name[6:].isdecimal() and value in every
    }
    others = request.form.get("others", "")
    return Decisions(
        clashes, Decision(others) if others in every else Decision.KEEP, "update" in request.form
    )
