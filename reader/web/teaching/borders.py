"""Correcting where the words of a Chinese text end, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.errors import InputError
from reader.services import correcting
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.i18n import in_words
from reader.web.notices import tell
from reader.web.teaching.blueprint import pages
from reader.web.texts import gettext as _
from reader.web.texts import ngettext


@pages.get("/articles/<int:article_id>/correct")
def correct(article_id: int) -> str:
    """Show the words that some characters are, and the form that corrects them."""
    return _page(article_id, request.args.get("word", ""))


@pages.post("/articles/<int:article_id>/correct")
def save_correction(article_id: int) -> Response | tuple[str, int]:
    """Store a correction for the article or for all."""
    form = request.form
    text = "".join(form.get("word", "").split())
    made = correcting.proposed(
        correcting.look(toolbox(), article_id, text),
        correcting.pieces_of(form.get("pieces", "")),
        " ".join(form.get("pinyin", "").split()),
        None if form.get("where") == "all" else article_id,
    )
    try:
        count = correcting.correct(toolbox(), made)
    except InputError as error:
        return _page(article_id, text, form, in_words(error)), status_of(error)
    said = ngettext(
        "Corrected. It concerns %(num)s sentence.", "Corrected. It concerns %(num)s sentences.",
        count,
    )  # fmt: skip
    tell({"text": said})
    return redirect(url_for(".correct", article_id=article_id, word=text), 303)


@pages.post("/articles/<int:article_id>/corrections/<int:number>/forget")
def forget_correction(article_id: int, number: int) -> Response:
    """Remove a correction."""
    correcting.forget(toolbox(), number)
    tell({"text": _("The correction was removed.")})
    word = request.form.get("word", "")
    return redirect(url_for(".correct", article_id=article_id, word=word), 303)


def _page(
    article_id: int, text: str, typed: Mapping[str, str] | None = None, problem: str = ""
) -> str:
    words = correcting.look(toolbox(), article_id, text)
    return render_template("teaching/correct.html", words=words, typed=typed or {}, problem=problem)
