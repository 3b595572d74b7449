"""The library: adding, finding, removing articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.articles import article_from_text, kind_put_back, split_sentences
from reader.articles.article import Article
from reader.data import SAMPLE_SOURCE, sample_article, sample_reference
from reader.errors import NotFound
from reader.store import articles, segments
from reader.store.records import Card
from reader.toolbox import Toolbox
from reader.translation.segment import Segment

KEEP_DELETED_DAYS = 30


@dataclass(frozen=True, slots=True)
class Added:
    """The number of an article, and whether it is new or was in the library already."""

    article_id: int
    new: bool


def list_articles(tools: Toolbox, query: str = "") -> tuple[Card, ...]:
    """The articles that hold every word of `query`, newest first."""
    with tools.database.reading() as session:
        return articles.cards(session, query)


def get_card(tools: Toolbox, article_id: int) -> Card:
    """One article as the library shows it; deleted ones are found too, for the undo.

    Raises `NotFound`.
    """
    with tools.database.reading() as session:
        return articles.card(session, article_id)


def add_article(tools: Toolbox, article: Article, engine: str = "") -> Added:
    """Put an article into the library and have it translated.

    The same text is not added twice: the article that is there already is returned.
    """
    with tools.database.writing() as session:
        if same := articles.find_same(session, article):
            return Added(same, new=False)
        added = articles.add(session, article, to_segments(article), engine)
    tools.queue.translate(added)
    return Added(added, new=True)


def delete_article(tools: Toolbox, article_id: int) -> Card:
    """Take an article out of the library; `restore_article` brings it back for 30 days."""
    with tools.database.writing() as session:
        articles.set_deleted(session, article_id, True)
        return articles.card(session, article_id)


def restore_article(tools: Toolbox, article_id: int) -> Card:
    """Bring a deleted article back."""
    with tools.database.writing() as session:
        articles.set_deleted(session, article_id, False)
        card = articles.card(session, article_id)
    tools.queue.translate(article_id)
    return card


def put_back(tools: Toolbox, article_id: int, aside_id: int) -> None:
    """Put a piece of text that cleaning dropped back into the article, where it stood.

    Raises `NotFound`.
    """
    with tools.database.writing() as session:
        pieces = {piece.id: piece for piece in articles.asides(session, article_id)}
        if aside_id not in pieces:
            raise NotFound("That piece of text is not here any more.")
        text = pieces[aside_id].text
        kind, sentences = kind_put_back(text), split_sentences(text)
        articles.put_back(session, article_id, aside_id, kind, sentences)
    tools.queue.translate(article_id)


def tidy(tools: Toolbox) -> None:
    """What every start does: add the sample to a new library, forget old deleted articles."""
    with tools.database.writing() as session:
        articles.purge(session, KEEP_DELETED_DAYS)
        empty = not articles.any_ever(session)
    if empty:
        add_sample(tools)


def add_sample(tools: Toolbox) -> Added:
    """Add the sample article with its reviewed version."""
    article = replace(article_from_text(sample_article()), address=SAMPLE_SOURCE)
    added = add_article(tools, article)
    reference = sample_reference()
    with tools.database.writing() as session:
        for row in segments.rows(session, added.article_id):
            if target := reference.get(row.segment.source):
                segments.set_reviewed(session, row.id, target)
    return added


def to_segments(article: Article) -> Iterator[Segment]:
    """The waiting segments of an article: the title, then every sentence of every block.

    The title's block number is -1.
    """
    position = 0
    if article.title:
        yield Segment(position, -1, "title", article.title)
        position += 1
    for number, block in enumerate(article.blocks):
        for sentence in block.sentences:
            yield Segment(position, number, block.kind, sentence)
            position += 1
