"""Looking up what is in no word list: any stretch of text, and a word in other sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.chinese.annotate import Token
from reader.chinese.cedict import Entry
from reader.chinese.words import HAN
from reader.english.lemmas import tokens
from reader.english.lookup import English
from reader.services import annotation
from reader.store import concordance
from reader.store.checking import Found
from reader.toolbox import Toolbox

LONGEST = 40
MOST_ENTRIES = 12
MOST_SENTENCES = 5
# A text may stand in a sentence without being a word of it: 国会 in 中国会晤.
TRIED = 200

_CHINESE = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Looked:
    """What the dictionary says of a text. `whole` tells that the text itself is a headword."""

    entries: tuple[Entry, ...]
    whole: bool


def look_up(tools: Toolbox, text: str) -> Looked:
    """The entries of a text, simplified, traditional or English, likeliest first.

    Where the text is no headword: the likeliest entry of each of its parts. Chinese is cut from
    the left into the longest headwords, English into words. Only the first 40 characters count.
    """
    wanted = text.strip()[:LONGEST]
    if not _CHINESE.search(wanted):
        return _look_up_english(English(tools.dictionary), wanted)
    if entries := tools.dictionary.lookup(wanted):
        return Looked(entries[:MOST_ENTRIES], whole=True)
    parts = dict(tools.dictionary.parts(wanted))
    return Looked(tuple(found[0] for found in parts.values() if found)[:MOST_ENTRIES], whole=False)


def _look_up_english(english: English, wanted: str) -> Looked:
    if entries := english.english(wanted, MOST_ENTRIES):
        return Looked(entries, whole=True)
    words = dict.fromkeys(token.lemma for token in tokens(wanted) if token.is_content)
    found = [entry for word in words for entry in english.english(word, 1)]
    return Looked(tuple(found)[:MOST_ENTRIES], whole=False)


def sentences_with(
    tools: Toolbox, word: str, article_id: int = 0, position: int = -1
) -> tuple[Found, ...]:
    """Up to 5 sentence pairs of the library with a Chinese or English word or term.

    Chinese has to stand there as one or more whole words, English in any regular form. The
    sentence at `position` (from 0) of the article `article_id` is left out.
    """
    wanted = word.strip()[:LONGEST]
    if not wanted:
        return ()
    found = _with_chinese if _CHINESE.search(wanted) else _with_english
    here = (article_id, position)
    others = (
        one for one in found(tools, wanted) if (one.article_id, one.row.segment.position) != here
    )
    return tuple(one for one, _ in zip(others, range(MOST_SENTENCES), strict=False))


def _with_chinese(tools: Toolbox, wanted: str) -> list[Found]:
    with tools.database.reading() as session:
        found = concordance.with_target(session, wanted, TRIED)
    return [one for one in found if _stands(wanted, annotation.tokens_of(tools, one.row))]


def _stands(wanted: str, words: Sequence[Token]) -> bool:
    """Whether a text begins and ends where words of the sentence do."""
    text = "".join(word.text for word in words)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    places = (found.start() for found in re.finditer(f"(?={re.escape(wanted)})", text))
    return any(at in starts and at + len(wanted) in ends for at in places)


def _with_english(tools: Toolbox, wanted: str) -> list[Found]:
    lemmas = _lemmas(wanted)
    if not lemmas:
        return []
    # Its longest word without the letter that endings change: study, studies; hope, hoping.
    stem = re.sub(r"[ey]$", "", max(lemmas, key=len))
    with tools.database.reading() as session:
        found = concordance.with_source(session, {wanted, stem}, TRIED)
    return [one for one in found if _runs(lemmas, _lemmas(one.row.segment.source))]


def _lemmas(text: str) -> list[str]:
    return [token.lemma for token in tokens(text)]


def _runs(part: list[str], whole: list[str]) -> bool:
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole)))
