"""English words and phrases of a sentence, and the Chinese for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.chinese.cedict import Entry
from reader.chinese.dictionary import Dictionary
from reader.english.lemmas import Token, lemma, tokens

# Zipf values (log10 of occurrences per thousand million words) at which the bands begin.
BANDS = (5.5, 4.8, 4.1, 3.4)
_LONGEST_PHRASE = 5
_NO_START = frozenset({"a", "the", "be", "and", "or", "of", "to", "he", "it", "they", "that"})
_NO_END = frozenset({"a", "the", "to", "be"})


class English:
    """The English side of the dictionary. Threads may share one."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._rank = lru_cache(maxsize=16384)(self._read_rank)

    def english(self, text: str, limit: int = 12) -> tuple[Entry, ...]:
        """Return the Chinese entries of an English word or phrase, best first.

        Any form of it will do ("met", "caught up with"). Entries that have it as a whole gloss
        come before those that only contain it; () where there is none.
        """
        found = [token.lemma for token in tokens(text)]
        for key in (" ".join(found), " ".join(token.text.lower() for token in tokens(text))):
            rows = self._dictionary.rows(
                "SELECT entry FROM english WHERE key = ? ORDER BY whole DESC, rank DESC LIMIT ?",
                key,
                limit,
            )
            if rows:
                return self._dictionary.entries([row[0] for row in rows])
        return ()

    def phrases(self, sentence: str) -> tuple[tuple[int, int], ...]:
        """Return where phrases of the dictionary stand in a sentence.

        Offsets are characters; phrases have two to five words and do not overlap: longer ones,
        then those with more usual Chinese, win.
        """
        words = tokens(sentence)
        candidates = [
            (size, rank, at)
            for size in range(2, _LONGEST_PHRASE + 1)
            for at in range(len(words) - size + 1)
            if (rank := self._at(words[at : at + size])) > 0
        ]
        taken = set[int]()
        found = []
        for size, _, at in sorted(candidates, reverse=True):
            if taken.isdisjoint(range(at, at + size)):
                taken.update(range(at, at + size))
                found.append((words[at].start, words[at + size - 1].end))
        return tuple(sorted(found))

    def band(self, word: str) -> int:
        """Return how common a word is, from 1 (the commonest thousand or so) to 5 (rare)."""
        rows = self._dictionary.rows(
            "SELECT MAX(zipf) FROM english_word WHERE word IN (?, ?)", word.lower(), lemma(word)
        )
        zipf = rows[0][0] or 0.0
        return next((band for band, least in enumerate(BANDS, 1) if zipf >= least), 5)

    def _at(self, run: Sequence[Token]) -> float:
        """Return the rank of the best entry for the phrase, 0 where it is none."""
        if run[0].lemma in _NO_START or run[-1].lemma in _NO_END:
            return 0.0
        if not any(token.is_content for token in run):
            return 0.0
        return self._rank(" ".join(token.lemma for token in run))

    def _read_rank(self, key: str) -> float:
        rows = self._dictionary.rows("SELECT MAX(rank) FROM english WHERE key = ? AND whole", key)
        return float(rows[0][0] or 0.0)
