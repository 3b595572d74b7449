"""An article to store."""

from reader.articles.article import Article, Block, BlockKind, Dropped
from reader.translation.segment import Segment

FIRST = Block(BlockKind.PARAGRAPH, "One came. Two went.", ("One came.", "Two went."))
LAST = Block(BlockKind.PARAGRAPH, "Three stayed.", ("Three stayed.",))


def article(title: str = "A title") -> Article:
    dropped = (
        Dropped("Share", "share", before=0),
        Dropped("Advertisement", "advertisement", before=1),
        Dropped("Read more", "related", before=1),
        Dropped("Footer", "footer", before=2),
    )
    return Article(title, "Ann Author", "June 5, 2025", (FIRST, LAST), dropped)


def segments() -> list[Segment]:
    sources = [
        (-1, "title", "A title"),
        (0, "paragraph", "One came."),
        (0, "paragraph", "Two went."),
    ]
    sources.append((1, "paragraph", "Three stayed."))
    return [Segment(n, block, kind, text) for n, (block, kind, text) in enumerate(sources)]
