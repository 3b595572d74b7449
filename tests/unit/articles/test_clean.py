"""Pages pasted whole, from many kinds of sites, become clean articles; no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles import Article, BlockKind, article_from_text, kind_put_back
from reader.articles.clean import REASONS, clean
from reader.articles.extract import read_text
from reader.articles.raw import RawBlock, RawKind, RawText
from reader.errors import EmptyInput

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
SAMPLE = Path(__file__).parents[3] / "reader" / "data" / "sample_article.txt"


def words(text: str) -> Counter[str]:
    """Count the words, lower case."""
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def all_text(article: Article) -> str:
    parts = [article.title, article.byline, article.date]
    parts += [block.text for block in article.blocks] + [cut.text for cut in article.dropped]
    return "\n".join(parts)


def as_text(article: Article) -> str:
    lines = [f"title | {article.title}", f"byline | {article.byline}", f"date | {article.date}"]
    lines += [f"{block.kind} | {block.text}" for block in article.blocks]
    lines += [f"dropped {cut.before} {cut.reason} | {cut.text}" for cut in article.dropped]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_pasted_page_becomes_the_article_that_a_person_would_cut_out(path: Path) -> None:
    article = article_from_text(path.read_text("utf-8"))

    assert as_text(article) == path.with_suffix(".expected").read_text("utf-8")


@pytest.mark.parametrize("path", [*PAGES, SAMPLE], ids=lambda path: path.stem)
def test_no_word_of_a_page_is_lost_or_made_up(path: Path) -> None:
    raw = read_text(path.read_text("utf-8"))

    article = clean(raw)

    assert words(all_text(article)) == words("\n".join(block.text for block in raw.blocks))


def test_the_sample_is_cleaned_exactly() -> None:
    article = article_from_text(SAMPLE.read_text("utf-8"))

    kinds = Counter(block.kind for block in article.blocks)
    assert article.title == (
        "Opportunities and concerns in the phone call between leaders of China and US"
    )
    assert (article.byline, article.date) == ("Xu Tianqi", "")
    assert kinds == {BlockKind.CAPTION: 3, BlockKind.NOTE: 1, BlockKind.PARAGRAPH: 12}
    assert [block.kind for block in article.blocks[:2]] == [BlockKind.CAPTION, BlockKind.NOTE]
    assert Counter(cut.reason for cut in article.dropped) == {
        "cookies": 3, "repeated": 6, "search": 1,
    }  # fmt: skip


LINES = st.sampled_from(
    [line for path in [*PAGES, SAMPLE] for line in path.read_text("utf-8").splitlines() if line]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=60)), min_size=1, max_size=25))
def test_no_word_is_lost_whatever_the_order_of_the_lines(lines: list[str]) -> None:
    raw = RawText(tuple(RawBlock(line) for line in lines))

    try:
        article = clean(raw)
    except EmptyInput:
        assert not words(" ".join(lines))
        return

    assert words(all_text(article)) == words("\n".join(lines))
    kept = [block.text for block in article.blocks]
    assert all(" ".join(block.sentences) == block.text for block in article.blocks), kept
    assert all(cut.reason in REASONS for cut in article.dropped)
    assert all(0 <= cut.before <= len(kept) for cut in article.dropped)


def test_blocks_keep_the_order_of_the_page() -> None:
    text = SAMPLE.read_text("utf-8")

    article = article_from_text(text)

    places = [text.index(block.text) for block in article.blocks]
    assert places == sorted(places)


def test_a_dropped_caption_is_put_back_as_a_caption_and_all_else_as_a_paragraph() -> None:
    article = article_from_text(SAMPLE.read_text("utf-8"))

    kinds = Counter((cut.reason, kind_put_back(cut.text)) for cut in article.dropped)

    assert kinds["repeated", BlockKind.CAPTION] == 6
    assert kinds["cookies", BlockKind.PARAGRAPH] == 3


PROSE = [
    pytest.param("By using cookies, companies can track what people read online.", id="cookies"),
    pytest.param("Copyright law is changing fast in Europe, lawyers said on Monday.", id="law"),
    pytest.param("Advertising fell by a tenth, and newsletters did not make up for it.", id="ads"),
    pytest.param("“We use cookies on this site,” the company told your newspaper.", id="quoted"),
    pytest.param("Share prices rose, and subscribers to the service followed.", id="share"),
    pytest.param("Read more books, the minister told students in Beijing.", id="read"),
    pytest.param("Related parties must be named in the report, the rule says.", id="related"),
    pytest.param("Sign language is taught in more schools than ever before.", id="sign"),
    pytest.param("Comments made by the envoy drew an angry reply from Tokyo.", id="comments"),
    pytest.param("The deal must be signed by both sides by June 14, 2025.", id="dated"),
    pytest.param("By Monday evening the roads were open again in the north.", id="by"),
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_about_boilerplate_stays(line: str) -> None:
    body = "The two leaders spoke for an hour, and both sides called the talk a good one."

    article = article_from_text(f"A title of some words\n{body}\n{line}\n{body} It went on.")

    assert line in [block.text for block in article.blocks]


def test_what_the_source_says_of_a_block_is_believed() -> None:
    raw = RawText(
        (
            RawBlock("Home and garden", RawKind.FURNITURE),
            RawBlock("Talks", RawKind.TITLE),
            RawBlock("Jane Doe", RawKind.BYLINE),
            RawBlock("The talks went on for two days and ended on Friday."),
            RawBlock("What is next", RawKind.HEADING),
            RawBlock("One more round", RawKind.ITEM),
            RawBlock("A ship turns slowly.", RawKind.QUOTE),
            RawBlock("The ministers went home without a word to the press."),
        )
    )

    article = clean(raw)

    assert (article.title, article.byline) == ("Talks", "Jane Doe")
    assert [block.kind.value for block in article.blocks] == [
        "paragraph", "heading", "item", "quote", "paragraph",
    ]  # fmt: skip
    assert [cut.reason for cut in article.dropped] == ["furniture"]
