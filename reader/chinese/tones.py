"""Pinyin syllables: tone marks, tone numbers, and how syllables join into a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_MARKS = {1: "\u0304", 2: "\u0301", 3: "\u030c", 4: "\u0300"}
_TONES = {mark: tone for tone, mark in _MARKS.items()}
_NUMBERED = re.compile(r"([A-Za-zü:ÜêÊ]+)([1-5])")


@lru_cache(maxsize=4096)
def marked(numbered: str) -> str:
    """Return a numbered syllable with its tone mark.

    `u:` and `v` are ü; tone 5 is written without a mark. The mark goes on a or e, on the o of
    ou, else on the last vowel (GB/T 16159-2012).

    >>> [marked(syllable) for syllable in ("lu:e4", "zhong1", "de5", "Liu2", "gui4", "r5")]
    ['lüè', 'zhōng', 'de', 'Liú', 'guì', 'r']
    """
    match = _NUMBERED.fullmatch(numbered)
    if not match:
        return numbered
    letters = match[1].replace("u:", "ü").replace("U:", "Ü").replace("v", "ü")
    tone = int(match[2])
    if tone == 5:
        return letters
    at = _mark_position(letters.lower())
    if at < 0:
        # The syllables m, n and ng carry the mark on their first letter.
        at = 0
    return unicodedata.normalize("NFC", letters[: at + 1] + _MARKS[tone] + letters[at + 1 :])


def numbered(syllable: str) -> str:
    """Return a marked syllable with its tone number behind it; the neutral tone is 5.

    >>> [numbered(syllable) for syllable in ("lüè", "zhōng", "de")]
    ['lüe4', 'zhong1', 'de5']
    """
    return f"{plain(syllable)}{tone(syllable)}"


@lru_cache(maxsize=4096)
def plain(syllable: str) -> str:
    """Return a syllable without its tone, ü kept.

    >>> plain("lüè")
    'lüe'
    """
    apart = unicodedata.normalize("NFD", syllable)
    kept = "".join(char for char in apart if char not in _TONES)
    return unicodedata.normalize("NFC", kept).rstrip("12345")


def tone(syllable: str) -> int:
    """Return the tone, 1 to 5, of a marked or numbered syllable; 5 is the neutral tone.

    >>> [tone(syllable) for syllable in ("mā", "ma2", "mǎ", "mà", "ma")]
    [1, 2, 3, 4, 5]
    """
    if syllable[-1:] in "12345" and syllable:
        return int(syllable[-1])
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            return _TONES[char]
    return 5


def joined(syllables: Iterable[str]) -> str:
    """Join the syllables of one word (GB/T 16159-2012).

    An apostrophe stands before a, o and e, a space before a capital: the next part of a name.

    >>> joined(("Xī", "ān")), joined(("wán", "r")), joined(("Xí", "Jìn", "píng"))
    ("Xī'ān", 'wánr', 'Xí Jìnpíng')
    """
    word = ""
    for syllable in syllables:
        if word and syllable[:1].isupper():
            word += " "
        elif word and plain(syllable)[:1] in {"a", "o", "e", "ê"}:
            word += "'"
        word += syllable
    return word


def _mark_position(letters: str) -> int:
    for vowel in "aeê":
        if vowel in letters:
            return letters.index(vowel)
    if "ou" in letters:
        return letters.index("o")
    return max(letters.rfind(vowel) for vowel in "iouü")
