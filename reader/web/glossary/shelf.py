"""The list of glossaries, one glossary with its filters, and its conflicts."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.errors import Conflict, InputError
from reader.services import glossary, library, term_edits, term_report, terms
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.glossary import lately
from reader.web.glossary.blueprint import pages
from reader.web.glossary.form import filters_of, page_of
from reader.web.glossary.words import effect_words
from reader.web.i18n import in_words
from reader.web.notices import tell
from reader.web.texts import gettext as _

# Of so many terms of a change, all sentences in which they stand are shown.
TERMS_SHOWN = 5
# Of the sentences that it had translated again, so many are shown and the rest is counted.
SENTENCES_SHOWN = 200


@pages.get("/glossary")
def shelf() -> str:
    """Show all glossaries."""
    return _shelf()


@pages.post("/glossary/new")
def create() -> Response | tuple[str, int]:
    """Make a new glossary and open it."""
    name = request.form.get("name", "")
    try:
        card = glossary.create(toolbox(), name)
    except (InputError, Conflict) as error:
        return _shelf(name, in_words(error)), status_of(error)
    lately.work_in(card.id)
    return redirect(url_for(".browse", glossary_id=card.id), 303)


@pages.get("/glossary/<int:glossary_id>")
def browse(glossary_id: int) -> str:
    """Show the terms that fit the filters; only the list for the page's script."""
    filters = filters_of(request.args)
    found = glossary.browse(toolbox(), glossary_id, filters, page_of(request.args))
    fragment = "X-Fragment" in request.headers
    template = "glossary/_list.html" if fragment else "glossary/browse.html"
    articles = () if fragment else library.list_articles(toolbox())
    return render_template(template, found=found, filters=filters, articles=articles)


@pages.get("/glossary/<int:glossary_id>/print")
def handout(glossary_id: int) -> str:
    """Show the terms that fit the filters as a list to print for the class."""
    filters = filters_of(request.args)
    found = glossary.listed(toolbox(), glossary_id, filters)
    return render_template("glossary/handout.html", found=found, filters=filters)


@pages.post("/glossary/<int:glossary_id>/rename")
def rename(glossary_id: int) -> Response:
    """Give a glossary another name."""
    card = glossary.rename(toolbox(), glossary_id, request.form.get("name", ""))
    tell({"text": _("The glossary is now called “%(name)s”.", name=card.name)})
    return redirect(url_for(".browse", glossary_id=glossary_id), 303)


@pages.get("/glossary/<int:glossary_id>/settings")
def settings(glossary_id: int) -> str:
    """Ask for another name, or whether the glossary shall be deleted."""
    card, catalogue = glossary.open_glossary(toolbox(), glossary_id)
    return render_template("glossary/settings.html", card=card, number=len(catalogue.terms))


@pages.post("/glossary/<int:glossary_id>/delete")
def delete(glossary_id: int) -> Response:
    """Delete a glossary."""
    card, effect = glossary.delete(toolbox(), glossary_id)
    said = _("“%(title)s” was deleted.", title=card.name)
    tell({"text": f"{said} {effect_words(effect)}"})
    return redirect(url_for(".shelf"), 303)


@pages.get("/glossary/<int:glossary_id>/conflicts")
def conflicts(glossary_id: int) -> str:
    """Show the terms that contradict one another."""
    card, catalogue = glossary.open_glossary(toolbox(), glossary_id)
    return render_template("glossary/conflicts.html", card=card, conflicts=catalogue.conflicts)


@pages.get("/glossary/<int:glossary_id>/changes/<int:number>")
def changes(glossary_id: int, number: int) -> str:
    """Show what a change of terms did to the sentences of the library."""
    card, catalogue = glossary.open_glossary(toolbox(), glossary_id)
    edits, redone = term_edits.redone(toolbox(), glossary_id, number)
    again = {(one.found.article_id, one.found.row.segment.position) for one in redone}
    standing = [
        example
        for edit in edits[:TERMS_SHOWN]
        for example in term_report.examples(toolbox(), glossary_id, edit.slug)
        if (example.article_id, example.segment.position) not in again
    ]
    return render_template(
        "glossary/changes.html",
        card=card,
        edits=edits,
        redone=redone,
        number=number,
        here=catalogue.by_id,
        standing=standing,
        shown=SENTENCES_SHOWN,
    )


def _shelf(name: str = "", problem: str = "") -> str:
    return render_template(
        "glossary/shelf.html", shelf=terms.overview(toolbox()), name=name, problem=problem
    )
