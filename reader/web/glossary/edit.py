"""Terms: looking at one, adding, changing, merging, deleting, taking back."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary import Term, TermStatus
from reader.errors import Conflict, InputError, NotFound
from reader.services import glossary, term_edits, term_guesses, term_report, terms
from reader.services.term_edits import Change
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.glossary import lately
from reader.web.glossary.blueprint import pages
from reader.web.glossary.form import TermForm, differing, picked
from reader.web.glossary.words import changed_fields, effect_words
from reader.web.i18n import in_words
from reader.web.notices import tell
from reader.web.site import local
from reader.web.texts import gettext as _
from reader.web.texts import ngettext

NEW = Term("", "", "")


@pages.get("/glossary/<int:glossary_id>/terms/<path:term_id>")
def term(glossary_id: int, term_id: str) -> str:
    """Show a term: its card, its examples in the library, its history."""
    seen = glossary.view(toolbox(), glossary_id, term_id)
    afters = [seen.term, *(edit.before for edit in seen.history)]
    history = [
        (edit, changed_fields(edit.before, after))
        for edit, after in zip(seen.history, afters, strict=False)
    ]
    examples = term_report.examples(toolbox(), glossary_id, term_id)
    return render_template(
        "glossary/term.html",
        seen=seen,
        examples=examples,
        history=history,
        most=term_report.EXAMPLES,
    )


@pages.get("/glossary/<int:glossary_id>/new")
def new(glossary_id: int) -> str:
    """Ask for a new term."""
    form = TermForm.of(request.args, NEW)
    return _form(glossary_id, form)


@pages.get("/glossary/<int:glossary_id>/edit/<path:term_id>")
def edit(glossary_id: int, term_id: str) -> str:
    """Show the form of a term; only the form for the page's script."""
    seen = glossary.view(toolbox(), glossary_id, term_id)
    return _form(glossary_id, TermForm(seen.term, seen.stored.version))


@pages.post("/glossary/<int:glossary_id>/terms")
def add(glossary_id: int) -> Response | str | tuple[str, int]:
    """Add a term."""
    lately.work_in(glossary_id)
    return _save(glossary_id, TermForm.of(request.form, NEW))


@pages.get("/glossary/add")
def add_selection() -> str:
    """Ask for a new term, filled in from a selection in an article.

    `sentence` counts from 1, as the reading page's anchors do; `start` and `end` are characters
    of its English. `target_start` and `target_end`, where given, are those of its Chinese.
    """
    ask = request.args.get
    article_id = ask("article", 0, type=int)
    at = ask("sentence", 1, type=int) - 1
    span = ask("start", 0, type=int), ask("end", 0, type=int)
    segment, english, chinese = term_guesses.selection(toolbox(), article_id, at, *span)
    first, last = ask("target_start", 0, type=int), ask("target_end", 0, type=int)
    if 0 <= first < last:
        chinese = segment.target[first:last]
    chosen = Term("", english, chinese, example_en=segment.source, example_zh=segment.target)
    back = url_for("reading.read", article_id=article_id, _anchor=f"s{at + 1}")
    return _form(None, TermForm(chosen), back=back)


@pages.post("/glossary/add")
def add_somewhere() -> Response | str | tuple[str, int]:
    """Add a term to the glossary that was chosen in the form, or to a first one of one's own."""
    number = request.form.get("glossary", "")
    wished = int(number) if number.isdecimal() and int(number) else lately.own().id
    lately.work_in(wished)
    return _save(wished, TermForm.of(request.form, NEW))


@pages.post("/glossary/<int:glossary_id>/save/<path:term_id>")
def save(glossary_id: int, term_id: str) -> Response | str | tuple[str, int]:
    """Store a term; where somebody was faster, ask which of both versions shall stay."""
    try:
        stored = glossary.view(toolbox(), glossary_id, term_id).stored
    except NotFound:
        form = TermForm(TermForm.of(request.form, Term(term_id, "", "")).term)
        return _form(
            glossary_id, form, _("This term was deleted meanwhile. Saving it adds it again.")
        ), 409
    form = TermForm.of(request.form, stored.term)
    if "merging" in request.form:
        form = TermForm(picked(request.form, stored.term, form.term), form.version)
    try:
        return _save(glossary_id, form)
    except Conflict:
        return _merge_page(glossary_id, form), 409


@pages.post("/glossary/<int:glossary_id>/remove/<path:term_id>")
def remove(glossary_id: int, term_id: str) -> Response:
    """Delete a term, with a way back."""
    made = term_edits.remove(toolbox(), glossary_id, [term_id])
    _tell(glossary_id, made, _("The term was deleted."))
    return redirect(url_for(".browse", glossary_id=glossary_id), 303)


@pages.post("/glossary/<int:glossary_id>/many")
def many(glossary_id: int) -> Response:
    """Change, merge or delete all chosen terms."""
    chosen = request.form.getlist("term")
    if not chosen:
        raise InputError("Please choose one term or more first.")
    made = _many(glossary_id, chosen, request.form.get("do", ""))
    count = len(made.slugs)
    said = ngettext("%(num)s term was changed.", "%(num)s terms were changed.", count)
    _tell(glossary_id, made, said)
    return redirect(_back(glossary_id), 303)


@pages.post("/glossary/<int:glossary_id>/undo/<int:number>")
def undo(glossary_id: int, number: int) -> Response:
    """Take a change back."""
    made = term_edits.undo(toolbox(), glossary_id, number)
    if made.number is None:
        tell({"text": _("Nothing was taken back: the terms were changed again since.")})
    else:
        _tell(glossary_id, made, _("The change was taken back."))
    return redirect(_back(glossary_id), 303)


def _many(glossary_id: int, chosen: list[str], what: str) -> Change:
    tools = toolbox()
    if what == "delete":
        return term_edits.remove(tools, glossary_id, chosen)
    if what == "merge":
        others = [*chosen[1:], *request.form.getlist("other")]
        return term_edits.merge(tools, glossary_id, chosen[0], others)
    if what == "category":
        category = " ".join(request.form.get("category", "").split())
        return term_edits.set_many(tools, glossary_id, chosen, category=category)
    if what in set(TermStatus):
        return term_edits.set_many(tools, glossary_id, chosen, status=TermStatus(what))
    raise InputError("Please choose what shall be done with the terms.")


def _save(glossary_id: int, form: TermForm) -> Response | str | tuple[str, int]:
    try:
        made = term_edits.save(toolbox(), glossary_id, form.term, form.version)
    except InputError as error:
        return _form(glossary_id, form, in_words(error)), status_of(error)
    term_id = made.slugs[0] if made.slugs else form.term.id
    if "X-Fragment" in request.headers:
        line = glossary.line(toolbox(), glossary_id, term_id)
        said = effect_words(made.effect)
        return render_template("glossary/_line.html", line=line, glossary_id=glossary_id, said=said)
    _tell(glossary_id, made, _("Saved."))
    if back := request.form.get("next"):
        return redirect(local(back), 303)
    return redirect(url_for(".term", glossary_id=glossary_id, term_id=term_id), 303)


def _form(glossary_id: int | None, form: TermForm, problem: str = "", back: str = "") -> str:
    fragment = "X-Fragment" in request.headers
    shelf = [card for card, _ in terms.overview(toolbox())]
    categories = {
        category
        for card in shelf
        if glossary_id in (None, card.id)
        for category in glossary.open_glossary(toolbox(), card.id)[1].categories
    }
    return render_template(
        "glossary/_form.html" if fragment else "glossary/form.html",
        card=next((card for card in shelf if card.id == glossary_id), None),
        shelf=shelf,
        lately=lately.worked_in(),
        version=form.version,
        term=form.term,
        categories=sorted(categories),
        problem=problem,
        namesakes=() if form.version else glossary.namesakes(toolbox(), form.term.headword),
        focus="rendering" if form.term.headword else "headword",
        back=_local(back or request.args.get("next", request.form.get("next", ""))),
        fragment=fragment,
    )


def _merge_page(glossary_id: int, form: TermForm) -> str:
    seen = glossary.view(toolbox(), glossary_id, form.term.id)
    fields = differing(seen.term, form.term)
    return render_template(
        "glossary/merge.html", seen=seen, theirs=seen.term, mine=form.term, fields=fields
    )


def _tell(glossary_id: int, made: Change, said: str) -> None:
    if made.number is None:
        tell({"text": _("Nothing was different, so nothing was changed.")})
        return
    address = url_for(".changes", glossary_id=glossary_id, number=made.number)
    undo_address = url_for(".undo", glossary_id=glossary_id, number=made.number)
    text = f"{said} {effect_words(made.effect)}"
    if made.effect.sentences or made.effect.pending:
        tell({"text": text, "undo": undo_address, "see": address})
    else:
        tell({"text": text, "undo": undo_address})


def _back(glossary_id: int) -> str:
    asked = request.form.get("next", "")
    return local(asked) if asked else url_for(".browse", glossary_id=glossary_id)


def _local(asked: str) -> str:
    return local(asked) if asked else ""
