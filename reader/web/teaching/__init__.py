"""What a teacher does with sentences: editing, approving, reviewing, the memory, the words."""

from __future__ import annotations

from flask import Flask

from reader.web.teaching import borders, files, review, sentence, words
from reader.web.teaching.blueprint import pages

__all__ = ["install", "pages"]

# Each of these modules gives its addresses to the blueprint when it is imported.
MODULES = (sentence, review, files, borders)


def install(app: Flask) -> None:
    """Give the application what the pages' templates need."""
    words.install(app)
