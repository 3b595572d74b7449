"""The review of an article: its drafts, doubtful ones first, and approving all."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.services import reviewing
from reader.store.segments import version
from reader.web.context import toolbox
from reader.web.notices import tell
from reader.web.teaching.blueprint import pages
from reader.web.teaching.words import taken_words
from reader.web.texts import ngettext

# Of more, only so many are shown: the first ones have to be done first anyway.
SHOWN = 200


@pages.get("/articles/<int:article_id>/review")
def review(article_id: int) -> str:
    """Show what is still to be looked at."""
    opened = reviewing.open_review(toolbox(), article_id)
    return render_template("teaching/review.html", review=opened, shown=SHOWN, version=version)


@pages.post("/articles/<int:article_id>/approve-all")
def approve_all(article_id: int) -> Response:
    """Approve every sentence without doubts, or every sentence."""
    seen = request.form.get("revision", "")
    done = reviewing.approve_all(
        toolbox(),
        article_id,
        doubtful="doubtful" in request.form,
        up_to=int(seen) if seen.isdecimal() else None,
    )
    said = ngettext(
        "%(num)s sentence was approved.", "%(num)s sentences were approved.", done.sentences
    )
    tell({"text": f"{said} {taken_words(done.taken)}".strip()})
    return redirect(url_for(".review", article_id=article_id), 303)
