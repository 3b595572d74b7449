"""The models: what is here, choosing, installing, checking, removing."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.errors import Conflict, InputError, ModelRefused
from reader.services import modelling
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.i18n import in_words
from reader.web.models.blueprint import pages
from reader.web.notices import tell
from reader.web.texts import gettext as _


@pages.get("/models")
def shelf() -> str:
    """Show the models."""
    return _shelf()


@pages.get("/models/progress")
def progress() -> str:
    """How far an installation is, as a fragment for the page's script."""
    return render_template("models/_progress.html", now=toolbox().installer.now)


@pages.post("/models/use")
def use() -> Response:
    """Prefer a model from now on, "" for the best."""
    key = request.form.get("key", "")
    toolbox().models.use(key)
    name = toolbox().engine().name
    tell({"text": _("New sentences are translated by %(name)s.", name=name)})
    return redirect(url_for(".shelf"), 303)


@pages.post("/models/upload")
def upload() -> Response | tuple[str, int]:
    """Begin to install a model from a file that was sent."""
    sent = request.files.get("file")
    try:
        if sent is None or not sent.filename:
            raise InputError("Please choose a file first.")
        modelling.install_upload(toolbox(), sent.filename, sent.save)
    except (InputError, ModelRefused, Conflict) as error:
        return _shelf(in_words(error)), status_of(error)
    return redirect(url_for(".shelf"), 303)


@pages.post("/models/download/<kind>")
def download(kind: str) -> Response | tuple[str, int]:
    """Begin to download a model."""
    try:
        modelling.download(toolbox(), kind)
    except Conflict as error:
        return _shelf(in_words(error)), status_of(error)
    return redirect(url_for(".shelf"), 303)


@pages.post("/models/seen")
def seen() -> Response:
    """Forget how the last installation ended."""
    toolbox().installer.seen()
    return redirect(url_for(".shelf"), 303)


@pages.post("/models/<key>/verify")
def verify(key: str) -> Response | tuple[str, int]:
    """Check that the files of a model are those that were installed."""
    model = modelling.get_model(toolbox(), key)
    try:
        toolbox().models.verify(key)
    except ModelRefused as error:
        return _shelf(in_words(error)), status_of(error)
    tell({"text": _("%(name)s is whole.", name=model.name)})
    return redirect(url_for(".shelf"), 303)


@pages.get("/models/<key>/remove")
def ask_remove(key: str) -> str:
    """Ask whether a model shall really be removed."""
    return render_template("models/remove.html", model=modelling.get_model(toolbox(), key))


@pages.post("/models/<key>/remove")
def remove(key: str) -> Response:
    """Remove a model."""
    gone = modelling.remove(toolbox(), key)
    tell({"text": _("%(name)s was removed.", name=gone.name)})
    return redirect(url_for(".shelf"), 303)


def _shelf(problem: str = "") -> str:
    modelling.tidy(toolbox())
    found = modelling.overview(toolbox())
    return render_template("models/shelf.html", found=found, problem=problem)
