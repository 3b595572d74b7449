"""The document: what every export is made from. Pure data, and what can be told from it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from reader.chinese.annotate import Token
from reader.exports.options import Options
from reader.translation.segment import Segment

# The block number and the kind of the title's segments.
TITLE_BLOCK = -1
TITLE_KIND = "title"
# Pinyin is written with Latin punctuation (GB/T 16159-2012).
_LATIN_MARKS = str.maketrans("，。！？；：（）、《》", ",.!?;:(),“”")
_BEFORE_MARK = re.compile(r"\s+([,.!?;:)”’%])")
_AFTER_MARK = re.compile(r"([(“‘])\s+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence pair with the words of its Chinese.

    `reviewed` is the target of the article's reviewed version with its words, "" where there is
    none. `is_reviewed` tells that the segment itself holds the reviewed version.
    """

    segment: Segment
    tokens: tuple[Token, ...] = ()
    reviewed: str = ""
    reviewed_tokens: tuple[Token, ...] = ()
    is_reviewed: bool = False

    @property
    def pinyin(self) -> str:
        """The reading of the Chinese, word by word, "" where the words are not known."""
        words = (token.pinyin or token.text.translate(_LATIN_MARKS) for token in self.tokens)
        line = _BEFORE_MARK.sub(r"\1", " ".join(word.strip() for word in words))
        return " ".join(_AFTER_MARK.sub(r"\1", line).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary term of the article. `id` is stable; texts that nobody wrote are "".

    `traditional` is the rendering in traditional script, "" where that follows by rule.
    """

    id: str
    headword: str
    rendering: str
    pinyin: str = ""
    definition_en: str = ""
    definition_zh: str = ""
    source: str = ""
    traditional: str = ""


@dataclass(frozen=True, slots=True)
class Gloss:
    """What the dictionary says about a Chinese word, shortened for a card.

    `level` is its level of HSK 3.0 as printed ("3", "7-9"), "" for none.
    """

    pinyin: str
    senses: tuple[str, ...]
    traditional: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it leaves Duizhao. `pairs` are in reading order, the title's first.

    `address` is where the article came from ("" for pasted text), `date` the article's own date
    as printed and `made` the moment of the export, in UTC. `glosses` are keyed by the text of a
    token. `chinese` is the language tag of its Chinese.
    """

    title: str
    pairs: tuple[Pair, ...]
    made: datetime.datetime
    byline: str = ""
    date: str = ""
    address: str = ""
    terms: tuple[Entry, ...] = ()
    glosses: Mapping[str, Gloss] = field(default_factory=dict)
    chinese: str = "zh-Hans"

    @property
    def title_target(self) -> str:
        """The Chinese title, "" while it has none."""
        return "".join(
            pair.segment.target for pair in self.pairs if pair.segment.kind == TITLE_KIND
        )

    @property
    def sentences(self) -> tuple[Pair, ...]:
        """The pairs without the title's."""
        return tuple(pair for pair in self.pairs if pair.segment.kind != TITLE_KIND)

    @property
    def engines(self) -> tuple[str, ...]:
        """The names of the engines that made its sentences, in order of appearance."""
        return tuple(
            dict.fromkeys(pair.segment.engine for pair in self.pairs if pair.segment.engine)
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the article: its kind (`BlockKind`, or "title") and its pairs."""

    number: int
    kind: str
    pairs: tuple[Pair, ...]


def blocks(document: Document, *, title: bool = False) -> Iterator[Block]:
    """Yield the blocks in reading order, without the title unless it is asked for."""
    pairs = document.pairs if title else document.sentences
    for number, found in groupby(pairs, key=lambda pair: pair.segment.block):
        members = tuple(found)
        yield Block(number, members[0].segment.kind, members)


def pinyin_line(pair: Pair, options: Options) -> str:
    """Return the pinyin that is wanted of a sentence, "" for none.

    It is the whole reading, or of the words above a level each once with its reading.
    """
    if not options.pinyin or not options.above:
        return pair.pinyin if options.pinyin else ""
    hard = (
        f"{token.text} {token.pinyin}"
        for token in pair.tokens
        if token.pinyin and options.annotates(token.level.hsk3)
    )
    return " · ".join(dict.fromkeys(hard))
