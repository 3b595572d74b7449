"""CC-CEDICT turned round: from English words and phrases to entries."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.chinese.cedict import Entry
from reader.english.lemmas import tokens

_ASIDE = re.compile(r"\([^)]*\)")
# A gloss of more words is an explanation, not a translation.
_LONGEST = 5
_MOST_ENTRIES = 40


def index(
    entries: Iterable[Entry], frequencies: dict[str, int]
) -> Iterator[tuple[str, int, int, float]]:
    """Yield rows (key, is the whole gloss, number of the entry from 1, rank).

    A key is a gloss in dictionary forms without article and `to` ("catch up with"), or one of
    its words. Higher ranks are better: common words, early senses, glosses met as a whole.
    """
    found: dict[tuple[str, bool], dict[int, float]] = defaultdict(dict)
    for number, entry in enumerate(entries, 1):
        common = 1 + math.log10(10 + frequencies.get(entry.simplified, 0))
        for place, gloss in enumerate(_glosses(entry)):
            lemmas = _key(gloss)
            if not 0 < len(lemmas) <= _LONGEST:
                continue
            worth = common / (1 + 0.25 * place) / (4 if entry.is_variant or entry.is_surname else 1)
            keys = [(" ".join(lemmas), True, worth)]
            if len(lemmas) > 1:
                keys += [(word, False, worth / (1 + len(lemmas))) for word in set(lemmas)]
            for key, whole, rank in keys:
                best = found[key, whole]
                best[number] = max(rank, best.get(number, 0.0))
    for (key, whole), ranks in found.items():
        best_first = sorted(ranks.items(), key=lambda item: -item[1])
        for number, rank in best_first[:_MOST_ENTRIES]:
            yield key, int(whole), number, round(rank, 3)


def _glosses(entry: Entry) -> Iterator[str]:
    for sense in entry.senses:
        yield from _ASIDE.sub("", sense).split(";")


def _key(gloss: str) -> list[str]:
    lemmas = [token.lemma for token in tokens(gloss)]
    while len(lemmas) > 1 and lemmas[0] in {"to", "a", "the", "be"}:
        lemmas = lemmas[1:]
    return lemmas
