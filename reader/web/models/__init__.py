"""The models page, and the engine of an article."""

from __future__ import annotations

from flask import Flask

from reader.web.models import article, shelf, upload, words
from reader.web.models.blueprint import pages

__all__ = ["install", "pages"]

# Each of these modules gives its addresses to the blueprint when it is imported.
MODULES = (shelf, article)


def install(app: Flask) -> None:
    """Give the application what the pages need."""
    app.request_class = upload.FilesOnDisk
    words.install(app)
