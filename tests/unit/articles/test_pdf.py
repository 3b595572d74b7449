"""PDF files with real text become articles: columns, broken words, running heads."""

from __future__ import annotations

import logging

import pytest

from reader.articles import Article, article_from_file
from reader.errors import UnreadableFile
from tests.unit.articles.handmade_pdf import column, make_pdf

FIRST = """
Ministers sign a deal on rare earths

By Jane Doe
June 5, 2025

The two ministers signed the deal on Friday, after nine days and nights of inter-
national talks in a hotel by the lake. Nobody had thought that they would come to
an end this week. The text has forty pages and two annexes, and it comes into
force in July.

"We are tired and happy," the host said. He thanked the cooks, the drivers and the
interpreters, who had slept four hours a night. The plan is bold, but the long-
term plan is less clear: the sides will meet again in Octo-
"""
SECOND = """
ber, when the first shipments should have arrived in both countries. Until then a
small office in Geneva will watch over the numbers.

What comes next

Parliaments have to agree. In one of them the government has a majority of two,
and one of the two is ill.
"""
LEFT = """
Ministers sign a deal on
rare earths
By Jane Doe
The two ministers signed the deal
on Friday, after nine days and
nights of international talks in a
hotel by the lake. Nobody had
thought that they would come to
"""
RIGHT = """
an end this week. The text has
forty pages and two annexes, and
it comes into force in July.
"""


def two_pages() -> Article:
    heads = [[(60, 800, "The Geneva Times"), (500, 800, f"Page {n}")] for n in (1, 2)]
    return article_from_file(
        "deal.pdf", make_pdf([heads[0] + column(FIRST), heads[1] + column(SECOND)])
    )


def test_words_broken_at_a_line_or_a_page_are_whole_again() -> None:
    text = " ".join(block.text for block in two_pages().blocks)

    assert "nights of international talks" in text
    assert "the long-term plan" in text
    assert "again in October, when" in text


def test_a_printed_page_gives_title_byline_date_paragraphs_and_headings() -> None:
    article = two_pages()

    assert article.title == "Ministers sign a deal on rare earths"
    assert (article.byline, article.date) == ("Jane Doe", "June 5, 2025")
    assert [block.kind.value for block in article.blocks] == [
        "paragraph", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


def test_running_heads_are_kept_aside() -> None:
    dropped = [cut.text for cut in two_pages().dropped if cut.reason == "furniture"]

    assert dropped == ["The Geneva Times Page 1", "The Geneva Times Page 2"]


def test_two_narrow_columns_are_read_one_after_the_other() -> None:
    article = article_from_file("deal.pdf", make_pdf([column(LEFT) + column(RIGHT, x=320)]))

    assert article.title == "Ministers sign a deal on rare earths"
    assert article.byline == "Jane Doe"
    assert [block.text for block in article.blocks] == [
        "The two ministers signed the deal on Friday, after nine days and nights of "
        "international talks in a hotel by the lake. Nobody had thought that they would come to "
        "an end this week. The text has forty pages and two annexes, and it comes into force in "
        "July."
    ]


def test_a_broken_pdf_is_one_error_and_no_warnings(caplog: pytest.LogCaptureFixture) -> None:
    whole = make_pdf([column(FIRST)])
    broken = whole[:400].replace(b"endobj", b"endxxx")

    with pytest.raises(UnreadableFile):
        article_from_file("deal.pdf", broken)

    assert caplog.records == []
    assert logging.getLogger("pypdf").level == logging.NOTSET
