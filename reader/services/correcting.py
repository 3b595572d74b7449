"""Correcting Chinese words: where they end and how they are read, for an article or for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.chinese.annotate import Token
from reader.chinese.words import HAN, Word
from reader.errors import EmptyInput, InputError, InputTooLarge
from reader.services import annotation, terms
from reader.store import articles, corrections, editing, segments
from reader.store.records import Card, Correction, Row
from reader.toolbox import Toolbox

LONGEST = 40
SHOWN = 20
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence in which the characters stand, and its words around them."""

    row: Row
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of some characters in an article.

    `pieces` are their words where they first stand, () where they stand nowhere or words go on
    beyond them; `pinyin` is their reading there. `corrections` hold in the article, its own first.
    """

    card: Card
    text: str
    pieces: tuple[str, ...]
    pinyin: str
    places: tuple[Standing, ...]
    corrections: tuple[Correction, ...]


def look(tools: Toolbox, article_id: int, text: str) -> Words:
    """The words that some characters of an article are, and where they stand.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        if card.deleted:
            raise articles.missing(article_id)
        known = corrections.of_article(session, article_id)
        rows = segments.rows(session, article_id)
    wanted = "".join(text.split())[:LONGEST]
    here = [row for row in rows if wanted and wanted in row.segment.target]
    places = tuple(_standing(tools, row, wanted) for row in here[:SHOWN])
    first = _inside(places[0], wanted) if places else ()
    if "".join(token.text for token in first) != wanted:
        first = ()
    return Words(
        card,
        wanted,
        tuple(token.text for token in first),
        " ".join(token.pinyin for token in first if token.pinyin),
        places,
        known,
    )


def proposed(
    known: Words, pieces: tuple[str, ...], pinyin: str, article_id: int | None
) -> Correction:
    """The correction that a form asks for: only what differs from what is so already."""
    same = (known.text, article_id)
    old = next((c for c in known.corrections if (c.text, c.article_id) == same), None)
    if pieces == known.pieces:
        pieces = old.pieces if old else ()
    if pinyin == known.pinyin:
        pinyin = old.pinyin if old and len(pieces) < 2 else ""
    return Correction(known.text, pieces, pinyin, article_id)


def correct(tools: Toolbox, made: Correction) -> int:
    """Store a correction and work out anew the words of the sentences it concerns; how many.

    Raises `NotFound`, and `InputError` where it contradicts itself.
    """
    _check(tools, made)
    with tools.database.writing() as session:
        if made.article_id is not None:
            articles.card(session, made.article_id)
        corrections.save(session, made)
    return _again(tools, made)


def forget(tools: Toolbox, number: int) -> int:
    """Remove a correction; how many sentences it concerned.

    Raises `NotFound`.
    """
    with tools.database.writing() as session:
        gone = corrections.remove(session, number)
    return _again(tools, gone)


def pieces_of(typed: str) -> tuple[str, ...]:
    """The words that a person typed with spaces, bars or slashes between them.

    >>> pieces_of("生活 / 水平")
    ('生活', '水平')
    """
    return tuple(re.sub(r"[\\s|/｜／]+", " ", typed).split())


def _check(tools: Toolbox, made: Correction) -> None:
    if not _HAN.search(made.text):
        raise EmptyInput("Please give the Chinese characters that are to be corrected.")
    if len(made.text) > LONGEST:
        raise InputTooLarge("Please choose fewer characters: {limit} at most.", limit=LONGEST)
    if not made.pieces and not made.pinyin:
        raise EmptyInput("Please say where the words end, or how the word is read.")
    if made.pieces and "".join(made.pieces) != made.text:
        raise InputError(
            "The words put together must be {text} again. Please change only the spaces.",
            text=made.text,
        )
    if made.pinyin and len(made.pieces) > 1:
        raise InputError("Please give the reading of one word at a time.")
    if made.pinyin and not _readable(tools, made):
        raise InputError("Please write one syllable of pinyin for each character, such as zhōng.")


def _readable(tools: Toolbox, made: Correction) -> bool:
    word = Word(made.text, 0, len(made.text), True)
    typed = made.pinyin.lower().replace("u:", "ü").replace("v", "ü")
    plain = "".join(each for each in typed if each.isalnum())
    (reading,) = tools.pinyin.readings((word,), {made.text: made.pinyin})
    forms = ("".join(reading.syllables), "".join(reading.numbered))
    return plain in {"".join(c for c in form if c.isalnum()).lower() for form in forms}


def _again(tools: Toolbox, made: Correction) -> int:
    with tools.database.reading() as session:
        concerned = corrections.articles_with(session, made.text)
    return sum(
        _annotate(tools, article_id, made.text)
        for article_id in concerned
        if made.article_id in (None, article_id)
    )


def _annotate(tools: Toolbox, article_id: int, text: str) -> int:
    annotator = terms.termbase(tools, article_id).annotator
    with tools.database.reading() as session:
        rows = [row for row in segments.rows(session, article_id) if text in row.segment.target]
    fresh = [(row, annotation.encoded(annotation.annotate(annotator, row.segment))) for row in rows]
    with tools.database.writing() as session:
        return editing.annotate(session, article_id, fresh)


def _standing(tools: Toolbox, row: Row, text: str) -> Standing:
    tokens = annotation.tokens_of(tools, row)
    at = row.segment.target.index(text)
    near = [n for n, token in enumerate(tokens) if token.start < at + len(text) and token.end > at]
    return Standing(row, tokens[max(0, near[0] - 3) : near[-1] + 4])


def _inside(place: Standing, text: str) -> Sequence[Token]:
    at = place.row.segment.target.index(text)
    return [t for t in place.tokens if t.start < at + len(text) and t.end > at]
