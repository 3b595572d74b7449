"""Notices: a sentence shown once, on the next page."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from flask import session

KEY = "notices"


class Notice(TypedDict):
    """What to say, and the address that takes the act back (POST), if it can be.

    `see` is the address of the page that shows what the act did.
    """

    text: str
    undo: NotRequired[str]
    left_out: NotRequired[bool]
    see: NotRequired[str]


def tell(notice: Notice) -> None:
    """Show a notice at the top of the next page."""
    session[KEY] = [*session.get(KEY, []), notice]


def take_notices() -> list[Notice]:
    """The notices not shown yet; they are forgotten now."""
    notices: list[Notice] = session.pop(KEY, [])
    return notices
