"""The two languages of the interface: English and 简体中文."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flask import Flask, request, session

from reader.errors import DuizhaoError
from reader.web.texts import Babel, gettext, locale

# Babel's name of each language -> how it calls itself, and its tag for `lang`.
LANGUAGES: Mapping[str, tuple[str, str]] = {
    "en": ("English", "en"),
    "zh_Hans": ("简体中文", "zh-Hans"),
}
DEFAULT = "en"


def install(app: Flask) -> None:
    """Speak the reader's language on every page."""
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    Babel(app, locale_selector=chosen)
    app.jinja_env.filters["in_words"] = in_words
    app.jinja_env.globals["ui_lang"] = lambda: LANGUAGES[current()][1]
    app.jinja_env.globals["other_languages"] = lambda: {
        key: names for key, names in LANGUAGES.items() if key != current()
    }


def chosen() -> str:
    """The language that the person chose, else the one that the browser asks for."""
    picked = str(session.get("language", ""))
    return picked if picked in LANGUAGES else wished(request.accept_languages.values())


def wished(tags: Iterable[str]) -> str:
    """The first of the browser's languages that we speak; any Chinese is served simplified.

    >>> wished(["fr", "zh-TW", "en"]), wished(["en-GB", "zh"]), wished([])
    ('zh_Hans', 'en', 'en')
    """
    spoken = {"zh": "zh_Hans", "en": "en"}
    for tag in tags:
        if found := spoken.get(tag.lower().partition("-")[0]):
            return found
    return DEFAULT


def current() -> str:
    """The key of the language that this page is in."""
    return locale() or DEFAULT


def in_words(error: DuizhaoError) -> str:
    """What an error says, in the language of the page."""
    said = gettext(error.message)
    return said.format(**error.values) if error.values else said
