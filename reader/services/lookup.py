"""Looking up what is in no word list: any stretch of Chinese, and a word in other sentences."""

from __future__ import annotations

from dataclasses import dataclass

from reader.chinese.cedict import Entry
from reader.services import annotation
from reader.store import concordance
from reader.store.checking import Found
from reader.toolbox import Toolbox

LONGEST = 40
MOST_ENTRIES = 12
MOST_SENTENCES = 5
# A text may stand in a sentence without being a word of it: 国会 in 中国会晤.
TRIED = 60


@dataclass(frozen=True, slots=True)
class Looked:
    """What the dictionary says of a text. `whole` tells that the text itself is a headword."""

    entries: tuple[Entry, ...]
    whole: bool


def look_up(tools: Toolbox, text: str) -> Looked:
    """The entries of a text, simplified or traditional, likeliest first.

    Where the text is no headword: the likeliest entry of each of its parts, cut from the left
    into the longest headwords. Only the first 40 characters count.
    """
    wanted = text.strip()[:LONGEST]
    if entries := tools.dictionary.lookup(wanted):
        return Looked(entries[:MOST_ENTRIES], whole=True)
    parts = dict(tools.dictionary.parts(wanted))
    return Looked(tuple(found[0] for found in parts.values() if found)[:MOST_ENTRIES], whole=False)


def sentences_with(
    tools: Toolbox, word: str, article_id: int = 0, position: int = -1
) -> tuple[Found, ...]:
    """Up to 5 sentence pairs of the library in which a Chinese word stands as a word.

    The sentence at `position` (from 0) of the article `article_id` is left out.
    """
    wanted = word.strip()[:LONGEST]
    if not wanted:
        return ()
    with tools.database.reading() as session:
        found = concordance.with_target(session, wanted, TRIED)
    here = (article_id, position)
    fitting = (
        one
        for one in found
        if (one.article_id, one.row.segment.position) != here
        and any(token.text == wanted for token in annotation.tokens_of(tools, one.row))
    )
    return tuple(one for one, _ in zip(fitting, range(MOST_SENTENCES), strict=False))
