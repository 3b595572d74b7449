"""What the templates need to know of files and handouts."""

from __future__ import annotations

import math

from flask import Flask

from reader.exports import EXPORTS
from reader.exports.options import LEVELS
from reader.exports.rows import Row
from reader.web.takeaway.choices import Columns
from reader.web.texts import gettext

# English words whose translation fills one line written by hand; notes need less room.
WORDS_A_LINE = {Columns.ENGLISH: 6.5, Columns.CHINESE: 6.5, Columns.ALL: 8}
# Shorter sentences need one line, others two at the least.
FEW_WORDS = 5
# More would not fit on a page.
MOST_LINES = 24


def install(app: Flask) -> None:
    """Give the templates the kinds of files, the levels of words, and the lines to write on."""
    app.jinja_env.globals.update(files=_files, pinyin_levels=LEVELS, lines_to_write=lines_to_write)


def _files() -> list[tuple[str, str]]:
    return [(kind.key, gettext(kind.label)) for kind in EXPORTS.values()]


def lines_to_write(row: Row, columns: Columns) -> int:
    """How many lines a student needs beside a sentence."""
    fewest = 1 if row.words < FEW_WORDS else 2
    return min(MOST_LINES, max(fewest, math.ceil(row.words / WORDS_A_LINE[columns])))
