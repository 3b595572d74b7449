"""What belongs to no page: the language of the interface."""

from __future__ import annotations

from flask import Blueprint, redirect, request, session, url_for
from werkzeug.wrappers import Response

from reader.errors import NotFound
from reader.web.i18n import LANGUAGES

pages = Blueprint("site", __name__)


@pages.post("/language")
def language() -> Response:
    """Remember the chosen language and go back to where it was chosen."""
    picked = request.form.get("language", "")
    if picked not in LANGUAGES:
        raise NotFound("Duizhao does not speak that language yet.")
    session["language"] = picked
    session.permanent = True
    return redirect(local(request.form.get("next", "")))


def local(address: str) -> str:
    """The address if it lies on this server, else that of the library.

    Browsers read a backslash as a slash, and two slashes as another host.
    """
    clean = address.replace("\\", "/")
    safe = clean.startswith("/") and not clean.startswith("//") and clean.isprintable()
    return clean if safe else url_for("library.shelf")
