"""The glossary's pages: browsing and editing terms, files, and the terms of an article."""

from __future__ import annotations

from flask import Flask

from reader.web.glossary import article, edit, files, shelf, words
from reader.web.glossary.blueprint import pages

__all__ = ["install", "pages"]

# Each of these modules gives its addresses to the blueprint when it is imported.
MODULES = (shelf, edit, files, article)


def install(app: Flask) -> None:
    """Give the application what the pages' templates need."""
    words.install(app)
