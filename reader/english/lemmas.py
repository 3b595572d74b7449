"""English words and their dictionary forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
# What simplemma 2.0 gets wrong or leaves alone and news text is full of.
_IRREGULAR = {
    "an": "a", "us": "us", "does": "do", "has": "have", "was": "be", "were": "be", "is": "be",
    "are": "be", "am": "be", "been": "be", "media": "media", "data": "data", "united": "united",
    "news": "news", "states": "state", "left": "leave", "better": "good", "best": "good",
}  # fmt: skip
_AMERICA = frozenset({"US", "U.S.", "USA", "U.S.A."})
_STOP_WORDS = """
a an the of to in on at by for from with as into onto over under about between among through and or
but nor so than then that this these those it its he him his she her they them their we us our you
your i me my who whom whose which what where when how why be do have will would shall should can
could may might must not no there here if while also very etc sb sth one's oneself up out off down
more most such some any each both other own same too just only s t against without
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of an English text, its place in characters, and its dictionary form."""

    text: str
    start: int
    end: int
    lemma: str

    @property
    def is_content(self) -> bool:
        """Whether it carries meaning of its own: no article, pronoun, preposition or auxiliary."""
        return self.lemma not in _STOP


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of a text; a hyphen parts words, a possessive is cut off.

    >>> [token.lemma for token in tokens("China's leaders met face-to-face")]
    ['china', 'leader', 'meet', 'face', 'to', 'face']
    """
    return tuple(
        Token(word, match.start(), match.start() + len(word), lemma(word))
        for match in _TOKEN.finditer(text)
        for word in (_POSSESSIVE.sub("", match[0]),)
    )


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """Return the dictionary form of an English word, in small letters.

    >>> lemma("relations"), lemma("WAS"), lemma("US"), lemma("us")
    ('relation', 'be', 'usa', 'us')
    """
    if word in _AMERICA:
        return "usa"
    lower = word.lower().replace("’", "'")
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    from simplemma import lemmatize

    return str(lemmatize(lower, lang="en")).lower()


def content(text: str) -> frozenset[str]:
    """Return the dictionary forms of the words of a text that carry meaning of their own."""
    return frozenset(token.lemma for token in tokens(text) if token.is_content)
