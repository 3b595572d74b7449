"""Make a clean article of raw text: title, byline, date, blocks, and what was kept aside.

No word is lost. The words of the title, the byline, the date, the blocks and the dropped texts
are the words of the raw text, except the label "By" in front of a name. A word is a run of
letters and digits; bullets and separators such as "|" are no words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reader.articles import boilerplate, captions, headline, page
from reader.articles.article import Article, Block, BlockKind, Dropped
from reader.articles.page import Line
from reader.articles.raw import RawKind, RawText
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


# Words of running text that may stand between a headline and its byline.
_LONGEST_SUMMARY = 60


@dataclass(slots=True)
class _Details:
    """Bylines and dates as they are found, in order."""

    names: list[str] = field(default_factory=list)
    agency: str = ""
    date: str = ""


def clean(raw: RawText) -> Article:
    """Return the article that is in a raw text.

    Raises `EmptyInput` where there is no word in it.
    """
    lines = page.read_lines(raw)
    if not any(not boilerplate.is_bare(line.text) for line in lines):
        raise EmptyInput("There is no text in it. Paste an article, or choose another file.")
    page.mark_first(lines)
    page.drop_promotions(lines)
    page.mark_credited(lines)
    page.rescue_headings(lines)
    title = page.find_title(lines, raw.title)
    page.drop_related(lines)
    page.drop_repeats(lines, title)
    if title >= 0:
        lines[title].fate = "title"
        page.drop_before(_undetailed(lines, title), title)
    lines, details = _take_details(lines, title)
    _mark_authors(lines, details.names)
    _mark_body(lines)
    title_text = next((line.text for line in lines if line.fate == "title"), raw.title)
    return _assemble(lines, details, title_text, raw)


def _undetailed(lines: list[Line], title: int) -> list[Line]:
    """Shield the details that stand just above the headline from being dropped as a menu."""
    return [
        line
        if index >= title or index < title - 4 or not _has_details(line)
        else Line(line.text, fate="shielded")
        for index, line in enumerate(lines[: title + 1])
    ]


def _has_details(line: Line) -> bool:
    if page.is_prose(line) and not _only_details(line):
        return False
    return line.kind in (RawKind.BYLINE, RawKind.DATE) or any(
        headline.is_date(part) or headline.byline_of(part) for part in headline.parts_of(line.text)
    )


def _take_details(lines: list[Line], title: int) -> tuple[list[Line], _Details]:
    """Take bylines and dates from the lines around the headline and at the end."""
    details = _Details()
    first = _body_start(lines, title)
    last = _body_end(lines)
    result: list[Line] = []
    for index, line in enumerate(lines):
        near_title = title - 4 <= index < first
        if not line.fate and index != title and line.kind in (RawKind.BYLINE, RawKind.DATE):
            result += _take_hinted(line, details)
        elif not line.fate and index != title and (near_title or index > last):
            result += _take_line(line, details, bare_names=near_title and index > title)
        elif line.reason == "details" and "|" in line.text and near_title:
            result += _take_line(line, details, bare_names=False)
        else:
            result.append(line)
    return result, details


def _body_start(lines: list[Line], title: int) -> int:
    """Return the index of the first line of running text: a summary above the byline is none."""
    start = title + 1
    above = 0
    for index in range(start, min(start + 16, len(lines))):
        line = lines[index]
        if not line.fate and line.words <= 25 and _has_details(line):
            start = index + 1
        elif page.is_prose(line):
            above += line.words
        if above > _LONGEST_SUMMARY:
            break
    for index in range(start, len(lines)):
        if page.is_prose(lines[index]) and not _only_details(lines[index]):
            return index
    return len(lines)


def _only_details(line: Line) -> bool:
    parts = headline.parts_of(line.text)
    return line.words <= 25 and all(headline.is_detail(part) for part in parts)


def _body_end(lines: list[Line]) -> int:
    kept = [index for index, line in enumerate(lines) if page.is_prose(line)]
    return kept[-1] if kept else -1


def _take_hinted(line: Line, details: _Details) -> list[Line]:
    """Take a line that the page itself marks as a byline or a date."""
    if line.kind is RawKind.DATE and (headline.is_date(line.text) or not details.date):
        return _take_date(line, details)
    text = headline.byline_of(line.text) or line.text
    if line.words > 30 or text in details.names:
        line.drop("details")
        return [line]
    return _take_line(line, details, bare_names=True) if headline.is_detail(text) else [line]


def _take_date(line: Line, details: _Details) -> list[Line]:
    if details.date:
        line.drop("details")
    else:
        details.date, line.fate = line.text, "date"
    return [line]


def _take_line(line: Line, details: _Details, bare_names: bool) -> list[Line]:
    """Split a line into its details; return it unchanged where it is something else."""
    if page.is_prose(line) and not _only_details(line):
        return [line]
    parts = headline.parts_of(line.text)
    known = [
        bool(headline.is_date(part) or headline.byline_of(part))
        or (bare_names and (headline.is_names(part) or headline.is_agency(part)))
        or (bare_names and bool(details.names) and headline.is_role(part))
        for part in parts
    ]
    if not any(known) or sum(len(p) for p, k in zip(parts, known, strict=True) if not k) > 60:
        return [line]
    taken: list[Line] = []
    for part in parts:
        piece = Line(part, line.kind, words=part.count(" ") + 1)
        _take_part(piece, details, bare_names)
        taken.append(piece)
    return taken


def _take_part(piece: Line, details: _Details, bare_names: bool) -> None:
    if headline.is_date(piece.text):
        _take_date(piece, details)
    elif names := headline.byline_of(piece.text):
        _take_names(piece, names, details)
    elif bare_names and headline.is_agency(piece.text) and not details.agency:
        details.agency, piece.fate = piece.text, "agency"
    elif bare_names and headline.is_names(piece.text):
        _take_names(piece, piece.text, details)
    else:
        piece.drop("details")


def _take_names(piece: Line, names: str, details: _Details) -> None:
    if len(details.names) < 4:
        details.names.append(names)
        piece.fate = "byline"
    else:
        piece.drop("details")


def _mark_authors(lines: list[Line], names: list[str]) -> None:
    """Mark the last paragraphs that tell who an author is: "Jane Doe is a reporter in Rome."."""
    last = [line for line in lines if page.is_prose(line)][-2:]
    for line in last:
        name, is_word, _ = line.text.partition(" is ")
        if is_word and line.words <= 60 and any(name and name in other for other in names):
            line.fate = BlockKind.NOTE.value


def _mark_body(lines: list[Line]) -> None:
    """Say what the lines of the article's body are, and drop the labels around it."""
    title = next((i for i, line in enumerate(lines) if line.fate == "title"), -1)
    first, last = _body_start(lines, title), _body_end(lines)
    numbered = sum(1 for line in lines if page.is_numbered(line)) > 1
    whole = " ".join(captions.letters(line.text) for line in lines if page.is_prose(line))
    for index, line in enumerate(lines):
        if line.fate:
            continue
        if line.kind in (RawKind.ITEM, RawKind.QUOTE):
            line.fate = line.kind.value
        else:
            page.mark_items(line, numbered)
        if not line.fate:
            line.fate = _body_kind(line, index, first, last, whole)
        if line.fate == "dropped":
            line.drop("menu" if line.words <= 5 else "related")


def _body_kind(line: Line, index: int, first: int, last: int, whole: str) -> str:
    """Return the block kind of a line, or "dropped" for a label outside the body."""
    if page.is_prose(line):
        return BlockKind.PARAGRAPH.value
    if line.kind is RawKind.HEADING and index < last:
        return BlockKind.HEADING.value
    if index > last >= 0 and line.words <= 12 and not page.ends_sentence(line.text):
        return "dropped"
    if index < first and line.words <= 4 and index != first - 1 and last >= 0:
        return "dropped"
    if line.words >= 5 and line.text[0] in '"“' and captions.letters(line.text) in whole:
        return BlockKind.QUOTE.value
    if _is_heading(line) and first <= index + 1 and (index >= first or line.words <= 8):
        return BlockKind.HEADING.value
    return BlockKind.PARAGRAPH.value


def _is_heading(line: Line) -> bool:
    text = line.text
    if line.words > page.LONGEST_HEADING or text[0].islower():
        return False
    if text.endswith(":"):
        return line.words <= 5
    return text[-1] not in '.,;"”)…' or line.kind is RawKind.HEADING


def _assemble(lines: Iterable[Line], details: _Details, title: str, raw: RawText) -> Article:
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    # The agency is the author only where no person is named.
    agency_fate = "dropped" if details.names else "byline"
    for line in lines:
        fate = agency_fate if line.fate == "agency" else line.fate
        if fate == "dropped":
            dropped.append(Dropped(line.text, line.reason or "details", len(blocks)))
        elif fate not in ("title", "byline", "date"):
            blocks.append(Block(BlockKind(fate), line.text, split_sentences(line.text)))
    byline = ", ".join(details.names) or details.agency or raw.byline
    return Article(
        title=title,
        byline=byline,
        date=details.date or raw.date,
        blocks=tuple(blocks),
        dropped=tuple(dropped),
        address=raw.address,
    )


def put_back(article: Article, index: int) -> Article:
    """Return the article with the dropped text number `index` (from 0) as a block in its place.

    It becomes a caption where it reads like one, else a paragraph. Raises `IndexError` where
    there is no such dropped text.
    """
    text = article.dropped[index]
    kind = BlockKind.CAPTION if captions.is_caption(text.text) else BlockKind.PARAGRAPH
    block = Block(kind, text.text, split_sentences(text.text))
    blocks = (*article.blocks[: text.before], block, *article.blocks[text.before :])
    rest = tuple(
        replace(other, before=other.before + 1)
        if other.before > text.before or (other.before == text.before and number > index)
        else other
        for number, other in enumerate(article.dropped)
        if number != index
    )
    return replace(article, blocks=blocks, dropped=rest)
