"""Exporting: an article as a file to take away."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.articles.article import Article
from reader.chinese.annotate import Token
from reader.errors import NotFound
from reader.exports import EXPORTS, Document, Export, Options
from reader.exports.document import Entry, Gloss, Pair
from reader.services import annotation, reading, terms
from reader.services.glosses import glosses_of
from reader.services.terms import ArticleTerm
from reader.store.records import Row
from reader.toolbox import Toolbox
from reader.translation.segment import Segment

PLAIN = Options()
# Characters of a file name made from a title; every file system takes as many.
NAME_LENGTH = 60
# What Windows, the strictest, forbids: characters, and names whatever their suffix.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to take away: its name, safe on every system, its type and its bytes."""

    name: str
    mimetype: str
    data: bytes


def check_key(key: str) -> Export:
    """Return the kind of export with that key or suffix (`html`, `.html`, `anki`, `apkg`).

    Raises `NotFound`, which names the kinds there are.
    """
    wished = key.lower().removeprefix(".")
    for kind in EXPORTS.values():
        if wished in {kind.key, kind.suffix.removeprefix(".")}:
            return kind
    known = ", ".join(kind.suffix for kind in EXPORTS.values())
    raise NotFound(
        "There is no export of the kind “{key}”. There are: {known}.", key=key, known=known
    )


def export_article(tools: Toolbox, article_id: int, key: str, options: Options = PLAIN) -> Exported:
    """Return an article of the library as a file.

    Raises `NotFound` for an unknown article or kind.
    """
    kind = check_key(key)
    return _exported(kind, library_document(tools, article_id), options)


def export_segments(
    tools: Toolbox,
    article: Article,
    segments: Sequence[Segment],
    key: str,
    options: Options = PLAIN,
) -> Exported:
    """Return an article that is in no library as a file. Raises `NotFound` for an unknown kind."""
    kind = check_key(key)
    annotator = terms.termbase(tools, None).annotator
    found = terms.of_article(tools, None, [Row(0, 0, segment) for segment in segments])
    document = document_from(
        article,
        segments,
        annotate=lambda segment: annotation.annotate(annotator, segment),
        entries=_entries(found),
        gloss=lambda pairs: glosses_of(tools.dictionary, pairs),
    )
    return _exported(kind, document, options)


def library_document(tools: Toolbox, article_id: int) -> Document:
    """Return an article of the library as exports see it. Raises `NotFound`."""
    opened = reading.open_article(tools, article_id)
    card = opened.card
    pairs = tuple(_pair(tools, article_id, pair) for pair in opened.pairs)
    return Document(
        title=card.title,
        pairs=pairs,
        made=_now(),
        byline=card.byline,
        date=card.date,
        address=card.address,
        terms=_entries(opened.terms),
        glosses=glosses_of(tools.dictionary, pairs),
    )


def document_from(
    article: Article,
    segments: Iterable[Segment],
    annotate: Callable[[Segment], tuple[Token, ...]],
    entries: tuple[Entry, ...] = (),
    gloss: Callable[[Iterable[Pair]], Mapping[str, Gloss]] | None = None,
) -> Document:
    """Return a document of an article and its segments, which need be in no library.

    `annotate` gives the words of a segment's Chinese and `gloss` what a dictionary says of them.
    """
    pairs = tuple(Pair(segment, annotate(segment)) for segment in segments)
    return Document(
        title=article.title,
        pairs=pairs,
        made=_now(),
        byline=article.byline,
        date=article.date,
        address=article.address,
        terms=entries,
        glosses=gloss(pairs) if gloss else {},
    )


def file_name(title: str, suffix: str) -> str:
    """Return a file name made from a title that is safe on every system and in every header.

    >>> file_name("Trade talks: what next?", ".html"), file_name("../..", ".tsv")
    ('Trade-talks-what-next.html', 'article.tsv')
    """
    kept = "".join(
        " " if unicodedata.category(char).startswith(("C", "Z")) else char for char in title
    )
    stem = _FORBIDDEN.sub("-", kept)[:NAME_LENGTH].strip("-. ")
    if not stem or _RESERVED.match(stem):
        stem = f"article-{stem}".rstrip("-")
    return stem + suffix


def _exported(kind: Export, document: Document, options: Options) -> Exported:
    name = file_name(document.title, kind.suffix)
    return Exported(name, kind.mimetype, kind.write(document, options))


def _pair(tools: Toolbox, article_id: int, pair: reading.Pair) -> Pair:
    text = pair.row.reviewed
    tokens = terms.termbase(tools, article_id).annotator.annotate(text) if text else ()
    return Pair(pair.row.segment, pair.tokens, text, tokens)


def _entries(found: Iterable[ArticleTerm]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            each.term.id,
            each.term.headword,
            each.term.rendering,
            each.pinyin,
            each.term.definition_en,
            each.term.definition_zh,
            each.term.source,
            each.term.traditional,
        )
        for each in found
    )


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)
