"""One sentence: looking at it, writing it, approving it, and every way back."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reader.errors import Conflict, InputError, NotFound
from reader.services import teaching
from reader.services.teaching import Sentence
from reader.web.context import toolbox
from reader.web.errors import status_of
from reader.web.i18n import in_words
from reader.web.notices import tell
from reader.web.teaching.blueprint import pages
from reader.web.teaching.words import saved_words
from reader.web.texts import gettext as _

ADDRESS = "/articles/<int:article_id>/sentences/<int:segment_id>"


@pages.get("/sentences/<int:segment_id>")
def find(segment_id: int) -> Response:
    """Go to a sentence, whatever article it is in."""
    article_id = teaching.find(toolbox(), segment_id)
    return redirect(url_for(".sentence", article_id=article_id, segment_id=segment_id))


@pages.get(ADDRESS)
def sentence(article_id: int, segment_id: int) -> str:
    """Show a sentence; `use` in the address puts another version into the field, unsaved."""
    opened = teaching.open_sentence(toolbox(), article_id, segment_id)
    return _page(opened, written=_offered(opened, request.args.get("use", "")))


@pages.post(f"{ADDRESS}/save")
def save(article_id: int, segment_id: int) -> Response | tuple[str, int]:
    """Store what was written, as a draft or approved, and stay or go on."""
    form = request.form
    do = form.get("do", "save")
    written = form.get("target", "")
    approve = do.startswith("approve")
    try:
        saved = teaching.save(
            toolbox(),
            article_id,
            segment_id,
            written,
            seen=form.get("version", "?"),
            approve=approve,
            tidy="tidy" in form,
        )
    except (InputError, Conflict) as error:
        opened = teaching.open_sentence(toolbox(), article_id, segment_id)
        clash = isinstance(error, Conflict)
        said = in_words(error)
        return _page(opened, written=written, problem=said, clash=clash), status_of(error)
    tell({"text": saved_words(approve, saved.taken)})
    return _onward(article_id, segment_id, go_on=do.endswith("-next"))


@pages.post(f"{ADDRESS}/approve")
def approve(article_id: int, segment_id: int) -> Response | tuple[str, int]:
    """Approve a sentence as it is."""
    seen = request.form.get("version", "?")
    try:
        saved = teaching.approve_as_is(toolbox(), article_id, segment_id, seen=seen)
    except Conflict as error:
        return _clashed(article_id, segment_id, error)
    tell({"text": saved_words(approved=True, taken=saved.taken)})
    if "review" in request.form:
        return redirect(url_for(".review", article_id=article_id), 303)
    return _onward(article_id, segment_id)


@pages.post(f"{ADDRESS}/take-back")
def take_back(article_id: int, segment_id: int) -> Response | tuple[str, int]:
    """Take an approval back."""
    seen = request.form.get("version", "?")
    try:
        teaching.take_back(toolbox(), article_id, segment_id, seen=seen)
    except Conflict as error:
        return _clashed(article_id, segment_id, error)
    tell({"text": _("The approval was taken back.")})
    return _onward(article_id, segment_id)


@pages.post(f"{ADDRESS}/bring-back/<int:edit_id>")
def bring_back(article_id: int, segment_id: int, edit_id: int) -> Response | tuple[str, int]:
    """Let a sentence say again what it said before."""
    seen = request.form.get("version", "?")
    try:
        teaching.bring_back(toolbox(), article_id, segment_id, edit_id, seen=seen)
    except Conflict as error:
        return _clashed(article_id, segment_id, error)
    tell({"text": _("The older version is back, as a draft.")})
    return _onward(article_id, segment_id)


@pages.post(f"{ADDRESS}/again")
def again(article_id: int, segment_id: int) -> Response | str | tuple[str, int]:
    """Have the machine translate a sentence again; ask first where a person wrote it."""
    seen, sure = request.form.get("version", "?"), "sure" in request.form
    try:
        done = teaching.again(toolbox(), article_id, segment_id, seen=seen, sure=sure)
    except Conflict as error:
        return _clashed(article_id, segment_id, error)
    if not done:
        opened = teaching.open_sentence(toolbox(), article_id, segment_id)
        return render_template("teaching/again.html", opened=opened)
    tell({"text": _("The sentence will be translated again. Its older versions are kept.")})
    return _onward(article_id, segment_id)


def _page(
    opened: Sentence, written: str | None = None, problem: str = "", *, clash: bool = False
) -> str:
    return render_template(
        "teaching/sentence.html", opened=opened, written=written, problem=problem, clash=clash
    )


def _clashed(article_id: int, segment_id: int, error: Conflict) -> tuple[str, int]:
    opened = teaching.open_sentence(toolbox(), article_id, segment_id)
    return _page(opened, problem=in_words(error)), status_of(error)


def _onward(article_id: int, segment_id: int, *, go_on: bool = False) -> Response:
    if go_on:
        following = teaching.open_sentence(toolbox(), article_id, segment_id).doubtful
        if following is None:
            return redirect(url_for(".review", article_id=article_id), 303)
        segment_id = following
    address = url_for(".sentence", article_id=article_id, segment_id=segment_id)
    return redirect(address, 303)


def _offered(opened: Sentence, use: str) -> str | None:
    """The version that an address asks for: "reviewed" or "memory-<number>"."""
    if not use:
        return None
    if use == "reviewed" and opened.row.reviewed:
        return opened.row.reviewed
    number = use.removeprefix("memory-")
    if use.startswith("memory-") and number.isdecimal() and int(number) < len(opened.matches):
        return opened.matches[int(number)].unit.target
    raise NotFound("That version of the sentence is not here any more.")
