"""The glossary of one article: which ones it uses, how its terms fared, what may be a term."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary import Term, TermStatus
from reader.services import glossary, library, term_edits, term_guesses, term_report
from reader.web.context import toolbox
from reader.web.glossary import lately
from reader.web.glossary.blueprint import pages
from reader.web.glossary.words import effect_words
from reader.web.notices import tell
from reader.web.texts import gettext as _


@pages.get("/articles/<int:article_id>/glossaries")
def choice(article_id: int) -> str:
    """Show which glossaries an article uses, and in which order."""
    card = library.get_card(toolbox(), article_id)
    used, rest, is_chosen = glossary.choice(toolbox(), article_id)
    return render_template(
        "glossary/choice.html", card=card, used=used, rest=rest, is_chosen=is_chosen
    )


@pages.post("/articles/<int:article_id>/glossaries")
def choose(article_id: int) -> Response:
    """Let an article use the chosen glossaries, and check it again."""
    ranks = {
        int(name.removeprefix("rank-")): int(value)
        for name, value in request.form.items()
        if name.startswith("rank-") and name[5:].isdecimal() and value.isdecimal()
    }
    wanted = sorted((number for number, rank in ranks.items() if rank), key=lambda n: ranks[n])
    effect = glossary.choose(toolbox(), article_id, wanted)
    tell({"text": _("The choice is saved. %(effect)s", effect=effect_words(effect))})
    return redirect(url_for(".report", article_id=article_id), 303)


@pages.get("/articles/<int:article_id>/report")
def report(article_id: int) -> str:
    """Show how an article's terms fared; its print is a list of terms for the class."""
    made = term_report.report(toolbox(), article_id)
    return render_template("glossary/report.html", report=made, card=made.card)


@pages.get("/articles/<int:article_id>/candidates")
def candidates(article_id: int) -> str:
    """Show what may be a term and is in no glossary of the article."""
    guesses = term_guesses.guesses(toolbox(), article_id)
    card = library.get_card(toolbox(), article_id)
    return render_template(
        "glossary/candidates.html", card=card, guesses=guesses, goal=lately.name()
    )


@pages.post("/articles/<int:article_id>/candidates")
def accept(article_id: int) -> Response | str:
    """Take a candidate into the teacher's own glossary; only what to say for the page's script."""
    own = lately.own()
    form = request.form
    term = Term(
        "",
        " ".join(form.get("headword", "").split()),
        " ".join(form.get("rendering", "").split()),
        status=TermStatus.DRAFT,
    )
    made = term_edits.save(toolbox(), own.id, term, 0)
    said = _("“%(term)s” is in “%(name)s” now.", term=term.headword, name=own.name)
    said = f"{said} {effect_words(made.effect)}"
    if "X-Fragment" in request.headers:
        return render_template(
            "glossary/_kept.html", own=own, made=made, said=said, article_id=article_id
        )
    tell({"text": said, "undo": url_for(".undo", glossary_id=own.id, number=made.number)})
    return redirect(url_for(".candidates", article_id=article_id), 303)
