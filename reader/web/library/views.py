"""The library's addresses."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.articles.article import Article
from reader.errors import FetchError, InputError
from reader.services import library
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.i18n import in_words
from reader.web.library.form import AddForm
from reader.web.notices import tell
from reader.web.texts import gettext as _
from reader.web.texts import ngettext

pages = Blueprint("library", __name__)


@pages.get("/")
def shelf() -> str:
    """Show the articles, all or those that match a search; as a fragment for the page's script."""
    query = request.args.get("q", "").strip()
    cards = library.list_articles(toolbox(), query)
    fragment = "X-Fragment" in request.headers
    template = "library/_cards.html" if fragment else "library/shelf.html"
    return render_template(template, cards=cards, query=query, form=AddForm(), problem="")


@pages.post("/articles")
def add() -> Response | tuple[str, int]:
    """Add an article and open it, or say what is wrong with it."""
    form = AddForm.of(request)
    try:
        article = form.article()
    except (InputError, FetchError) as error:
        return _again(form, in_words(error)), status_of(error)
    added = library.add_article(toolbox(), article)
    _tell_added(article, added.new)
    return redirect(url_for("reading.read", article_id=added.article_id), 303)


@pages.post("/articles/<int:article_id>/delete")
def delete(article_id: int) -> Response:
    """Take an article out of the library, with a way back."""
    card = library.delete_article(toolbox(), article_id)
    undo = url_for(".restore", article_id=article_id)
    tell({"text": _("“%(title)s” was deleted.", title=card.title), "undo": undo})
    return redirect(url_for(".shelf"), 303)


@pages.post("/articles/<int:article_id>/restore")
def restore(article_id: int) -> Response:
    """Bring a deleted article back."""
    card = library.restore_article(toolbox(), article_id)
    tell({"text": _("“%(title)s” is back.", title=card.title)})
    return redirect(url_for(".shelf"), 303)


def _again(form: AddForm, problem: str) -> str:
    cards = library.list_articles(toolbox())
    return render_template("library/shelf.html", cards=cards, query="", form=form, problem=problem)


def _tell_added(article: Article, new: bool) -> None:
    left_out = len(article.dropped)
    if not new:
        tell({"text": _("This article was in the library already. Here it is.")})
    elif left_out:
        said = ngettext(
            "Added. %(num)s piece of text that is not part of the article was left out.",
            "Added. %(num)s pieces of text that are not part of the article were left out.",
            left_out,
        )
        tell({"text": said, "left_out": True})
    else:
        tell({"text": _("Added. Nothing was left out.")})
