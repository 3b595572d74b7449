"""From an error to an answer: one table, one page."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, current_app, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge

from reader import errors
from reader.web.i18n import in_words
from reader.web.texts import gettext as _


class WrongHost(errors.DuizhaoError):
    """The request was meant for another server."""


STATUS: Mapping[type[errors.DuizhaoError], int] = {
    errors.DuizhaoError: 500,
    errors.InputError: 422,
    errors.EmptyInput: 422,
    errors.InputTooLarge: 413,
    errors.UnreadableFile: 422,
    errors.NotEnglish: 422,
    errors.AddressRefused: 422,
    errors.FetchError: 502,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.NotAllowed: 403,
    errors.EngineError: 503,
    errors.ModelMissing: 503,
    errors.ModelRefused: 422,
    errors.SettingsError: 500,
    WrongHost: 421,
}


def status_of(error: errors.DuizhaoError) -> int:
    """The HTTP status of an error: that of its class, or of the nearest class above it."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def install(app: Flask) -> None:
    """Answer every error with a page that says what happened and what to do."""
    app.register_error_handler(errors.DuizhaoError, _duizhao)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)


def _duizhao(error: errors.DuizhaoError) -> tuple[str, int]:
    status = status_of(error)
    if status >= 500:
        current_app.logger.error("%s", error, exc_info=error)
    return _page(status, in_words(error))


def _csrf(_error: CSRFError) -> tuple[str, int]:
    said = _(
        "This page was open in an older session, so nothing was changed. "
        "Go back, reload the page, and try again."
    )
    return _page(400, said)


def _http(error: HTTPException) -> HTTPException | tuple[str, int]:
    status = error.code or 500
    if status < 400:
        return error
    if isinstance(error, RequestEntityTooLarge):
        limit = (request.max_content_length or 0) // (1024 * 1024)
        said = _("That is more than %(limit)s MB. Please send a smaller file.", limit=limit)
    elif status == 404:
        said = _("There is no page at this address. It may have been deleted.")
    elif isinstance(error, InternalServerError):
        said = _("Something went wrong here, and it was not you. The library is as it was.")
    elif status == 405:
        said = _("This address cannot be opened in this way.")
    else:
        said = _("The server could not understand this request.")
    return _page(status, said)


def _page(status: int, said: str) -> tuple[str, int]:
    return render_template("site/error.html", status=status, said=said), status
