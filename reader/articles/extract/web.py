"""HTML: every visible block of the page, each with what the markup says about it.

lxml finds all visible text; trafilatura says which of it is the main content. What it leaves
out is not lost: it comes along marked as page furniture.
"""

from __future__ import annotations

import re
from typing import Any

from reader.articles.captions import letters
from reader.articles.extract.metadata import metadata
from reader.articles.raw import RawBlock, RawKind, RawText
from reader.errors import InputTooLarge, UnreadableFile

# Characters of markup, and elements inside one another.
LONGEST_PAGE = 10_000_000
DEEPEST_PAGE = 2000
# Characters of a cell whose row is read as one line.
LONGEST_CELL = 60
MOST_CELLS = 12


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNSEEN = _names(
    """
    script style noscript template svg head iframe object canvas select datalist math map
    """
)
_BLOCKS = _names(
    """
    p div section article main header footer nav aside h1 h2 h3 h4 h5 h6 li ul ol dl dt dd
    table tr td th tbody thead tfoot blockquote figure figcaption form fieldset button
    address pre hr br body details summary time center dialog menu caption label option
    """
)
_KINDS = {
    "h1": RawKind.TITLE,
    "h2": RawKind.HEADING,
    "h3": RawKind.HEADING,
    "h4": RawKind.HEADING,
    "h5": RawKind.HEADING,
    "h6": RawKind.HEADING,
    "li": RawKind.ITEM,
    "blockquote": RawKind.QUOTE,
    "figcaption": RawKind.CAPTION,
    "time": RawKind.DATE,
    "p": RawKind.PARAGRAPH,
}
_FURNITURE = _names("nav footer aside form button dialog menu select")
_FURNITURE_ROLES = _names("navigation contentinfo banner search complementary dialog")
# Text for screen readers, such as "opens in a new window".
_SPOKEN_ONLY = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|u-hidden)(?:$|\s)"
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:by-?line|author(?:s|-name|__name)?)(?:$|[\s_-])", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]{0,2000}?(/?)>")
_VOID = _names("area base br col embed hr img input link meta source track wbr p li")


def read_html(markup: str) -> RawText:
    """Return the visible paragraphs of an HTML page, with its metadata.

    Raises `InputTooLarge` for a page over `LONGEST_PAGE` characters or nested deeper than
    `DEEPEST_PAGE`, and `UnreadableFile` where no text can be found.
    """
    import lxml.etree
    import lxml.html

    _refuse_bombs(markup)
    parser = lxml.html.HTMLParser(recover=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup), parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile("This web page holds no text that can be read.") from error
    blocks = _visible_blocks(root)
    main = _main_letters(markup)
    marked = tuple(_as_furniture(block, main) for block in blocks)
    title, byline, date = metadata(root)
    return RawText(marked, title=title, byline=byline, date=date)


def _refuse_bombs(markup: str) -> None:
    if len(markup) > LONGEST_PAGE:
        raise InputTooLarge("This web page is too large to be read.")
    depth = 0
    for close, name, empty in _TAG.findall(markup):
        if name.lower() in _VOID or empty:
            continue
        depth = max(0, depth - 1) if close else depth + 1
        if depth > DEEPEST_PAGE:
            raise InputTooLarge("This web page is nested too deeply to be read.")


class _Collector:
    """Gathers the text between the edges of block elements."""

    def __init__(self) -> None:
        self.blocks: list[RawBlock] = []
        self._text: list[str] = []
        self._kind = RawKind.UNKNOWN

    def add(self, text: str | None, kind: RawKind) -> None:
        if text and text.strip():
            if not "".join(self._text).strip():
                self._kind = kind
            self._text.append(text)
        elif text:
            self._text.append(" ")

    def flush(self) -> None:
        text = " ".join("".join(self._text).split())
        if text:
            self.blocks.append(RawBlock(text, self._kind))
        self._text = []


def _visible_blocks(root: Any) -> list[RawBlock]:
    """Walk the tree without recursion, so that a deep page cannot exhaust the stack."""
    collector = _Collector()
    # (element, kind around it, whether we come back to it at its end)
    stack: list[tuple[Any, RawKind, bool]] = [(root, RawKind.UNKNOWN, False)]
    rows: set[Any] = set()
    while stack:
        element, around, leaving = stack.pop()
        tag = element.tag
        cell = element.getparent() in rows
        block = tag in _BLOCKS and not cell
        if leaving:
            if block:
                collector.flush()
            collector.add("]" if _is_mark(element) else None, around)
            collector.add(element.tail, around)
            continue
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            collector.add(element.tail, around)
            continue
        kind = around if cell else _kind_of(element, around)
        if tag == "tr" and kind is RawKind.UNKNOWN and _is_row(element):
            rows.add(element)
            kind = RawKind.ITEM
        if block:
            collector.flush()
        collector.add(" | " if cell and element.getprevious() is not None else None, kind)
        collector.add("[" if _is_mark(element) else None, kind)
        collector.add(element.text, kind)
        stack.append((element, around, True))
        stack.extend((child, kind, False) for child in reversed(element))
    collector.flush()
    return collector.blocks


def _is_row(row: Any) -> bool:
    """Say whether a table row holds short data, so that its cells are read as one line."""
    return 1 < len(row) <= MOST_CELLS and all(
        cell.tag in ("td", "th")
        and len(cell.text_content()) <= LONGEST_CELL
        and not any(inner.tag in _BLOCKS or inner.tag == "a" for inner in cell.iterdescendants())
        for cell in row
    )


def _is_mark(element: Any) -> bool:
    """Say whether an element is the mark of a footnote: a raised number that is a link."""
    return (
        element.tag == "sup"
        and element.text_content().strip().isdigit()
        and any((link.get("href") or "").startswith("#") for link in element.iter("a"))
    )


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or "display:none" in style
        or "visibility:hidden" in style
        or _SPOKEN_ONLY.search(element.get("class") or "") is not None
    )


def _kind_of(element: Any, around: RawKind) -> RawKind:
    tag = element.tag
    if around is RawKind.FURNITURE or tag in _FURNITURE or element.get("role") in _FURNITURE_ROLES:
        return RawKind.FURNITURE
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if element.get("rel") == "author" or (len(names) < 200 and _BYLINE.search(names)):
        return RawKind.BYLINE if around is not RawKind.TITLE else around
    if around in (RawKind.CAPTION, RawKind.QUOTE, RawKind.TITLE, RawKind.HEADING, RawKind.BYLINE):
        return around
    if around is RawKind.ITEM and tag == "p":
        return around
    return _KINDS.get(tag, RawKind.UNKNOWN if tag in _BLOCKS else around)


def _main_letters(markup: str) -> str:
    """Return the letters of the main content as trafilatura sees it, "" where it finds none."""
    import trafilatura

    found = trafilatura.extract(
        markup, favor_recall=True, include_comments=False, include_tables=True, fast=False
    )
    return f" {letters(found)} " if found and len(found) > 400 else ""


def _as_furniture(block: RawBlock, main: str) -> RawBlock:
    """Judge by trafilatura: main content is never furniture, short text it left out often is."""
    inside = bool(main) and f" {letters(block.text)} " in main
    if block.kind is RawKind.FURNITURE:
        long = inside and block.text.count(" ") >= 8
        return RawBlock(block.text, RawKind.PARAGRAPH) if long else block
    plain = block.kind in (RawKind.UNKNOWN, RawKind.ITEM, RawKind.HEADING)
    if main and plain and not inside and block.text.count(" ") < 12:
        return RawBlock(block.text, RawKind.FURNITURE)
    return block
