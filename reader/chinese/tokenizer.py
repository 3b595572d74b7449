"""jieba, loaded without its side effects and with our own word list.

jieba 0.42.1 (github.com/fxsjy/jieba) logs to stderr from the moment it is imported and writes a
cache into the system's temporary folder when it loads its dictionary. Both are avoided here.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

_import_lock = threading.Lock()


class Tokenizer:
    """jieba's `Tokenizer` over a list of words, filled at first use and shared by threads.

    `load` gives the pairs of word and frequency. Filling it takes about half a second.
    """

    def __init__(self, load: Callable[[], Iterable[tuple[str, int]]]) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._jieba: Any = None

    def cut(self, text: str) -> Iterator[str]:
        """Yield the words of a run of Chinese characters, in order, nothing left out.

        Words outside the list, mostly names, are guessed by jieba's hidden Markov model.
        """
        return cast(Iterator[str], self._filled().cut(text))

    def __contains__(self, word: str) -> bool:
        return bool(self.frequency(word))

    def frequency(self, word: str) -> int:
        """Return the frequency of a word as it was given, 0 where it is not in the list."""
        return cast(Mapping[str, int], self._filled().FREQ).get(word, 0)

    def _filled(self) -> Any:
        if self._jieba is None:
            with self._lock:
                if self._jieba is None:
                    self._jieba = _fill(self._load())
        return self._jieba


def jieba_words() -> Iterator[tuple[str, int, str]]:
    """Yield the words of jieba's own list with their count and part of speech."""
    with _imported().Tokenizer().get_dict_file() as lines:
        for line in lines:
            word, count, tag = line.decode("utf-8").split()
            yield word, int(count), tag


def _fill(words: Iterable[tuple[str, int]]) -> Any:
    # jieba wants every beginning of a word in its table too, with frequency 0.
    tokenizer = _imported().Tokenizer()
    table: dict[str, int] = {}
    for word, frequency in words:
        table[word] = frequency
        for end in range(1, len(word)):
            table.setdefault(word[:end], 0)
    tokenizer.FREQ = table
    tokenizer.total = sum(table.values())
    tokenizer.initialized = True
    return tokenizer


def _imported() -> Any:
    with _import_lock:
        import jieba

        logger = logging.getLogger("jieba")
        logger.setLevel(logging.ERROR)
        for handler in tuple(logger.handlers):
            logger.removeHandler(handler)
        return jieba
