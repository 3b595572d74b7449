"""Files of every kind become the same paragraphs; what is no text of the article is marked."""

from __future__ import annotations

import io
from typing import Any

import pytest

from reader.articles import BlockKind, article_from_file
from reader.articles.extract import read_file, read_html, read_text
from reader.articles.raw import RawKind

FIRST = "The leaders of the two countries spoke by phone on Thursday for an hour and a half."
SECOND = "They agreed that their ministers would meet again in London before the end of June."


def texts(name: str, data: bytes) -> list[str]:
    return [block.text for block in read_file(name, data).blocks]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("café – “deal”".encode(), "café – “deal”", id="utf-8"),
        pytest.param("café deal".encode("utf-8-sig"), "café deal", id="utf-8-with-mark"),
        pytest.param("café deal".encode("utf-16"), "café deal", id="utf-16"),
        pytest.param("a plain deal".encode("utf-16-le"), "a plain deal", id="utf-16-unmarked"),
        pytest.param(
            "It was a café deal – “good” for all of them, they said.".encode("cp1252"),
            "It was a café deal – “good” for all of them, they said.",
            id="cp1252",
        ),
        pytest.param(("中国经济贸易会谈在日内瓦举行。" * 8).encode("gb18030"),
                     "中国经济贸易会谈在日内瓦举行。" * 8, id="gbk"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(data: bytes, expected: str) -> None:
    assert texts("a.txt", data) == [expected]


def test_one_paragraph_a_line_stays_as_it_is() -> None:
    assert texts("a.txt", f"{FIRST}\n{SECOND}".encode()) == [FIRST, SECOND]


def test_lines_wrapped_at_72_columns_are_joined() -> None:
    import textwrap

    paragraphs = [f"{FIRST} {SECOND} {FIRST}", f"{SECOND} {FIRST}", f"{FIRST} {FIRST}"]
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in paragraphs)

    assert [block.text for block in read_text(wrapped).blocks] == paragraphs


def test_the_kind_is_told_by_content_before_the_name() -> None:
    page = b"<!doctype html><html><body><h1>Talks</h1><p>They spoke.</p></body></html>"

    assert texts("a.txt", page) == ["Talks", "They spoke."]


def test_html_keeps_every_visible_block_and_marks_the_furniture() -> None:
    body = f"<p>{FIRST}</p><p>{SECOND}</p>" * 3
    page = f"""<html><head><title>T</title><script>x()</script><style>p {{}}</style></head><body>
      <nav><a>Home</a></nav><article><h1>Talks by phone</h1><a rel="author">Jane Doe</a>
      <time>5 June 2025</time><figure><figcaption>A ship leaves.</figcaption></figure>{body}
      <h2>What is next</h2><ul><li>More talks</li></ul><blockquote><p>It turns.</p></blockquote>
      {body}</article><footer>Imprint</footer></body></html>"""

    blocks = {block.text: block.kind for block in read_html(page).blocks}

    assert blocks == {
        "Home": RawKind.FURNITURE,
        "Talks by phone": RawKind.TITLE,
        "Jane Doe": RawKind.BYLINE,
        "5 June 2025": RawKind.DATE,
        "A ship leaves.": RawKind.CAPTION,
        FIRST: RawKind.PARAGRAPH,
        SECOND: RawKind.PARAGRAPH,
        "What is next": RawKind.HEADING,
        "More talks": RawKind.ITEM,
        "It turns.": RawKind.QUOTE,
        "Imprint": RawKind.FURNITURE,
    }


def test_html_says_its_charset() -> None:
    page = '<html><meta charset="gbk"><body><p>The word 和谐 is old.</p></body></html>'

    assert texts("a.html", page.encode("gbk")) == ["The word 和谐 is old."]


def test_markdown_headings_items_and_quotes_are_kept() -> None:
    text = f"# Talks\n\n{FIRST}\n\n## Next\n\n- More talks\n- A visit\n\n> It turns.\n\n{SECOND}\n"

    article = article_from_file("a.md", text.encode())

    assert article.title == "Talks"
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.HEADING, "Next"),
        (BlockKind.ITEM, "More talks"),
        (BlockKind.ITEM, "A visit"),
        (BlockKind.QUOTE, "It turns."),
        (BlockKind.PARAGRAPH, SECOND),
    ]


def test_word_styles_say_what_a_paragraph_is() -> None:
    import docx

    document = docx.Document()
    document.add_heading("Talks by phone", 0)
    document.add_paragraph(FIRST)
    document.add_heading("Next", 1)
    document.add_paragraph("More talks", style="List Bullet")
    document.add_paragraph(SECOND)
    buffer = io.BytesIO()
    document.save(buffer)

    article = article_from_file("a.docx", buffer.getvalue())

    assert article.title == "Talks by phone"
    assert [block.kind.value for block in article.blocks] == [
        "paragraph", "heading", "item", "paragraph",
    ]  # fmt: skip


def test_an_epub_is_read_chapter_by_chapter() -> None:
    from ebooklib import epub

    book = epub.EpubBook()
    book.set_title("Two calls")
    pages: list[Any] = []
    for number, text in enumerate((FIRST, SECOND)):
        page = epub.EpubHtml(title=str(number), file_name=f"{number}.xhtml")
        page.content = f"<html><body><h2>Call {number}</h2><p>{text}</p></body></html>"
        book.add_item(page)
        pages.append(page)
    book.spine = pages
    book.add_item(epub.EpubNcx())
    buffer = io.BytesIO()
    epub.write_epub(buffer, book)

    assert texts("a.epub", buffer.getvalue()) == ["Call 0", FIRST, "Call 1", SECOND]


def test_subtitles_become_sentences_in_paragraphs() -> None:
    cues = (
        "1\n00:00:01,000 --> 00:00:03,000\n<i>The leaders spoke</i>\n\n"
        "2\n00:00:03,100 --> 00:00:05,000\nby phone.\n\n"
        "3\n00:00:20,000 --> 00:00:22,000\nThey will meet again.\n"
    )

    assert texts("a.srt", cues.encode()) == ["The leaders spoke by phone.", "They will meet again."]


def test_running_heads_and_page_numbers_of_a_pdf_are_marked() -> None:
    from reader.articles.extract.pdf import pdf_blocks

    pages = [
        ["Daily Paper", f"Talks on page {n}", FIRST[:60], FIRST[60:], str(n)] for n in range(1, 4)
    ]

    blocks = pdf_blocks(pages)

    marked = [block.text for block in blocks if block.kind is RawKind.FURNITURE]
    assert marked.count("Daily Paper") == 3
    assert [text for text in marked if text.isdigit()] == ["1", "2", "3"]
