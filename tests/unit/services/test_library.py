"""The library: what a person does with articles."""

from __future__ import annotations

import pytest

from reader.articles import article_from_text
from reader.data import sample_article
from reader.errors import NotFound
from reader.queue import DirectQueue
from reader.services import library, reading
from reader.toolbox import Toolbox

PAGE = """Talks resume in Geneva

By Ann Author

Officials met on Monday. They agreed to meet again.

Sign up for our newsletter

The next round will be held in June.
"""


def asked(tools: Toolbox) -> list[int]:
    assert isinstance(tools.queue, DirectQueue)
    return tools.queue.asked


def test_an_added_article_is_in_the_library_and_in_the_queue(tools: Toolbox) -> None:
    added = library.add_article(tools, article_from_text(PAGE))

    (card,) = library.list_articles(tools)
    assert (card.id, card.title, card.sentences) == (added.article_id, "Talks resume in Geneva", 4)
    assert asked(tools) == [added.article_id]


def test_the_same_page_is_not_added_twice(tools: Toolbox) -> None:
    first = library.add_article(tools, article_from_text(PAGE))
    second = library.add_article(tools, article_from_text(PAGE))

    assert (first.new, second.new) == (True, False)
    assert second.article_id == first.article_id


def test_a_new_library_starts_with_the_sample_and_its_reviewed_version(tools: Toolbox) -> None:
    library.tidy(tools)

    (card,) = library.list_articles(tools)
    pairs = reading.open_article(tools, card.id).pairs
    assert card.title.startswith("Opportunities and concerns")
    assert all(pair.row.reviewed for pair in pairs)


def test_the_sample_names_its_publisher(tools: Toolbox) -> None:
    library.tidy(tools)

    assert [card.address for card in library.list_articles(tools)] == ["CGTN"]


def test_the_sample_does_not_come_back_when_it_was_deleted(tools: Toolbox) -> None:
    library.tidy(tools)
    (card,) = library.list_articles(tools)

    library.delete_article(tools, card.id)
    library.tidy(tools)

    assert library.list_articles(tools) == ()


def test_a_deleted_article_can_be_brought_back(tools: Toolbox) -> None:
    number = library.add_article(tools, article_from_text(PAGE)).article_id

    library.delete_article(tools, number)
    with pytest.raises(NotFound):
        reading.open_article(tools, number)
    library.restore_article(tools, number)

    assert reading.open_article(tools, number).card.title == "Talks resume in Geneva"


def test_what_was_left_out_can_be_put_back_and_is_translated(tools: Toolbox) -> None:
    number = library.add_article(tools, article_from_text(PAGE)).article_id
    asides = reading.open_article(tools, number).asides
    aside = next(piece for piece in asides if piece.reason == "newsletter")

    library.put_back(tools, number, aside.id)

    opened = reading.open_article(tools, number)
    sources = [pair.row.segment.source for pair in opened.pairs]
    assert sources[3:] == ["Sign up for our newsletter", "The next round will be held in June."]
    assert "newsletter" not in {piece.reason for piece in opened.asides}
    assert asked(tools) == [number, number]


def test_the_sample_has_one_segment_for_every_sentence_and_the_title() -> None:
    article = article_from_text(sample_article())

    segments = list(library.to_segments(article))

    assert segments[0].source == article.title
    assert [s.position for s in segments] == list(range(len(segments)))
    assert len(segments) == 1 + sum(len(block.sentences) for block in article.blocks)
