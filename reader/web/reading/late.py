"""Pinyin written late: a long article's page would be mostly words nobody has scrolled to yet.

The sentences that such a page shows at once have their pinyin in the HTML. Each later one carries
it packed in an attribute, and the page's script writes it before the sentence comes into view.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.web.reading.runs import Run, Word

LONG = 80
AT_ONCE = 24


def is_late(position: int, sentences: int) -> bool:
    """Whether the sentence at `position` (from 0) of so many has its pinyin packed."""
    return sentences > LONG and position >= AT_ONCE


def packed(runs: Iterable[Run]) -> str:
    """The words of a sentence for the script, joined by "|".

    A word with pinyin is its length in UTF-16 units, "+" where a line may end after it or else
    "-", its level and its pinyin; one without is its length alone.

    >>> packed([Run((Word("世界", "shìjiè", breaks=True, level=3), Word("，")))])
    '2+3shìjiè|1'
    """
    return "|".join(_packed(word) for run in runs for word in run.words)


def _packed(word: Word) -> str:
    length = len(word.text.encode("utf-16-le")) // 2
    if not word.pinyin:
        return str(length)
    return f"{length}{'+' if word.breaks else '-'}{word.level}{word.pinyin}"
