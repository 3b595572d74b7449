"""Pages pasted whole, judged line by line by a reader before the rules were seen.

Each line of a file in `marked/` stands behind the letters of what it may become: T title,
B byline, D date, N note, H heading, P paragraph, I item, Q quote, C caption, X dropped; "-" is not
judged. "B=Jane Doe| By Jane Doe, Rome" gives the whole byline; so do "T=" and "D=".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader.articles import Article, article_from_text

PAGES = sorted((Path(__file__).parent / "marked").glob("*.txt"))
LETTERS = {
    "note": "N", "heading": "H", "paragraph": "P", "item": "I", "quote": "Q", "caption": "C",
}  # fmt: skip
BULLET = re.compile(r"^(?:[•–—*·-]|\d+[.)])\s+")
LAYOUTS = [
    pytest.param(lambda lines: "\n\n".join(lines), id="blank lines"),
    pytest.param(
        lambda lines: "".join(f" {line}  \t\r\n" for line in lines), id="windows, no blank lines"
    ),
]


@dataclass
class Marked:
    """The lines of a page with their marks, and its title, byline and date."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=lambda: {"T": "", "B": "", "D": ""})

    @classmethod
    def read(cls, path: Path) -> Marked:
        page = cls()
        for row in path.read_text("utf-8").splitlines():
            if match := re.fullmatch(r"([TBD])=([^|]*)\| ?(.*)", row):
                letter, page.head[match[1]], text = match[1], match[2].strip(), match[3]
            elif match := re.fullmatch(r"([A-Z]+|-)\|\s?(.*)", row):
                letter, text = match[1], match[2]
                if letter in page.head and not page.head[letter]:
                    page.head[letter] = text
            else:
                continue
            if text:
                page.lines.append((letter, text))
        return page


def letters_of(article: Article, text: str) -> set[str]:
    """Return what became of a line."""
    forms = {text, BULLET.sub("", text)}
    found = {LETTERS[block.kind] for block in article.blocks if block.text in forms}
    return found | ({"X"} if any(cut.text in forms for cut in article.dropped) else set())


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_becomes_what_a_reader_takes_it_for(path: Path, layout) -> None:  # type: ignore[no-untyped-def]
    page = Marked.read(path)

    article = article_from_text(layout([text for _, text in page.lines]))

    wrong = [
        (marks, letters_of(article, text), text)
        for marks, text in page.lines
        if not set(marks) & set("-TBD") and not letters_of(article, text) & set(marks)
    ]
    assert wrong == []
    assert {"T": article.title, "B": article.byline, "D": article.date} == page.head


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_paragraph_is_cut_and_no_word_is_lost(path: Path) -> None:
    page = Marked.read(path)
    text = "\n".join(text for _, text in page.lines)

    article = article_from_text(text)

    parts = [article.title, article.byline, article.date]
    parts += [block.text for block in article.blocks] + [cut.text for cut in article.dropped]
    assert words("\n".join(parts)) == words(text)
