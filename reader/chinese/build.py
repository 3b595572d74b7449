"""Builds the dictionary file: CC-CEDICT, word frequencies and the English side in one SQLite."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from reader.chinese import cedict
from reader.chinese.cedict import Entry
from reader.chinese.lexicon import lexicon

# Raised whenever the tables or what is put into them change; an older file is built anew.
VERSION = 1

_SCHEMA = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, simplified TEXT NOT NULL, traditional TEXT NOT NULL,
    pinyin TEXT NOT NULL, syllables TEXT NOT NULL, senses TEXT NOT NULL, measures TEXT NOT NULL,
    frequency INTEGER NOT NULL
);
CREATE TABLE lexicon (word TEXT PRIMARY KEY, frequency INTEGER NOT NULL) WITHOUT ROWID;
"""
# 中美, 中日, 中欧: the short names of two sides.
_PAIR_OF_STATES = re.compile(r"(?:China|Sino)[-–]")
_INDEXES = """
CREATE INDEX entry_simplified ON entry (simplified);
CREATE INDEX entry_traditional ON entry (traditional);
"""


def build(path: Path) -> None:
    """Write the dictionary file (about 40 MB), replacing an older one in one step.

    Takes a few seconds. Other processes may build the same file at once: the last one wins and
    nobody sees half a file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    draft = Path(name)
    try:
        _fill(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def is_current(path: Path) -> bool:
    """Whether the file is a dictionary of this version."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
            return bool(file.execute("PRAGMA user_version").fetchone()[0] == VERSION)
    except sqlite3.DatabaseError:
        return False


def _fill(draft: Path) -> None:
    with closing(sqlite3.connect(draft)) as file:
        # A build that is cut short is thrown away, so nothing need be safe on the disk meanwhile.
        file.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        entries = list(cedict.read())
        firm = {entry.simplified for entry in entries if _PAIR_OF_STATES.match(entry.senses[0])}
        frequencies = lexicon({entry.simplified for entry in entries}, firm)
        file.executemany("INSERT INTO lexicon VALUES (?, ?)", sorted(frequencies.items()))
        file.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _rows(entries, frequencies)
        )
        file.executescript(f"{_INDEXES} PRAGMA user_version = {VERSION};")
        file.commit()


def _rows(entries: Iterable[Entry], frequencies: dict[str, int]) -> Iterable[tuple[object, ...]]:
    for number, entry in enumerate(entries, 1):
        yield (
            number,
            entry.simplified,
            entry.traditional,
            entry.pinyin,
            " ".join(entry.syllables),
            json.dumps(entry.senses, ensure_ascii=False),
            json.dumps(entry.measures, ensure_ascii=False),
            frequencies.get(entry.simplified, 0),
        )
