"""What the teaching pages say about versions of sentences, in the language of the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from flask import Flask

from reader.store.records import Edit
from reader.translation.segment import Origin, Segment, Status
from reader.translation.typography import typeset
from reader.web.reading.runs import source_runs
from reader.web.reading.words import made_by
from reader.web.teaching.difference import difference
from reader.web.texts import format_moment, gettext, ngettext


def install(app: Flask) -> None:
    """Give the filters to the templates."""
    for filter_ in (version_words, moment, hundredths, is_tidy, taken_words):
        app.jinja_env.filters[filter_.__name__] = filter_
    app.jinja_env.globals["difference"] = difference
    app.jinja_env.globals["source_runs"] = source_runs


def version_words(edit: Edit, segment: Segment) -> str:
    """Who made what a sentence said before an edit."""
    return made_by(
        replace(
            segment,
            origin=Origin(edit.origin),
            engine=edit.engine,
            status=Status(edit.status),
        )
    )


def moment(at: datetime) -> str:
    """A moment in this machine's time zone and the reader's language, to the minute."""
    return format_moment(at.astimezone())


def hundredths(score: float) -> str:
    """A likeness as a percentage, never 100 % for what is not the same."""
    return f"{100 if score == 1 else min(99, round(score * 100))}%"


def is_tidy(segment: Segment) -> bool:
    """Whether putting the punctuation right would leave a sentence as it is."""
    return typeset(segment.target, segment.source) == segment.target


def taken_words(taken: int) -> str:
    """How many waiting sentences took an approved one over, "" for none."""
    if not taken:
        return ""
    return ngettext(
        "%(num)s waiting sentence with the same English uses it now.",
        "%(num)s waiting sentences with the same English use it now.",
        taken,
    )


def saved_words(approved: bool, taken: int) -> str:
    """What was done with a sentence."""
    said = gettext("Approved.") if approved else gettext("Saved as a draft.")
    return f"{said} {taken_words(taken)}".strip()
