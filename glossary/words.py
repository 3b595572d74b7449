"""English text as words: where they stand, what they are compared by, what stands between them.

A text is split once, in C, into words and the gaps between them; everything else is looked up by
word. A *word* here is a run of letters and digits with its inner apostrophes (China's), a dotted
abbreviation (U.S.), a number (2.0), or one of % & +. The *key* of a word is the same for its
inflected, accented, British and American spellings; what really is the same word is decided
afterwards, on the few places where keys agree (`glossary.forms`).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from glossary.address import Addresses
from glossary.inflection import stem
from glossary.spelling import american

# Han, kana and hangul are letters to `re`, but "在US" holds the word US.
_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f]"
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(
    r"((?:[A-Za-z]\.)+[A-Za-z](?:\.(?!\w)|(?![\w.]))"
    r"|\d+(?:[.,]\d+)+"
    r"|(?<!\w)['’]\d\d(?!\w)"
    # Underscores set text in italics, _so_, unless they join a_name.
    rf"|(?:{_LETTER}|(?<=\w)[{_MARKS}]|(?<=[^\W_])_(?=[^\W_]))+(?:['’ʼ＇‘]{_LETTER}+)*"
    r"|[%&+])"
)
_DROPPED = re.compile(f"[{_MARKS}]")
_APOSTROPHES = str.maketrans("’ʼ＇‘", "''''")
_SYMBOLS = {"&": "and", "%": "percent"}
_CACHE_LIMIT = 200_000

_QUOTES = "\"'“”‘’„‟«»＂＇"
_SOFT = re.compile(rf"[{_QUOTES}]?(?:\s+|[-\u2010\u2011\u2012\u2013\u2212]\s?)?[{_QUOTES}]?")
_COMMA = re.compile(rf"[{_QUOTES}]?[,，、][{_QUOTES}]?\s*[{_QUOTES}]?")
_DASH = re.compile(rf"[{_QUOTES}]?(?:\s*[–—]\s*|\s-\s)[{_QUOTES}]?")
_DOT = re.compile(r"\.\s*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\n]*\r")


def clean(word: str) -> str:
    """`word` without marks that do not show, abbreviation dots and curly apostrophes; case kept.

    Letters lose their accents, so that communiqué and communique are one.

    >>> clean("U.S."), clean("communiqué’s")
    ('US', "communique's")
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
        word = _DROPPED.sub("", word)
    if "." in word and not word[0].isdigit():
        word = word.replace(".", "")
    return word


def is_possessive(word: str) -> bool:
    """Whether a cleaned word ends in 's."""
    return word.endswith(("'s", "'S"))


def bare(word: str) -> str:
    """A cleaned word without the possessive 's."""
    return word[:-2] if is_possessive(word) else word


def fold(word: str) -> str:
    """What two spellings of one word have in common: small letters, American, no 's.

    >>> fold("Normalisation"), fold("Favour")
    ('normalization', 'favor')
    """
    folded = bare(clean(word)).lower()
    return _SYMBOLS.get(folded) or american(folded)


class Keys(dict[str, str]):
    """The key of every word met so far; grows by itself up to a bound."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        # The plural of an abbreviation: MoUs, AIs.
        is_plural = len(word) > 2 and word[-1] == "s" and word[-2].isupper()
        key = self[word] = stem(fold(word[:-1] if is_plural else word))
        return key


def gap_kind(gap: str) -> str:
    """What stands between two words.

    "soft": a space, hyphen, dash, single line break or quotation mark, or nothing; "comma",
    which may be a dash; "dot"; "" for all else, and for a blank line.
    """
    if not gap.isascii():
        gap = _DROPPED.sub("", gap)
    if _SOFT.fullmatch(gap):
        return "" if _BLANK_LINE.search(gap) else "soft"
    if _COMMA.fullmatch(gap) or _DASH.fullmatch(gap):
        return "" if _BLANK_LINE.search(gap) else "comma"
    return "dot" if _DOT.fullmatch(gap) else ""


class Words:
    """The words of a text. `words[i]` starts at character `start(i)` and ends at `end(i)`.

    `seen` is for `glossary.naming` to remember whether the text uses a word as a name.
    """

    __slots__ = ("_ends", "_parts", "_places", "addresses", "keys", "seen", "text", "words")

    def __init__(self, text: str, keys: Keys) -> None:
        self.text = text
        self.addresses = Addresses(text)
        self._parts = _WORD.split(text)
        self.words: list[str] = self._parts[1::2]
        self._ends = list(accumulate(map(len, self._parts)))
        self.keys = [keys[word] for word in self.words]
        self._places: dict[str, list[int]] | None = None
        self.seen: dict[str, bool | None] = {}

    def __len__(self) -> int:
        return len(self.words)

    def start(self, index: int) -> int:
        """The offset of the first character of word `index`."""
        return self._ends[2 * index]

    def end(self, index: int) -> int:
        """The offset after the last character of word `index`."""
        return self._ends[2 * index + 1]

    def gap(self, index: int) -> str:
        """What stands before word `index`; `len(words)` gives what stands after the last one."""
        part: str = self._parts[2 * index]
        return part

    def places(self, word: str) -> list[int]:
        """The numbers of the words that are written just so."""
        if self._places is None:
            self._places = {}
            for index, each in enumerate(self.words):
                self._places.setdefault(each, []).append(index)
        return self._places.get(word, [])
