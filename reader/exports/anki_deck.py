"""What all our Anki decks share: how they look, ids that last, and the file itself."""

from __future__ import annotations

import datetime
import hashlib
import re
import sqlite3
from contextlib import closing
from html import escape
from itertools import count
from typing import Any

from reader.exports.package import packed

STYLE = """
.card { font: 22px/1.6 Georgia, "Songti SC", "Noto Serif CJK SC", serif; max-width: 34em; margin: auto; padding: 1em; text-align: left; }
.zh { font-size: 1.25em; } .pinyin, .more { opacity: .75; font-size: .75em; } .pinyin { margin-bottom: .4em; }
.more { margin-top: .6em; } .sentence { margin-top: .5em; font-size: .85em; }
"""  # noqa: E501


def file_of(deck: Any, made: datetime.datetime) -> bytes:
    """Return a genanki deck as an .apkg file that every Anki opens (its oldest, documented form).

    Imported again, it updates the notes of an earlier file if `made` is later.
    """
    import genanki

    # Not `write_to_file`, which leaves a copy of the collection among the temporary files.
    with closing(sqlite3.connect(":memory:")) as collection:
        # A note is updated where the file's time is later than the collection's.
        seconds = made.timestamp()
        genanki.Package(deck).write_to_db(collection.cursor(), seconds, count(int(seconds * 1000)))
        collection.commit()
        return packed({"collection.anki2": collection.serialize(), "media": b"{}"})


def field(text: str) -> str:
    """Return the text as the HTML of a field; [sound:…] and [latex] must not come to life."""
    return escape(text).replace("[", "&#91;").replace("{", "&#123;")


def template(name: str, front: str, back: str) -> dict[str, str]:
    """Return a card template as genanki wants it."""
    return {"name": name, "qfmt": front, "afmt": back}


def tag(text: str) -> str:
    """Return the text as one level of a tag: with no space in it, and no two colons.

    >>> tag("Talks: resume  in Geneva")
    'Talks-resume-in-Geneva'
    """
    return re.sub(r"[\s:]+", "-", text).strip("-")[:60] or "unknown"


def guid(kind: str, key: str) -> str:
    """Return the id of a note, the same for the same kind and key for ever."""
    import genanki

    return str(genanki.guid_for("duizhao", kind, key))


def number(text: str) -> int:
    """Return a deck's id, the same for the same text for ever.

    Anki's ids are whole numbers that JavaScript can hold; small ones are its own.
    """
    digest = hashlib.sha256(f"duizhao\n{text}".encode()).digest()
    return (1 << 40) + int.from_bytes(digest[:5], "big")
