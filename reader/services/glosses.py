"""Glosses: what CC-CEDICT says about the words of an article, shortened for a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.chinese.annotate import Token
from reader.chinese.cedict import Entry
from reader.chinese.dictionary import Dictionary
from reader.exports.document import Gloss

MOST_SENSES = 4
LONGEST_SENSE = 120


def glosses_of(dictionary: Dictionary, tokens: Iterable[Token]) -> dict[str, Gloss]:
    """Return the glosses of all words that the dictionary knows, or whose parts it knows."""
    words = {token.text: token for token in tokens if token.pinyin}
    found = {word: _gloss(dictionary, token) for word, token in words.items()}
    return {word: gloss for word, gloss in found.items() if gloss}


def _gloss(dictionary: Dictionary, token: Token) -> Gloss | None:
    entries = dictionary.lookup(token.text)
    if entries:
        entry = _read_as(token, entries)
        senses = tuple(_short(sense) for sense in entry.senses[:MOST_SENSES])
        return Gloss(token.pinyin, senses, entry.traditional, token.level.label)
    # A word that is in no dictionary, mostly a name or a compound: what its parts mean.
    senses = tuple(
        f"{part}: {_short(found[0].senses[0])}"
        for part, found in dictionary.parts(token.text)
        if found[0].senses
    )
    return Gloss(token.pinyin, senses, "", token.level.label) if senses else None


def _read_as(token: Token, entries: Sequence[Entry]) -> Entry:
    """Return the first entry that is read as the word is here, else the likeliest."""
    wanted = token.pinyin.replace(" ", "").lower()
    same = (entry for entry in entries if entry.pinyin.replace(" ", "").lower() == wanted)
    return next(same, entries[0])


def _short(sense: str) -> str:
    return sense if len(sense) <= LONGEST_SENSE else f"{sense[: LONGEST_SENSE - 1].rstrip()}…"
