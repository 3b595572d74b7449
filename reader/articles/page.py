"""Read a page line by line: what each line is, and where the article begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from reader.articles import boilerplate, captions, headline
from reader.articles.article import BlockKind
from reader.articles.raw import RawKind, RawText
from reader.articles.sentences import split_sentences

_NOTE = re.compile(
    r"""[(\[*_\s]*(?:
      (?:editor(?:ial|['’]?s|s['’]?)?['’]?s?\ )?notes?\ ?[:：—–-] | editor['’]?s?['’]?\ notes?\b |
      (?:correction|clarification|disclaimer|editor['’]s\ comment|author['’]s\ note|update)
        (?:\ (?:on\ |\()?[A-Z][^:]{0,30})?\ ?[:：] |
      (?:additional\ |further\ )?(?:reporting|writing|editing|translation)\ (?:by|
      and\ \w+\ by)\ [A-Z] |
      with\ (?:additional\ )?(?:inputs?|reporting|contributions?|files)\ (?:from|by)\ |
      (?:the\ )?(?:author|writer)s?\ (?:is|are|was)\ (?:an?|the)\ |
      about\ the\ authors?\b | [A-Z][\w.]+\ [A-Z][^,]{0,60}\ reported\ from\ [A-Z] |
      (?:the\ )?(?:views?|opinions?)\ (?:and\ (?:views?|opinions?)\ )?(?:expressed|are\ (?:those|
      the)
        |in\ this) |
      this\ (?:article|story|report|piece|version|post|op-ed|commentary|essay|copy)\ (?:was|
      has\ been|is)
        \ (?:originally|first|also|corrected|updated|amended|republished|part\ of|translated|
        adapted|
        edited|produced|written\ by|refiled|by) |
      this\ (?:article|story|report|piece)\ (?:reflects|does\ not\ (?:necessarily\ )?reflect)
    )""",
    re.X | re.I,
)
_CONTRIBUTED = re.compile(r"contributed (?:\w+ )?(?:to|reporting)\b.{0,40}$", re.I)
_END = re.compile(r"[.!?…]['\"”’»)\]*■□\s]*$")
_BULLET = re.compile(r"^(?:[•‣▪●◦∙·■□➢➤✓–*-]|\*)\s+(?=\S)")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s+\S")
_READER = re.compile(r"(?i)\b(you|your|our)\b")

# Words. A line with a final stop and this many words is prose; without a stop it needs more.
SHORTEST_PROSE = 9
SHORTEST_UNSTOPPED = 28
LONGEST_HEADING = 14


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
    return line.words >= SHORTEST_UNSTOPPED or (
        line.words >= SHORTEST_PROSE and ends_sentence(line.text)
    )


def mark_first(lines: list[Line]) -> None:
    """Mark what can be told from the line alone: boilerplate, notes, captions."""
    for line in lines:
        if line.kind is RawKind.TITLE:
            continue
        if line.kind is RawKind.FURNITURE:
            line.drop("furniture")
        elif boilerplate.is_bare(line.text):
            line.drop("menu")
        elif is_note(line.text):
            line.fate = BlockKind.NOTE.value
        elif line.kind in (RawKind.UNKNOWN, RawKind.PARAGRAPH, RawKind.ITEM, RawKind.HEADING):
            _mark_unknown(line)
        if line.kind is RawKind.CAPTION and not line.fate:
            line.fate = BlockKind.CAPTION.value


def _mark_unknown(line: Line) -> None:
    if captions.is_credit(line.text):
        line.drop("credit")
    elif captions.is_caption(line.text):
        line.fate = BlockKind.CAPTION.value
    elif reason := boilerplate.reason_to_drop(line.text):
        line.drop(reason)


def rescue_headings(lines: list[Line]) -> None:
    """Take back one-word labels such as "Economy" that stand as headings between paragraphs."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            line.reason in ("menu", "cookies")
            and line.words <= 3
            and is_prose(before)
            and is_prose(after)
            and after.words >= SHORTEST_PROSE
            and not re.match(r"(?i)(skip|back|menu|i agree|accept|continue)\b", line.text)
        ):
            line.fate, line.reason = BlockKind.HEADING.value, ""


def find_title(lines: list[Line], hint: str) -> int:
    """Return the index of the headline, -1 where the page has none."""
    for index, line in enumerate(lines):
        if line.kind is RawKind.TITLE and not line.fate:
            return index
    wanted = captions.letters(hint)
    first = next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))
    if wanted:
        for index, line in enumerate(lines[: first + 12]):
            letters = captions.letters(line.text)
            if not line.fate and line.words >= 3 and (letters in wanted or wanted in letters):
                return index
    early = [i for i in range(first) if _may_be_title(lines[i])]
    if early:
        return _best(lines, early)
    late = [i for i in range(first, min(first + 12, len(lines))) if _titled(lines, i)]
    if late:
        return late[0]
    return _sentence_title(lines, first)


def _may_be_title(line: Line) -> bool:
    if line.fate or line.words > 32 or line.text[-1] in ".,;:" or not line.text[0].isprintable():
        return False
    if re.search(r"\s[>›»/]\s", line.text) or _BULLET.match(line.text):
        return False
    return not any(headline.is_detail(part) for part in headline.parts_of(line.text)[:3])


def _best(lines: list[Line], candidates: list[int]) -> int:
    """Return the first long candidate of the last group; menus part the groups."""
    group: list[int] = []
    for index in candidates:
        between = lines[group[-1] + 1 : index] if group else []
        menus = sum(1 for line in between if line.reason in ("menu", "account", "search"))
        if menus >= 2 and lines[index].words >= 4:
            group = []
        group.append(index)
    candidates = group
    for least in (4, 3, 2, 1):
        for index in candidates:
            if lines[index].words >= least:
                return index
    return candidates[0]


def _titled(lines: list[Line], index: int) -> bool:
    """Say whether a line after some prose is a headline: a byline or a date follows it."""
    line = lines[index]
    return (
        line.words >= 3
        and _may_be_title(line)
        and any(
            not after.fate and any(headline.is_detail(p) for p in headline.parts_of(after.text))
            for after in lines[index + 1 : index + 10]
        )
    )


def _sentence_title(lines: list[Line], first: int) -> int:
    """Return `first` where a short sentence heads a longer paragraph, else -1."""
    rest = [line for line in lines[first + 1 :] if is_prose(line)]
    if first < len(lines) and rest and lines[first].words <= 16 < rest[0].words:
        return first
    return -1


def drop_before(lines: list[Line], title: int, reason: str = "menu") -> None:
    """Drop the menus and banners in front of the headline; keep prose that is not to the reader."""
    for index, line in enumerate(lines[:title]):
        if line.fate:
            continue
        near = {other.reason for other in lines[max(0, index - 2) : index + 3]}
        to_reader = _READER.search(line.text) and line.words <= boilerplate.LONGEST_BOX
        if not is_prose(line):
            line.drop(reason)
        elif to_reader and near & {"cookies", "account", "newsletter"}:
            line.drop("cookies" if "cookies" in near else "account")


def drop_related(lines: list[Line]) -> None:
    """Drop the links that follow "Related", "Most read" and such, up to the next prose."""
    total = sum(line.words for line in lines if is_prose(line)) or 1
    seen = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        seen += line.words if is_prose(line) else 0
        index += 1
        if line.fate == "dropped" and boilerplate.opens_list(line.text):
            index = _drop_links(lines, index, late=seen > 0.6 * total)


def _drop_links(lines: list[Line], start: int, late: bool) -> int:
    """Drop the links from `start` on; return the index of the first line that is none."""
    if late and _only_teasers(lines[start:]):
        for line in lines[start:]:
            if not line.fate or line.fate == BlockKind.CAPTION.value:
                line.drop("related")
        return len(lines)
    end = start
    while end < len(lines) and not is_prose(lines[end]) and not _is_dated(lines[end]):
        end += 1
    links = [line for line in lines[start:end] if not line.fate]
    # The last short line before prose goes on is rather the heading of that prose.
    if end < len(lines) and len(links) > 1 and links[-1].words <= 5:
        links.pop()
    for line in links:
        if line.kind is not RawKind.HEADING:
            line.drop("related")
    return end


def _is_dated(line: Line) -> bool:
    """Say whether a line begins an article's head: links carry no byline and no date alone."""
    return not line.fate and bool(headline.byline_of(line.text) or headline.is_date(line.text))


def _only_teasers(rest: list[Line]) -> bool:
    """Say whether no article goes on here: as many headlines as paragraphs, and short ones."""
    prose = [line for line in rest if is_prose(line)]
    links = [line for line in rest if not line.fate and not is_prose(line)]
    return len(links) >= len(prose) and all(
        line.words < 20 and len(split_sentences(line.text)) == 1 for line in prose
    )


def drop_repeats(lines: list[Line], title: int) -> None:
    """Drop second copies of a caption, of the headline or of any text of four words and more.

    Where one copy carries more (the picture's credit), that one is kept if it stands beside.
    """
    seen: dict[str, int] = {}
    if title >= 0:
        seen[captions.letters(lines[title].text)] = title
    for index, line in enumerate(lines):
        if index == title or line.fate == "dropped" or line.words < 4:
            continue
        key = captions.without_credit(line.text)
        first = seen.setdefault(key, index)
        if first == index:
            continue
        fuller = first != title and index - first <= 4 and line.words > lines[first].words
        keep, lose = (index, first) if fuller else (first, index)
        close = abs(index - first) <= 4 and first != title
        if close and not lines[keep].fate and line.words <= captions.LONGEST_CAPTION:
            lines[keep].fate = BlockKind.CAPTION.value
        lines[lose].drop("repeated")
        seen[key] = keep


def drop_promotions(lines: list[Line]) -> None:
    """Drop what stands between "skip past newsletter promotion" and "after" it."""
    starts = [i for i, line in enumerate(lines) if line.text.lower().startswith("skip past ")]
    for start in starts:
        for end in range(start + 1, min(start + 10, len(lines))):
            if re.match(r"(?i)(after|end of) .{0,30}promotion", lines[end].text):
                for line in lines[start : end + 1]:
                    line.drop("newsletter")
                break


def mark_credited(lines: list[Line]) -> None:
    """Mark as a caption the line right above "Credit...": the page itself says what it is."""
    for line, after in pairwise(lines):
        credited = after.reason == "credit" and after.text.lower().startswith("credit")
        if credited and not line.fate and line.words <= captions.LONGEST_CAPTION:
            line.fate = BlockKind.CAPTION.value


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
