"""The addresses of "My words". The words stay in the browser; the server keeps none of them."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from flask import Blueprint, render_template, request, send_file
from werkzeug.wrappers import Response

from reader.exports import my_words
from reader.services import library
from reader.web.context import toolbox
from reader.web.mywords.form import words_of

pages = Blueprint("mywords", __name__, url_prefix="/words")


@pages.get("")
def words() -> str:
    """Show the page; its script fills it from the browser's own store."""
    return render_template("mywords/words.html", cards=library.list_articles(toolbox()))


@pages.post("/anki")
def anki() -> Response:
    """Answer the words that were sent as an Anki deck, and forget them."""
    deck = my_words.write(words_of(request.get_json(silent=True)), datetime.now(UTC))
    return send_file(
        io.BytesIO(deck),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name="duizhao-my-words.apkg",
        max_age=0,
    )
