"""Flask-Babel's functions, with types."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import flask_babel  # type: ignore[import-untyped]

Babel: Any = flask_babel.Babel


def gettext(message: str, **values: object) -> str:
    """The message in the language of the page, its `%(name)s` filled from `values`."""
    return str(flask_babel.gettext(message, **values))


def ngettext(singular: str, plural: str, num: int) -> str:
    """The form of the message that suits `num`, in the language of the page."""
    return str(flask_babel.ngettext(singular, plural, num))


def gettext_noop(message: str) -> str:
    """The message itself; marks it for the catalogs where `gettext` will get it from a table."""
    return message


def format_day(day: date) -> str:
    """A day as the language of the page writes it: "Jun 8, 2025"."""
    return str(flask_babel.format_date(day, format="medium"))


def format_moment(moment: datetime) -> str:
    """A moment as the language of the page writes it: "Jun 8, 2025, 2:30 PM"."""
    return str(flask_babel.format_datetime(moment, format="medium", rebase=False))


def locale() -> str:
    """Babel's name of the language of the page, "" outside a request."""
    found = flask_babel.get_locale()
    return str(found) if found else ""
