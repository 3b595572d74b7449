"""Make a clean article of raw text: title, byline, date, blocks, and what was kept aside.

No word is lost. The words of the title, the byline, the date, the blocks and the dropped texts
are the words of the raw text. A word is a run of letters and digits; bullets and separators such
as "|" are no words.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.articles import (
    around,
    body,
    boilerplate,
    boxes,
    captions,
    details,
    page,
    pictures,
    tail,
    titles,
)
from reader.articles.article import Article, Block, BlockKind, Dropped
from reader.articles.page import Line
from reader.articles.raw import RawText
from reader.articles.sentences import split_sentences
from reader.errors import EmptyInput

REASONS: dict[str, str] = {
    "cookies": "A notice about cookies or privacy.",
    "account": "An invitation to sign in, subscribe or donate.",
    "newsletter": "An invitation to a newsletter.",
    "share": "Buttons to share or print the page.",
    "follow": "An invitation to follow the site elsewhere.",
    "related": "Links to other articles.",
    "advertisement": "An advertisement, or the words around one.",
    "comments": "Comments of readers, or buttons for them.",
    "player": "Controls of a picture, a sound or a video.",
    "search": "A search box or search trends.",
    "copyright": "A copyright line or a licence.",
    "details": "Details of publication, such as the reading time.",
    "credit": "A line that only says whose picture it is.",
    "menu": "A menu, a button or a label of the page around the article.",
    "repeated": "A second copy of text that is kept already.",
    "furniture": "Part of the page around the article.",
}


def clean(raw: RawText) -> Article:
    """Return the article that is in a raw text.

    First each line is judged alone, then the headline is found, then what stands around the
    article is dropped, byline and date are taken, the end is found, and what is left is the body.
    Raises `EmptyInput` where there is no word in it.
    """
    lines = page.read_lines(raw)
    if not any(not boilerplate.is_bare(line.text) for line in lines):
        raise EmptyInput("There is no text in it. Paste an article, or choose another file.")
    page.mark_first(lines)
    around.drop_promotions(lines)
    around.drop_running_heads(lines)
    pictures.mark_captions(lines)
    page.rescue_headings(lines)
    title = titles.find_title(lines, raw.title)
    lines = titles.join_title(lines, title)
    title = next((i for i, line in enumerate(lines) if line.fate == "title"), title)
    if title >= 0:
        lines[title].fate = "title"
        around.drop_before(details.undetailed(lines, title), title)
    around.drop_related(lines)
    around.drop_repeats(lines, title)
    around.drop_linked(lines)
    boxes.drop_boxes(lines)
    details.drop_dateline(lines, title)
    lines, found = details.take_details(lines, title)
    tail.mark_authors(lines, found.names)
    tail.drop_comments(lines)
    tail.drop_tail(lines)
    body.mark_body(lines)
    title_text = next((line.text for line in lines if line.fate == "title"), raw.title)
    return _assemble(lines, found, title_text, raw)


def _assemble(lines: Iterable[Line], found: details.Details, title: str, raw: RawText) -> Article:
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    # The agency is the author only where no person is named.
    agency_fate = "dropped" if found.names else "byline"
    for line in lines:
        fate = agency_fate if line.fate == "agency" else line.fate
        if fate == "dropped":
            dropped.append(Dropped(line.text, line.reason or "details", len(blocks)))
        elif fate not in ("title", "byline", "date"):
            blocks.append(Block(BlockKind(fate), line.text, split_sentences(line.text)))
    byline = ", ".join(found.names) or found.agency or raw.byline
    return Article(
        title=title,
        byline=byline,
        date=found.date or raw.date,
        blocks=tuple(blocks),
        dropped=tuple(dropped),
        address=raw.address,
    )


def kind_put_back(text: str) -> BlockKind:
    """Return what a dropped text becomes when a person puts it back.

    >>> kind_put_back("A ship leaves port, May 22, 2025. /VCG").value
    'caption'
    """
    return BlockKind.CAPTION if captions.is_caption(text) else BlockKind.PARAGRAPH
