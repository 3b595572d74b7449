"""The translation memory: approved sentence pairs, found again exactly or nearly."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

_MARKS = str.maketrans(
    dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("–—‐‑", "-")
)
_WORD = re.compile(r"\w+")
_BUCKET = 8  # characters: sources of like length stand together in the index
_MOST_COMPARED = 2500
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One approved pair: an English `source` and its Chinese `target`.

    `author` approved it, `date` says when (ISO 8601 UTC), `origin` is the title of the article
    or the name of the file that it comes from. All three may be "".
    """

    source: str
    target: str
    author: str = ""
    date: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """A unit whose source is nearly the one asked for; `score` is between 0 and 1."""

    unit: Unit
    score: float


def normalise(source: str) -> str:
    """Return `source` as the memory compares it: one kind of space, of quotes and of dashes.

    >>> normalise(" He said  “no”. ")
    'He said "no".'
    """
    return _SPACE.sub(" ", unicodedata.normalize("NFC", source).translate(_MARKS)).strip()


def digest(source: str) -> str:
    """Return 32 characters by which a source is found: the same for all that compare equal.

    >>> digest("He said “no”.") == digest(' He  said "no". ')
    True
    """
    return blake2b(normalise(source).encode(), digest_size=16).hexdigest()


class TranslationMemory:
    """Looks up approved pairs. Where two have the same source, the one added later counts."""

    def __init__(self, units: Iterable[Unit] = ()) -> None:
        self._units: dict[str, Unit] = {}
        # word -> length in buckets -> sources with this word
        self._index: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._frequency: Counter[str] = Counter()
        for unit in units:
            self.add(unit)

    def __len__(self) -> int:
        return len(self._units)

    def add(self, unit: Unit) -> None:
        """Add a unit, in place of the one with the same source if there is one."""
        key = normalise(unit.source)
        if key not in self._units:
            words = _words(key)
            self._frequency.update(words)
            for word in words:
                self._index[word][len(key) // _BUCKET].append(key)
        self._units[key] = unit

    def exact(self, source: str) -> Unit | None:
        """Return the unit with this source; spaces and the style of quotes do not matter."""
        return self._units.get(normalise(source))

    def fuzzy(self, source: str, limit: int = 3, threshold: float = 0.75) -> list[FuzzyMatch]:
        """Return up to `limit` units with a source like this one, the likest first.

        The score is 1 minus the Levenshtein distance in characters over the longer length, as
        translation tools count it; `threshold` is the least score. An exact match scores 1. Only
        sources that share a word with this one are compared, those with its rare words first.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        key = normalise(source)
        found = process.extract(
            key,
            self._candidates(key, threshold),
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=threshold,
            limit=limit,
        )
        return [FuzzyMatch(self._units[match], score) for match, score, _ in found]

    def _candidates(self, key: str, threshold: float) -> list[str]:
        """Return the sources worth comparing: not too many, sharing the rarest words of `key`."""
        candidates: dict[str, None] = {}
        known = [word for word in _words(key) if word in self._frequency]
        for word in sorted(known, key=self._frequency.__getitem__):
            for sources in self._of_like_length(word, len(key), threshold):
                candidates |= dict.fromkeys(sources[: _MOST_COMPARED - len(candidates)])
                if len(candidates) >= _MOST_COMPARED:
                    return list(candidates)
        return list(candidates)

    def _of_like_length(self, word: str, length: int, threshold: float) -> Iterator[list[str]]:
        """Yield the sources with a word in groups, the nearest in length first.

        A length outside the bounds cannot reach the threshold.
        """
        own = length // _BUCKET
        shortest = int(threshold * length) // _BUCKET
        longest = int(length / max(threshold, 0.01)) // _BUCKET
        buckets = self._index[word]
        for bucket in sorted(buckets, key=lambda bucket: abs(bucket - own)):
            if shortest <= bucket <= longest:
                yield buckets[bucket]


def _words(key: str) -> set[str]:
    """Return the words that a source is found by; a source without any is found as a whole."""
    return set(_WORD.findall(key.lower())) or {key}
