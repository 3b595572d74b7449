"""The engine of one article."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.services import modelling
from reader.web.context import toolbox
from reader.web.models.blueprint import pages
from reader.web.notices import tell
from reader.web.texts import gettext as _
from reader.web.texts import ngettext


@pages.get("/articles/<int:article_id>/engine")
def engine(article_id: int) -> str:
    """Ask which engine shall translate an article."""
    choice = modelling.choice(toolbox(), article_id)
    return render_template("models/engine.html", choice=choice, card=choice.card)


@pages.post("/articles/<int:article_id>/engine")
def choose(article_id: int) -> Response:
    """Choose the engine of an article, and translate it again if the person wishes so."""
    key = request.form.get("key", "")
    count = modelling.choose(toolbox(), article_id, key, again="again" in request.form)
    if count:
        said = ngettext(
            "The choice is saved. %(num)s sentence is translated again.",
            "The choice is saved. %(num)s sentences are translated again.",
            count,
        )
    else:
        said = _("The choice is saved. It holds for what is translated from now on.")
    tell({"text": said})
    return redirect(url_for("reading.read", article_id=article_id), 303)
