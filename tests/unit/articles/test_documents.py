"""Word documents, e-books, Markdown and subtitles become clean articles, from end to end."""

from __future__ import annotations

import io

from reader.articles import Article, article_from_file

FIRST = "The two ministers signed the agreement on Friday, after nine days of talks by the lake."
SECOND = "Nobody had thought that they would come to an end this week. The hall was silent."
LAST = "Parliaments still have to agree, and in one of them the government has a majority of two."


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article.blocks]


def test_a_word_document_keeps_headings_lists_quotations_and_captions() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("A deal by the lake", style="Title")
    document.add_paragraph("By Jane Doe")
    document.add_paragraph("June 6, 2025")
    document.add_paragraph(FIRST)
    document.add_paragraph("The hotel at night", style="Caption")
    document.add_heading("What is in it", level=1)
    document.add_paragraph(SECOND)
    document.add_paragraph("Forty pages of text", style="List Bullet")
    document.add_paragraph("Two annexes", style="List Number")
    document.add_paragraph("A ship turns slowly.", style="Intense Quote")
    document.add_paragraph(LAST)
    buffer = io.BytesIO()
    document.save(buffer)

    article = article_from_file("deal.docx", buffer.getvalue())

    assert (article.title, article.byline, article.date) == (
        "A deal by the lake", "Jane Doe", "June 6, 2025",
    )  # fmt: skip
    assert kinds(article) == [
        ("paragraph", FIRST), ("caption", "The hotel at night"), ("heading", "What is in it"),
        ("paragraph", SECOND), ("item", "Forty pages of text"), ("item", "Two annexes"),
        ("quote", "A ship turns slowly."), ("paragraph", LAST),
    ]  # fmt: skip


def test_markdown_keeps_its_structure_and_front_matter_is_left_out() -> None:
    text = (
        "---\nlayout: post\n---\n# A deal by the lake\n\n*By Jane Doe*\n\n"
        f"{FIRST}\n\n## What is in it\n\n{SECOND}\n\n- Forty pages of **text**\n- Two annexes\n\n"
        f"> A ship turns slowly.\n\n{LAST}\n"
    )

    article = article_from_file("deal.md", text.encode())

    assert (article.title, article.byline) == ("A deal by the lake", "Jane Doe")
    assert kinds(article) == [
        ("paragraph", FIRST), ("heading", "What is in it"), ("paragraph", SECOND),
        ("item", "Forty pages of text"), ("item", "Two annexes"),
        ("quote", "A ship turns slowly."), ("paragraph", LAST),
    ]  # fmt: skip


def test_an_e_book_is_read_in_order_with_its_title_and_author() -> None:
    import ebooklib.epub

    book = ebooklib.epub.EpubBook()
    book.set_identifier("deal")
    book.set_title("A deal by the lake")
    book.add_author("Jane Doe")
    chapters = []
    for number, body in enumerate((f"<p>{FIRST}</p>", f"<h2>What next</h2><p>{LAST}</p>")):
        page = ebooklib.epub.EpubHtml(title=str(number), file_name=f"{number}.xhtml")
        page.content = f"<html><body>{body}</body></html>"
        book.add_item(page)
        chapters.append(page)
    book.spine = chapters
    book.add_item(ebooklib.epub.EpubNcx())
    buffer = io.BytesIO()
    ebooklib.epub.write_epub(buffer, book)

    article = article_from_file("deal.epub", buffer.getvalue())

    assert (article.title, article.byline) == ("A deal by the lake", "Jane Doe")
    assert kinds(article) == [
        ("paragraph", FIRST), ("heading", "What next"), ("paragraph", LAST),
    ]  # fmt: skip


def test_subtitles_become_paragraphs_of_whole_sentences() -> None:
    cues = (
        "1\n00:00:01,000 --> 00:00:03,000\nThe two ministers signed\n\n"
        "2\n00:00:03,100 --> 00:00:06,000\n<i>the agreement on Friday.</i>\n\n"
        "3\n00:00:06,200 --> 00:00:09,000\nNobody had thought that they would.\n"
    )

    article = article_from_file("deal.srt", cues.encode())

    assert [block.sentences for block in article.blocks] == [
        ("The two ministers signed the agreement on Friday.", "Nobody had thought that they would.")
    ]
