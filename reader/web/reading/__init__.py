"""The reading page: one article, English beside Chinese."""

from __future__ import annotations

from flask import Flask

from reader.web.reading import fragments, lookup, words
from reader.web.reading.views import pages

__all__ = ["install", "pages"]


def install(app: Flask) -> None:
    """Give the application what the page's templates and scripts need."""
    fragments.install(app)
    words.install(app)
    app.register_blueprint(lookup.pages)
