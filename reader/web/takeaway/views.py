"""The addresses of files and handouts."""

from __future__ import annotations

import io

from flask import Blueprint, render_template, request, send_file
from werkzeug.wrappers import Response

from reader.exports.edition import edition
from reader.exports.origin import origin_lines
from reader.exports.rows import rows_of
from reader.services import exporting
from reader.web.context import toolbox
from reader.web.takeaway.choices import layout_of, options_of

pages = Blueprint("takeaway", __name__, url_prefix="/articles/<int:article_id>")


@pages.get("/take-away/<kind>")
def file(article_id: int, kind: str) -> Response:
    """The article as a file. It is always saved, never shown: it may be a web page."""
    options = options_of(request.args)
    made = exporting.export_article(toolbox(), article_id, kind, options)
    return send_file(
        io.BytesIO(made.data),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=made.name,
        max_age=0,
    )


@pages.get("/print")
def handout(article_id: int) -> str:
    """The article as it will be printed, with the choices for it."""
    options, layout = options_of(request.args), layout_of(request.args)
    whole = exporting.library_document(toolbox(), article_id)
    document = edition(whole, options)
    return render_template(
        "takeaway/handout.html",
        article_id=article_id,
        document=document,
        options=options,
        layout=layout,
        has_reviewed=any(pair.reviewed for pair in whole.pairs),
        blocks=rows_of(document, options.wording),
        origin=origin_lines(document, options.wording),
    )
