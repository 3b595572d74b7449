"""Builds the dictionary file: CC-CEDICT, word frequencies and the English side in one SQLite."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from reader.chinese import cedict
from reader.chinese.cedict import Entry
from reader.chinese.lexicon import lexicon
from reader.english.glosses import index

_RAREST_ENGLISH = 2.0
# Raised whenever the tables or what is put into them change; an older file is built anew.
VERSION = 3

_SCHEMA = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, simplified TEXT NOT NULL, traditional TEXT NOT NULL,
    pinyin TEXT NOT NULL, syllables TEXT NOT NULL, senses TEXT NOT NULL, measures TEXT NOT NULL,
    frequency INTEGER NOT NULL
);
CREATE TABLE english (
    key TEXT NOT NULL, whole INTEGER NOT NULL, entry INTEGER NOT NULL, rank REAL NOT NULL
);
CREATE TABLE english_word (word TEXT PRIMARY KEY, zipf REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE lexicon (word TEXT PRIMARY KEY, frequency INTEGER NOT NULL) WITHOUT ROWID;
"""
_IN_ITS_OWN_PROCESS = """
import json, pathlib, sys
sys.path[:] = json.loads(sys.argv[1])
from reader.chinese.build import build
build(pathlib.Path(sys.argv[2]))
"""
# 中美, 中日, 中欧: the short names of two sides.
_PAIR_OF_STATES = re.compile(r"(?:China|Sino)[-–]")
_INDEXES = """
CREATE INDEX entry_simplified ON entry (simplified);
CREATE INDEX entry_traditional ON entry (traditional);
CREATE INDEX english_key ON english (key, whole, rank, entry);
"""


def build(path: Path) -> None:
    """Write the dictionary file (about 45 MB), replacing an older one in one step.

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


def build_apart(path: Path) -> None:
    """Build the file in a process of its own, so that this one keeps its memory small.

    Building takes about 270 MB, which Python would not give back. Raises `OSError` where the
    folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", _IN_ITS_OWN_PROCESS, json.dumps(sys.path), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise OSError(done.stderr.strip().rpartition("\n")[2])


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
        file.executemany("INSERT INTO english VALUES (?, ?, ?, ?)", index(entries, frequencies))
        file.executemany("INSERT INTO english_word VALUES (?, ?)", _english_words())
        file.executescript(f"{_INDEXES} PRAGMA user_version = {VERSION};")
        file.commit()


def _english_words() -> Iterator[tuple[str, float]]:
    """Yield English words with their Zipf value, down to one in a hundred million (wordfreq)."""
    from wordfreq import get_frequency_list

    # The list's index is the frequency in negative centibels: 300 is once in a thousand words.
    for centibels, words in enumerate(get_frequency_list("en", "large")):
        zipf = 9 - centibels / 100
        if zipf >= _RAREST_ENGLISH:
            yield from ((word, zipf) for word in words if word.isalpha())


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
