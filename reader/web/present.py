"""Facts put into words and shapes for templates. Pure, but for the language of the page."""

from __future__ import annotations

import math
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from flask import Flask

from reader.services.reading import Progress
from reader.web.texts import format_day, gettext, ngettext

# A learner's pace. Native adults read 238 words of English non-fiction a minute in silence
# (Brysbaert 2019, Journal of Memory and Language 109).
WORDS_A_MINUTE = 160


def install(app: Flask) -> None:
    """Give the filters to the templates."""
    for filter_ in (source_name, web_address, minutes, day, progress_words):
        app.jinja_env.filters[filter_.__name__] = filter_


def web_address(address: str) -> str:
    """The address if it is one of the web, else "": nothing else may become a link.

    >>> web_address("javascript:alert(1)"), web_address("https://a.example/b")
    ('', 'https://a.example/b')
    """
    return address if address.lower().startswith(("http://", "https://")) else ""


def source_name(address: str) -> str:
    """Where an article comes from, short: a host, a file name, or that it was pasted."""
    if not address:
        return gettext("Pasted")
    if not web_address(address):
        return PurePosixPath(address.replace("\\", "/")).name
    try:
        return (urlsplit(address).hostname or address).removeprefix("www.")
    except ValueError:
        return address


def minutes(words: int) -> int:
    """How many minutes a learner reads at `words` English words, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def day(moment: datetime) -> str:
    """The day of a moment, in this machine's time zone and the reader's language."""
    return format_day(moment.astimezone().date())


def progress_words(progress: Progress) -> str:
    """How far a translation is: "12 of 41 sentences, about 20 seconds left"."""
    if progress.finished:
        return ngettext(
            "%(num)s sentence, translated", "%(num)s sentences, all translated", progress.total
        )
    if progress.done >= progress.total:
        return ngettext(
            "%(num)s doubtful sentence is translated once more",
            "%(num)s doubtful sentences are translated once more",
            progress.doubtful,
        )
    left = time_left(progress.seconds_left)
    counts = {"done": progress.done, "total": progress.total}
    if left:
        return gettext("%(done)s of %(total)s sentences, %(left)s", left=left, **counts)
    return gettext("%(done)s of %(total)s sentences", **counts)


def time_left(seconds: float | None) -> str:
    """About how long something will take, rounded so that it does not flicker; "" if unknown."""
    if seconds is None:
        return ""
    if seconds < 8:
        return gettext("a few seconds left")
    if seconds < 55:
        return gettext("about %(n)s seconds left", n=math.ceil(seconds / 10) * 10)
    count = round(seconds / 60) or 1
    return ngettext("about %(num)s minute left", "about %(num)s minutes left", count)
