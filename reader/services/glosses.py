"""Glosses: what CC-CEDICT says about the words of an article, shortened for a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.chinese.annotate import Token
from reader.chinese.cedict import Entry
from reader.chinese.dictionary import Dictionary
from reader.exports.document import Gloss, Pair

MOST_SENSES = 4
LONGEST_SENSE = 120


def glosses_of(dictionary: Dictionary, pairs: Iterable[Pair]) -> dict[str, Gloss]:
    """Return the glosses of all words that the dictionary knows, or whose parts it knows.

    The sense that fits the English of the article best stands first.
    """
    words: dict[str, Token] = {}
    english: dict[str, list[str]] = {}
    for pair in pairs:
        for token, partners in _words(pair):
            words.setdefault(token.text, token)
            english.setdefault(token.text, []).extend(partners)
    found = {
        word: _gloss(dictionary, token, " ".join(english[word])) for word, token in words.items()
    }
    return {word: gloss for word, gloss in found.items() if gloss}


def _words(pair: Pair) -> Iterator[tuple[Token, Iterable[str]]]:
    """Yield the Chinese words of both versions with the English that they stand for."""
    for token in pair.tokens:
        if token.pinyin:
            yield token, _partners(pair, token)
    for token in pair.reviewed_tokens:
        if token.pinyin:
            yield token, [pair.segment.source]


def _partners(pair: Pair, token: Token) -> Iterator[str]:
    """Yield the English words linked to a Chinese one; where there are none, the sentence."""
    segment = pair.segment
    linked = [
        segment.source[link.source_start : link.source_end]
        for link in segment.links
        if link.target_start < token.end and token.start < link.target_end
    ]
    yield from linked or [segment.source]


def _gloss(dictionary: Dictionary, token: Token, english: str) -> Gloss | None:
    entries = dictionary.lookup(token.text)
    if entries:
        entry = _read_as(token, dictionary.best_first(entries, english))
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
    """Return the first entry that is read as the word is here, else the first."""
    wanted = token.pinyin.replace(" ", "").lower()
    same = (entry for entry in entries if entry.pinyin.replace(" ", "").lower() == wanted)
    return next(same, entries[0])


def _short(sense: str) -> str:
    return sense if len(sense) <= LONGEST_SENSE else f"{sense[: LONGEST_SENSE - 1].rstrip()}…"
