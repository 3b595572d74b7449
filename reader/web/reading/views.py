"""The reading page's addresses."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.services import library, reading, translating
from reader.services.reading import Changes
from reader.web.context import toolbox
from reader.web.i18n import in_words
from reader.web.notices import tell
from reader.web.present import progress_words
from reader.web.reading.fragments import open_face, open_words, pair_html
from reader.web.texts import gettext as _

pages = Blueprint("reading", __name__, url_prefix="/articles/<int:article_id>")


@pages.get("")
def read(article_id: int) -> str:
    """Show one article, English beside Chinese."""
    card, progress, face = open_face(toolbox(), article_id)
    return render_template("reading/article.html", card=card, progress=progress, face=face)


@pages.get("/changes")
def changes(article_id: int) -> dict[str, Any]:
    """The sentences that changed after revision `since`, as JSON for the page's script."""
    since = request.args.get("since", default=-1, type=int)
    return _as_json(reading.changes(toolbox(), article_id, since))


@pages.get("/terms")
def terms(article_id: int) -> str:
    """The list of the article's terms, as a fragment for the page's script."""
    return open_face(toolbox(), article_id)[2].terms


@pages.get("/words")
def words(article_id: int) -> dict[str, Any]:
    """What the dictionary says of the article's words, as JSON for the page's script."""
    return open_words(toolbox(), article_id)


@pages.post("/retry")
def retry(article_id: int) -> Response:
    """Go on with a translation that stopped."""
    library.get_card(toolbox(), article_id)
    translating.retry(toolbox(), article_id)
    return redirect(url_for(".read", article_id=article_id), 303)


@pages.post("/left-out/<int:aside_id>")
def put_back(article_id: int, aside_id: int) -> Response:
    """Put back a piece of text that cleaning left out."""
    library.put_back(toolbox(), article_id, aside_id)
    tell({"text": _("The text is back in its place."), "left_out": True})
    return redirect(url_for(".read", article_id=article_id), 303)


def _as_json(changed: Changes) -> dict[str, Any]:
    progress = changed.progress
    return {
        "revision": changed.revision,
        "pairs": [
            {
                "row": pair.row.id,
                "position": pair.row.segment.position,
                "html": pair_html(pair, progress.total),
            }
            for pair in changed.pairs
        ],
        "done": progress.done,
        "total": progress.total,
        "words": progress_words(progress),
        "finished": progress.finished,
        "problem": in_words(progress.problem) if progress.problem else "",
    }
