"""Read a page line by line: what each line is, and where the article begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.articles import boilerplate, captions, headline
from reader.articles.article import BlockKind
from reader.articles.raw import RawKind, RawText

_NOTE = re.compile(
    r"""[(\[*_\s]*(?:
      (?:editor(?:ial|['’]?s|s['’]?)?['’]?s?\ )?notes?\ ?[:：—–-] | editor['’]?s?['’]?\ notes?\b |
      \d{1,2}\ +(?:the\ authors?|see|ibid|interviews?|author|cf\.|for\ (?:an?|the|more))\b |
      (?:acknowledge?ments?|disclosures?|funding|methodology)\b[^.:]{0,40}: |
      contact\ the\ (?:authors?|writers?|reporters?)\ at\ \S+@ |
      \((?:updates?|adds|corrects|recasts|refiles|rewrites)\ [^()]{5,120}\)$ |
      \(with\ [\w ,]{3,40}\)$ | \[\d{1,3}\]\ [A-Z] |
      a\ correction\ was\ made\ | (?:this|the)\ (?:interview|conversation)\ (?:was|has\ been)\ |
      (?:correction|clarification|disclaimer|editor['’]s\ comment|author['’]s\ note|update)
        (?:\ (?:on\ |\()?[A-Z][^:]{0,30})?\ ?[:：] |
      (?:additional\ |further\ )?(?:reporting|writing|editing|translation)\ (?:by|
      and\ \w+\ by)\ [A-Z] |
      with\ (?:additional\ )?(?:inputs?|reporting|contributions?|files)\ (?:from|by)\ |
      (?:the\ )?(?:author|writer)s?\ (?:is|are|was)\ (?:an?|the)\ |
      about\ the\ authors?\b | (?:video\ |photo\ )(?:reporters?|editors?)s?:\ [A-Z] |
      [A-Z][\w.]+\ [A-Z][^,]{0,60}\ reported\ from\ [A-Z] |
      (?:the\ )?(?:views?|opinions?)\ (?:and\ (?:views?|opinions?)\ )?(?:expressed|are\ (?:those|
      the)
        |in\ this) |
      this\ (?:article|story|report|piece|version|post|op-ed|commentary|essay|copy)\ (?:was|
      has\ been|is)
        \ (?:originally|first|also|corrected|updated|amended|republished|part\ of|translated|
        adapted|
        edited|produced|written\ by|refiled|by) |
      (?:\(.{2,40}\ with\ [A-Z].{1,30}\)$) | — \ ?with\ assistance\ (?:from|by) |
      (?:write|email|e-mail)\ (?:to\ )?[A-Z].{2,40}\ at\ \S+@ | (?:edited|translated)\ by:?\ [A-Z] |
      this\ (?:article|story|essay)\ (?:appear(?:s|ed)|ran)\b |
      appeared\ in\ the\ .{0,40}\bprint\ edition |
      this\ (?:article|story|report|piece)\ (?:reflects|does\ not\ (?:necessarily\ )?reflect)
    )""",
    re.X | re.I,
)
_CONTRIBUTED = re.compile(
    r"^[A-Z]\S+ [A-Z].{0,60} (?:receives? funding from|does not work for, consult)|"
    r"^[A-Z]\S+ [A-Z].{0,100} reported from [A-Z][\w, ]{2,40}\.$|"
    r"^[A-Z]\S+ [A-Z]\S+ contributed\.$|contributed (?:\w+ )?(?:reporting\b.{0,40}|"
    r"to (?:this|the|our) (?:report|story|article|piece)\b.{0,30})$"
)
# "Enditem" is what an agency puts behind the last full stop.
_END = re.compile(
    r"[.!?…](?: (?:Enditem|ENDS?|-30-))?['\"”’»)\]*■□\s]*(?:\[\w{1,3}\]| \([^()]{3,40}\))*$"
)
# A place or an office alone, cut off from its sentence: "Hong Kong CNN —".
_DATELINE = re.compile(r"[A-Z][\w., ]{1,40} ?(?:—|–|--)")
_TO_READER = re.compile(r"(?i)\b(?:you|your|our|us)\b")
_QUOTED = re.compile(r"[\"“”«»]|(?:^|\s)[‘'](?=\w)")
# Links of a menu that were copied without a space: "Contact UsWork with usSite Map".
_GLUE = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
# The name of a language in its own script: "中文", "العربية".
_FOREIGN = re.compile(r"[^\x00-\u024f]+")
# What was copied of a page's source: "<iframe src=...>".
_MARKUP = re.compile(r"<[a-z]+ [^>]*>.*", re.S)
_BULLET = re.compile(r"^(?:[•‣▪●◦∙·■□➢➤✓–*-]|\*)\s+(?=\S)")
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-h]\))\s+\S")

# Words. A line with a final stop and this many words is prose; without a stop it needs more.
SHORTEST_PROSE = 9
SHORTEST_UNSTOPPED = 28
LONGEST_HEADING = 14
LONGEST_LINK = 20


@dataclass(slots=True)
class Line:
    """One line of the page and what it was found to be.

    `fate` is "", a `BlockKind` value, "title", "byline", "date" or "dropped"; `reason` is set
    with "dropped".
    """

    text: str
    kind: RawKind = RawKind.UNKNOWN
    fate: str = ""
    reason: str = ""
    words: int = field(default=0)

    def drop(self, reason: str) -> None:
        """Keep the line aside for this reason."""
        self.fate, self.reason = "dropped", reason


def read_lines(raw: RawText) -> list[Line]:
    """Return the lines of a raw text, white space normalised, empty ones left out."""
    lines = []
    for block in raw.blocks:
        text = " ".join(block.text.split())
        if text:
            lines.append(Line(text, block.kind, words=text.count(" ") + 1))
    return lines


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return _END.search(text) is not None


def is_note(text: str) -> bool:
    """Say whether a paragraph speaks about the article: editor's note, correction, credits."""
    return bool(_NOTE.match(text) or (len(text) < 240 and _CONTRIBUTED.search(text)))


def is_prose(line: Line) -> bool:
    """Say whether a line is running text of an article."""
    if line.fate or line.kind in (RawKind.TITLE, RawKind.HEADING):
        return False
    if line.kind is RawKind.PARAGRAPH and line.words >= SHORTEST_PROSE:
        return True
    ended = ends_sentence(line.text) or line.text.endswith(":")
    return line.words >= SHORTEST_UNSTOPPED or (line.words >= SHORTEST_PROSE and ended)


def is_to_reader(line: Line) -> bool:
    """Say whether a short text speaks to the reader of the page and quotes nobody."""
    short = line.words <= boilerplate.LONGEST_BOX
    return short and bool(_TO_READER.search(line.text)) and not quotes(line.text)


def quotes(text: str) -> bool:
    """Say whether somebody's words stand in a text."""
    return _QUOTED.search(text) is not None


def is_spoken(text: str) -> bool:
    """Say whether a line is rather text of the article than a link: too long, or with a stop."""
    whole = text[0] == "(" and text[-1] == ")"
    stopped = ends_sentence(text) and text[-1] != "?" and not text.endswith("...")
    stopped = stopped or text[-1] == ";"
    return whole or stopped or text.count(" ") >= LONGEST_LINK


def mark_first(lines: list[Line]) -> None:
    """Mark what can be told from the line alone: boilerplate, notes, captions."""
    for line in lines:
        if line.kind is RawKind.TITLE:
            continue
        if line.kind is RawKind.FURNITURE:
            line.drop("furniture")
        elif boilerplate.is_bare(line.text):
            line.drop("menu")
        elif _DATELINE.fullmatch(line.text):
            line.drop("details")
        elif _is_scrap(line):
            line.drop("menu")
        elif is_note(line.text):
            line.fate = BlockKind.NOTE.value
        elif line.kind in (RawKind.UNKNOWN, RawKind.PARAGRAPH, RawKind.ITEM, RawKind.HEADING):
            _mark_unknown(line)
        if line.kind is RawKind.CAPTION and not line.fate:
            line.fate = BlockKind.CAPTION.value


def _is_scrap(line: Line) -> bool:
    """Say whether a line is a leftover of the page: a tag, a crumb, markup, glued links."""
    text = line.text
    crumb = line.words < 4 and (text[-1] in "|/›»" or text[0] == "#")
    crumb = crumb or text.startswith("^ ")
    foreign = len(text) <= 8 and _FOREIGN.fullmatch(text)
    glued = len(_GLUE.findall(text)) > 3 and not ends_sentence(text)
    return bool(crumb or foreign or glued or _MARKUP.fullmatch(_BULLET.sub("", text)))


def _mark_unknown(line: Line) -> None:
    reason = boilerplate.reason_to_drop(line.text)
    # "Next" and "Books" may be buttons, but not where the source says that they head a text.
    heads = reason == "menu" and line.kind is RawKind.HEADING
    if boilerplate.is_link(line.text):
        line.drop("menu")
    elif captions.is_credit(line.text):
        line.drop("credit")
    elif captions.is_caption(line.text):
        line.fate = BlockKind.CAPTION.value
    elif reason and not heads:
        line.drop(reason)


def rescue_headings(lines: list[Line]) -> None:
    """Take back one-word labels such as "Economy" that stand as headings between paragraphs."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            line.reason in ("menu", "cookies")
            and line.words <= 3
            and not boilerplate.is_bare(line.text)
            and is_prose(before)
            and is_prose(after)
            and after.words >= SHORTEST_PROSE
            and not re.match(r"(?i)(skip|back|menu|i agree|accept|continue)\b", line.text)
        ):
            line.fate, line.reason = BlockKind.HEADING.value, ""


def mark_items(line: Line, numbered: bool) -> None:
    """Mark list items and quotations that the text itself shows, and take off the bullet."""
    if bullet := _BULLET.match(line.text):
        line.text = line.text[bullet.end() :]
        line.fate = BlockKind.ITEM.value
    elif line.text.startswith("> "):
        line.text = line.text[2:]
        line.fate = BlockKind.QUOTE.value
    elif numbered and is_numbered(line):
        line.fate = BlockKind.ITEM.value


def is_numbered(line: Line) -> bool:
    """Say whether a line begins with a number as list items do."""
    return not line.fate and line.words > 1 and _NUMBERED.match(line.text) is not None


def is_numbered_heading(line: Line, below: Line) -> bool:
    """Say whether a line is a heading with a number: "2. What breaks cables", text under it."""
    short = line.words <= LONGEST_HEADING and not ends_sentence(line.text)
    return short and is_numbered(line) and is_prose(below) and not is_numbered(below)


def is_bulleted(text: str) -> bool:
    """Say whether a line begins with a bullet."""
    return _BULLET.match(text) is not None


def is_dated(line: Line) -> bool:
    """Say whether a line begins an article's head: links carry no byline and no date alone."""
    return not line.fate and bool(headline.byline_of(line.text) or headline.is_date(line.text))
