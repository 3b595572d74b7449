"""A small document with everything in it, and one whose every text is hostile."""

from __future__ import annotations

import datetime

import pytest

from reader.chinese.annotate import Token
from reader.exports import Document
from reader.exports.document import Entry, Gloss, Pair
from reader.translation.engine import Link
from reader.translation.segment import Issue, Origin, Segment, Status, TermState, TermUse

HOSTILE = (
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "=cmd|'/c calc'!A1",
    "nul\x00 bell\x07 tab\t line\n\u2028 low\udc80 high\ud83d end",
    "]]> &amp; {{ 7*7 }} {% raw %} [sound:x.mp3] --> </style>",
)


def _tokens(*words: tuple[str, tuple[str, ...]], term: str = "") -> tuple[Token, ...]:
    found, at = [], 0
    for text, syllables in words:
        found.append(
            Token(text, at, at + len(text), syllables, "".join(syllables), is_term=text == term)
        )
        at += len(text)
    return tuple(found)


@pytest.fixture
def document() -> Document:
    """Title, a paragraph of two sentences and a caption; made by three hands, one unfinished."""
    use = TermUse("1:phone-call", "phone call", "通电话", TermState.OBEYED, 12, 22, 2, 5)
    pairs = (
        Pair(
            Segment(
                0, -1, "title", "The leaders' phone call", "元首通电话", Origin.PERSON, "",
                Status.APPROVED,
            )
        ),
        Pair(
            Segment(
                1, 0, "paragraph", "They held a phone call.", "两国通电话。", Origin.MACHINE,
                "Engine A", Status.DRAFT, (Issue("number", 0, 4, 0, 2, "two"),),
                (Link(12, 22, 2, 5),), (use,),
            ),
            _tokens(
                ("两国", ("liǎng", "guó")), ("通电话", ("tōng", "diàn", "huà")), ("。", ()),
                term="通电话",
            ),
            "双方通了电话。",
        ),
        Pair(Segment(2, 0, "paragraph", "“Good,” he said.", "“好，”他说。", Origin.MEMORY, "",
                     Status.APPROVED)),
        Pair(Segment(3, 1, "caption", "Two flags.")),
    )  # fmt: skip
    return Document(
        title="The leaders' phone call",
        pairs=pairs,
        made=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
        byline="Xu Tianqi",
        date="June 6, 2025",
        address="https://news.example/call",
        terms=(
            Entry(
                "1:phone-call", "phone call", "通电话", "tōng diànhuà", "talk by phone", "打电话",
                "Ministry list",
            ),
        ),
        glosses={
            "两国": Gloss("liǎng guó", ("both countries", "two countries"), "兩國"),
            "通电话": Gloss("tōng diànhuà", ("to phone sb up",), "通電話"),
        },
    )  # fmt: skip


@pytest.fixture
def hostile() -> Document:
    """Every text is an attack or cannot be written."""
    pairs = tuple(
        Pair(
            Segment(number, number - 1, "title" if not number else "paragraph", text, text,
                    Origin.MACHINE, text, Status.DRAFT, (Issue(text, detail=text),), (),
                    (TermUse(text, text, text, TermState.MISSED, 0, 3, 0, 3),)),
            (Token(text, 0, len(text), (text,), text, is_term=True),),
            text,
        )
        for number, text in enumerate(HOSTILE)
    )  # fmt: skip
    return Document(
        title="".join(HOSTILE),
        pairs=pairs,
        made=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
        byline=HOSTILE[0],
        date=HOSTILE[3],
        address=f"javascript:{HOSTILE[0]}",
        terms=tuple(Entry(text, text, text, text, text, text, text) for text in HOSTILE),
        glosses={text: Gloss(text, (text,), text) for text in HOSTILE},
    )
