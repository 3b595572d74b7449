"""What the models pages say, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from flask import Flask

from reader.services import modelling
from reader.translation.base_model import ADAPTER
from reader.translation.installer import Installation, Stage
from reader.web.i18n import in_words
from reader.web.texts import gettext, gettext_noop

KIND_WORDS: Mapping[str, str] = {
    "builtin": gettext_noop("Comes with Duizhao. Small: it needs a careful eye."),
    "argos": gettext_noop("Good for most articles, and fast."),
    "firefox": gettext_noop("The best of the small models, and the fastest."),
    "gguf": gettext_noop("A language model of your own."),
}


def install(app: Flask) -> None:
    """Give the filters to the templates."""
    for filter_ in (megabytes, kind_words, installation_words):
        app.jinja_env.filters[filter_.__name__] = filter_
    app.jinja_env.globals["model_card"] = _card
    app.jinja_env.globals["download_names"] = modelling.DOWNLOADS


def megabytes(size: int) -> str:
    """A size in bytes as megabytes, at least one.

    >>> megabytes(70_743_021)
    '71 MB'
    """
    return f"{max(1, round(size / 1e6)):,} MB"


def kind_words(kind: str) -> str:
    """What a kind of model is good for."""
    return gettext(KIND_WORDS[kind]) if kind in KIND_WORDS else ""


def installation_words(now: Installation) -> str:
    """How far an installation is, or how it ended."""
    if now.stage is Stage.RUNNING and now.total > now.done > 0:
        counts = {"what": now.what, "done": megabytes(now.done), "total": megabytes(now.total)}
        return gettext("%(what)s: %(done)s of %(total)s are here.", **counts)
    if now.stage is Stage.RUNNING:
        return gettext("%(what)s is being installed. This takes a minute or so.", what=now.what)
    if now.stage is Stage.DONE:
        return gettext("%(what)s is installed.", what=now.what)
    return in_words(now.problem) if now.problem else ""


@lru_cache(maxsize=1)
def _card() -> str:
    return ADAPTER.with_name("MODEL_CARD.md").read_text(encoding="utf-8")
