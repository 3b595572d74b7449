"""CC-CEDICT, looked up in an SQLite file."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.chinese import build as builder
from reader.chinese.cedict import Entry
from reader.english.lemmas import content
from reader.errors import SettingsError

# The longest headword of CC-CEDICT has 20 characters.
LONGEST = 20
_ASIDE = re.compile(r"\([^)]*\)")
_COLUMNS = "simplified, traditional, pinyin, syllables, senses, measures, frequency"


class Dictionary:
    """The dictionary in a file, read only. Threads may share one.

    The file is built at first use where it is missing or of another version (a few seconds);
    `reader.chinese.build.build` does so beforehand. Nothing but SQLite's page cache (2 MB) and
    the last words looked up are held in memory.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._file: sqlite3.Connection | None = None
        self._cached = lru_cache(maxsize=4096)(self._read)

    def is_built(self) -> bool:
        """Whether the file is there and of this version."""
        return builder.is_current(self._path)

    def build(self) -> None:
        """Build the file now, where it is not there yet; takes some seconds.

        Raises `SettingsError` where it cannot be written.
        """
        with self._lock:
            self._opened()

    def lookup(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of a word, simplified or traditional, likeliest first.

        Names and surnames, entries that only refer to another one, and traditional homographs
        stand last. An entry that only refers is followed by those it refers to. () where the
        word is not in the dictionary.
        """
        return self._cached(word)

    def best_first(self, entries: Iterable[Entry], english: str) -> tuple[Entry, ...]:
        """Return the entries, and in each its senses, ordered by the English of the sentence.

        A sense that shares meaningful words with the English comes before one that does not;
        otherwise the order stays.
        """
        wanted = content(english)
        ordered = []
        for entry in entries:
            senses = sorted(entry.senses, key=lambda sense: -_overlap(sense, wanted))
            best = _overlap(senses[0], wanted) if senses else 0.0
            ordered.append((best, replace(entry, senses=tuple(senses))))
        return tuple(entry for _, entry in sorted(ordered, key=lambda pair: -pair[0]))

    def entries(self, numbers: Sequence[int]) -> tuple[Entry, ...]:
        """Return the entries of these numbers, in that order."""
        marks = ",".join("?" * len(numbers))
        rows = self.rows(f"SELECT id, {_COLUMNS} FROM entry WHERE id IN ({marks})", *numbers)  # noqa: S608
        found = {row[0]: _entry(row[1:]) for row in rows}
        return tuple(found[number] for number in numbers)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(self._cached(word))

    def longest_prefix(self, text: str, at: int = 0) -> str:
        """Return the longest headword that starts at this character, "" where there is none."""
        for end in range(min(len(text), at + LONGEST), at, -1):
            if text[at:end] in self:
                return text[at:end]
        return ""

    def parts(self, word: str) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """Return the pieces of a word with their entries, the longest pieces first to last.

        For words that are not in the dictionary themselves; characters that are in no entry are
        left out.
        """
        found, at = [], 0
        while at < len(word):
            piece = self.longest_prefix(word, at)
            if piece:
                found.append((piece, self.lookup(piece)))
            at += max(1, len(piece))
        return tuple(found)

    def lexicon(self) -> Iterator[tuple[str, int]]:
        """Yield the words that text is cut into, with their frequency per thousand million."""
        yield from self.rows("SELECT word, frequency FROM lexicon")

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a query on the file."""
        with self._lock:
            return self._opened().execute(query, values).fetchall()

    def close(self) -> None:
        """Close the file. The next lookup opens it again."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _read(self, word: str) -> tuple[Entry, ...]:
        rows = self.rows(
            f"SELECT {_COLUMNS} FROM entry WHERE simplified = ?1 OR traditional = ?1 ORDER BY id",  # noqa: S608
            word,
        )
        entries = [_entry(row) for row in rows]
        found = list[Entry]()
        for entry in sorted(entries, key=lambda entry: _rank(entry, word)):
            target = entry.refers_to
            if target == word and len(entries) > 1:
                continue
            found.append(entry)
            if target and target != word:
                found += [e for e in self._targets(target) if e not in found]
        return tuple(found)

    def _targets(self, word: str) -> list[Entry]:
        rows = self.rows(f"SELECT {_COLUMNS} FROM entry WHERE simplified = ? ORDER BY id", word)  # noqa: S608
        targets = [_entry(row) for row in rows]
        return [target for target in targets if not target.is_variant and not target.is_surname]

    def _opened(self) -> sqlite3.Connection:
        if self._file is None:
            if not builder.is_current(self._path):
                try:
                    builder.build_apart(self._path)
                except OSError as error:
                    raise SettingsError(
                        "The dictionary cannot be written to {path}: {reason}",
                        path=self._path,
                        reason=str(error),
                    ) from error
            address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
            self._file = sqlite3.connect(address, uri=True, check_same_thread=False)
        return self._file


def _entry(row: tuple[Any, ...]) -> Entry:
    simplified, traditional, pinyin, syllables, senses, measures, frequency = row
    return Entry(
        simplified,
        traditional,
        pinyin,
        tuple(syllables.split()),
        tuple(json.loads(senses)),
        tuple((word, reading) for word, reading in json.loads(measures)),
        frequency,
    )


def _overlap(sense: str, wanted: frozenset[str]) -> float:
    """Return the share of a sense's meaningful words that are wanted; short senses weigh more."""
    words = content(_ASIDE.sub(" ", sense))
    return len(words & wanted) / (len(words) + 0.5)


def _rank(entry: Entry, word: str) -> tuple[int, ...]:
    return (
        entry.simplified != word,
        entry.is_surname,
        entry.is_variant,
        entry.is_name,
    )
