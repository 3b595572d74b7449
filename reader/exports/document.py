"""The document: what every export is made from. Pure data, and what can be told from it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from reader.chinese.annotate import Token
from reader.translation.segment import Origin, Segment, Status

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

    `reviewed` is the target of the article's reviewed version, "" where there is none.
    """

    segment: Segment
    tokens: tuple[Token, ...] = ()
    reviewed: str = ""

    @property
    def pinyin(self) -> str:
        """The reading of the Chinese, word by word, "" where the words are not known."""
        words = (token.pinyin or token.text.translate(_LATIN_MARKS) for token in self.tokens)
        line = _BEFORE_MARK.sub(r"\1", " ".join(word.strip() for word in words))
        return " ".join(_AFTER_MARK.sub(r"\1", line).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary term of the article. `id` is stable; texts that nobody wrote are ""."""

    id: str
    headword: str
    rendering: str
    pinyin: str = ""
    definition_en: str = ""
    definition_zh: str = ""
    source: str = ""


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
    token.
    """

    title: str
    pairs: tuple[Pair, ...]
    made: datetime.datetime
    byline: str = ""
    date: str = ""
    address: str = ""
    terms: tuple[Entry, ...] = ()
    glosses: Mapping[str, Gloss] = field(default_factory=dict)

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


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences were made and approved by whom. Approved ones are counted twice:
    in `approved`, and where they came from.
    """

    total: int
    approved: int
    machine: int
    memory: int
    person: int
    waiting: int


def blocks(document: Document, *, title: bool = False) -> Iterator[Block]:
    """Yield the blocks in reading order, without the title unless it is asked for."""
    pairs = document.pairs if title else document.sentences
    for number, found in groupby(pairs, key=lambda pair: pair.segment.block):
        members = tuple(found)
        yield Block(number, members[0].segment.kind, members)


def tally(pairs: Iterable[Pair]) -> Tally:
    """Count who made the sentences of a document, its title among them."""
    segments = [pair.segment for pair in pairs]
    made = [segment.origin for segment in segments if segment.target]
    return Tally(
        total=len(segments),
        approved=sum(segment.status is Status.APPROVED for segment in segments),
        machine=made.count(Origin.MACHINE),
        memory=made.count(Origin.MEMORY),
        person=made.count(Origin.PERSON),
        waiting=sum(not segment.target for segment in segments),
    )


def origin_lines(document: Document) -> tuple[str, ...]:
    """Return where the text comes from and who answers for it, as sentences for people."""
    count = tally(document.pairs)
    source = f"Source: {document.address}" if document.address else "Source: pasted text"
    engines = ", ".join(document.engines)
    sources = (
        (count.machine, "by machine"),
        (count.memory, "from approved earlier translations"),
        (count.person, "by a person"),
    )
    made = ", ".join(f"{number} {how}" for number, how in sources if number)
    approved = (
        f"{count.approved} of {count.total} sentences approved by a person"
        if count.approved
        else "Not approved by a person"
    )
    waiting = f" {count.waiting} not translated yet." if count.waiting else ""
    return (
        source,
        *([f"Engine: {engines}"] if engines else []),
        f"{approved}.{f' Made: {made}.' if made else ''}{waiting}",
        f"Made with Duizhao 对照 on {document.made.date().isoformat()}.",
    )


def who(segment: Segment) -> str:
    """Return who made a sentence and whether a person approved it, in a few words."""
    makers = {
        Origin.NONE: "not translated yet",
        Origin.MACHINE: f"machine ({segment.engine})" if segment.engine else "machine",
        Origin.MEMORY: "earlier translation",
        Origin.PERSON: "person",
    }
    if segment.origin is Origin.NONE:
        return makers[segment.origin]
    return f"{makers[segment.origin]}, {_state(segment)}"


def _state(segment: Segment) -> str:
    return "approved" if segment.status is Status.APPROVED else "not approved"
