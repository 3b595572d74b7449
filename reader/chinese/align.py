"""Word links between an English sentence and its Chinese, where no engine gives any.

Competitive linking (Melamed 2000, "Models of translational equivalence among words"): every pair
of words that the dictionary, the glossary or the digits speak for gets a score, and the best
pairs are taken one by one, each word once. Pairs that are only possible are left out: a wrong
link misleads a reader more than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.chinese.dictionary import Dictionary
from reader.chinese.glosses import Glosses, closeness
from reader.chinese.words import Word, Words
from reader.english.lemmas import Token, tokens
from reader.english.lookup import English

Span = tuple[int, int, int, int]

_LEAST = 0.45
# How much a pair loses when its words stand at opposite ends of their sentences.
_DISTANCE = 0.35
# How much it gains when the words beside it are linked to each other as well.
_NEIGHBOUR = 0.12
_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
# A name of several words is one unit where a Chinese word is at least this close to it.
_NAME = 0.8


# Words of so many meanings that a shared gloss says nothing about this sentence.
_LIGHT = frozenset(
    {"go", "come", "get", "take", "make", "all", "one", "way", "thing", "give", "put"}
)
_GRAMMAR = frozenset(
    "一个座会到的了着过把被给将是在有和与或而以于为对从向就也都又才再要所之其个件项名位"
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word or phrase of the English: its place in characters, its words, its rank in order."""

    start: int
    end: int
    words: tuple[Token, ...]
    place: float


class Aligner:
    """Links words of sentence pairs. Threads may share one."""

    def __init__(self, dictionary: Dictionary, words: Words) -> None:
        self._words = words
        self._english = English(dictionary)
        self._glosses = Glosses(dictionary)

    def link(self, source: str, target: str, terms: Iterable[Span] = ()) -> tuple[Span, ...]:
        """Return the links of a sentence pair, in the order of the source.

        A link is (source start, source end, target start, target end), in characters, ends
        exclusive. `terms` are links known to be right (glossary terms and their renderings);
        they come back among the links and their words take part in no other.
        """
        known = [term for term in terms if term[0] < term[1] and term[2] < term[3]]
        spans = [(term[2], term[3]) for term in known]
        found = [
            word
            for word in self._words.cut(target, spans)
            if not word.text.isspace() and (word.start, word.end) not in spans
        ]
        units = [
            unit
            for unit in self._units(source, found)
            if all(unit.end <= term[0] or unit.start >= term[1] for term in known)
        ]
        scores = self._scores(units, found, len(target))
        links = [
            (units[i].start, units[i].end, found[j].start, found[j].end)
            for i, j in _best(_with_neighbours(scores))
        ]
        return tuple(sorted({*known, *links}))

    def _units(self, source: str, words: Sequence[Word]) -> Iterator[_Unit]:
        """Yield names, phrases, then the words outside them, without overlaps."""
        found = tokens(source)
        size = len(source) or 1
        reached = 0
        for start, end in sorted({*self._english.phrases(source), *self._names(found, words)}):
            if start >= reached:
                inside = tuple(token for token in found if start <= token.start < end)
                reached = end
                yield _Unit(start, end, inside, start / size)
                found = tuple(token for token in found if token not in inside)
        for token in found:
            if (token.is_content and token.lemma not in _LIGHT) or _is_month(token):
                yield _Unit(token.start, token.end, (token,), token.start / size)

    def _names(self, found: Sequence[Token], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Yield where two or three capitalised words together are one Chinese word."""
        for count in (3, 2):
            for at in range(len(found) - count + 1):
                run = found[at : at + count]
                if all(token.text[0].isupper() for token in run):
                    lemmas = [token.lemma for token in run]
                    glosses = (self._glosses.of(word.text) for word in words if word.is_han)
                    if any(closeness(lemmas, gloss) >= _NAME for gloss in glosses):
                        yield run[0].start, run[-1].end

    def _scores(
        self, units: Sequence[_Unit], words: Sequence[Word], size: int
    ) -> dict[tuple[int, int], float]:
        scores = {}
        for i, unit in enumerate(units):
            for j, word in enumerate(words):
                score = self._score(unit, word)
                if score:
                    apart = abs(unit.place - word.start / size)
                    scores[i, j] = score * (1 - _DISTANCE * apart)
        return scores

    def _score(self, unit: _Unit, word: Word) -> float:
        if not word.is_han:
            return 1.2 * _same_sign(unit, word.text)
        if word.text in _GRAMMAR:
            return 0.0
        return closeness([token.lemma for token in unit.words], self._glosses.of(word.text))


def _same_sign(unit: _Unit, text: str) -> bool:
    """Whether both are the same number, month number, or Latin name."""
    token = unit.words[0]
    if len(unit.words) > 1 or not re.search(r"\w", text):
        return False
    digits = text.rstrip("%％").replace(",", "")
    if token.text.replace(",", "") == digits or token.text.casefold() == text.casefold():
        return True
    return _is_month(token) and digits == str(_MONTHS[token.lemma])


def _is_month(token: Token) -> bool:
    return token.text[0].isupper() and token.lemma in _MONTHS


def _with_neighbours(scores: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Raise pairs whose neighbours support them: it tells one 中国 of a sentence from another."""
    return {
        (i, j): score
        + _NEIGHBOUR * max((scores.get((i + a, j + b), 0.0) for a, b in _AROUND), default=0.0)
        for (i, j), score in scores.items()
    }


_AROUND = ((-1, -1), (1, 1), (-1, -2), (1, 2), (-1, 1), (1, -1))


def _best(scores: dict[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    taken_units, taken_words = set[int](), set[int]()
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score >= _LEAST and i not in taken_units and j not in taken_words:
            taken_units.add(i)
            taken_words.add(j)
            yield i, j
