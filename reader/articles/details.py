"""Take the byline and the date from the lines around the headline and at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.articles import headline, page
from reader.articles.page import Line
from reader.articles.raw import RawKind

# Words of running text that may stand between a headline and its byline.
_LONGEST_SUMMARY = 60


@dataclass(slots=True)
class Details:
    """Bylines and dates as they are found, in order."""

    names: list[str] = field(default_factory=list)
    agency: str = ""
    date: str = ""


def undetailed(lines: list[Line], title: int) -> list[Line]:
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
    if headline.described_author(line.text):
        return True
    return line.kind in (RawKind.BYLINE, RawKind.DATE) or any(
        headline.is_date(part) or headline.byline_of(part) for part in headline.parts_of(line.text)
    )


def take_details(lines: list[Line], title: int) -> tuple[list[Line], Details]:
    """Take bylines and dates from the lines around the headline and at the end."""
    details = Details()
    first = body_start(lines, title)
    last = body_end(lines)
    result: list[Line] = []
    for index, line in enumerate(lines):
        near_title = title - 4 <= index < first
        if not line.fate and index != title and line.kind in (RawKind.BYLINE, RawKind.DATE):
            result += _take_hinted(line, details)
        elif not line.fate and index != title and (near_title or index > last):
            result += _take_line(line, details, bare_names=near_title and index > title)
        elif line.reason == "details" and near_title and _has_parts(line.text):
            result += _take_line(line, details, bare_names=False)
        else:
            result.append(line)
    return result, details


def drop_dateline(lines: list[Line], title: int) -> None:
    """Drop a dateline that was broken over lines: "Tokyo", "CNN", "—", then the first words."""
    for index in range(title + 2, min(title + 40, len(lines))):
        agency = headline.is_agency(lines[index].text)
        after = lines[index + 1 : index + 2]
        if agency and after and after[0].text in ("—", "–", "-", "--"):
            for line in lines[max(index - 1, title + 1) : index + 1]:
                if not line.fate and line.words < 5:
                    line.drop("details")


def _has_parts(text: str) -> bool:
    parts = headline.parts_of(text)
    return len(parts) > 1 and any(headline.is_date(p) or headline.byline_of(p) for p in parts)


def body_start(lines: list[Line], title: int) -> int:
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
    if headline.described_author(line.text):
        return True
    parts = headline.parts_of(line.text)
    return line.words <= 25 and all(headline.is_detail(part) for part in parts)


def body_end(lines: list[Line]) -> int:
    kept = [index for index, line in enumerate(lines) if page.is_prose(line)]
    return kept[-1] if kept else -1


def _take_hinted(line: Line, details: Details) -> list[Line]:
    """Take a line that the page itself marks as a byline or a date."""
    if line.kind is RawKind.DATE and (headline.is_date(line.text) or not details.date):
        return _take_date(line, details)
    text = headline.byline_of(line.text) or line.text
    if line.words > 30 or text in details.names:
        line.drop("details")
        return [line]
    return _take_line(line, details, bare_names=True) if headline.is_detail(text) else [line]


def _take_date(line: Line, details: Details) -> list[Line]:
    if details.date or headline.is_time(line.text):
        line.drop("details")
    else:
        details.date, line.fate = line.text, "date"
    return [line]


def _take_line(line: Line, details: Details, bare_names: bool) -> list[Line]:
    """Split a line into its details; return it unchanged where it is something else."""
    if page.is_prose(line) and not _only_details(line):
        return [line]
    if described := headline.described_author(line.text):
        author, who = (Line(text, line.kind, words=text.count(" ") + 1) for text in described)
        who.drop("details")
        return [*_take_part(author, details, bare_names), who]
    parts = headline.parts_of(line.text)
    if bare_names and (column := headline.column_and_author(line.text)):
        label = Line(column[0], line.kind, words=column[0].count(" ") + 1)
        label.drop("details")
        author = Line(column[1], line.kind, words=column[1].count(" ") + 1)
        return [label, *_take_part(author, details, bare_names)]
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
        taken += _take_part(piece, details, bare_names)
    return taken


def _take_part(piece: Line, details: Details, bare_names: bool) -> list[Line]:
    if headline.is_date(piece.text):
        return _take_date(piece, details)
    if names := headline.byline_of(piece.text):
        return _take_names(piece, names, details)
    if bare_names and headline.is_agency(piece.text) and not details.agency:
        details.agency, piece.fate = piece.text, "agency"
    elif bare_names and headline.is_names(piece.text):
        return _take_names(piece, piece.text, details)
    else:
        piece.drop("details")
    return [piece]


def _take_names(piece: Line, names: str, details: Details) -> list[Line]:
    """Part a byline into the label "By", the names, and the author's role."""
    names, role = headline.name_and_role(names)
    label = piece.text.removesuffix(role).rstrip(" ,").removesuffix(names).strip()
    if len(details.names) > 3 or names in ", ".join(details.names):
        piece.drop("details")
        return [piece]
    details.names.append(names)
    parted = [(label, "dropped"), (names, "byline"), (role, "dropped")]
    return [
        Line(text, piece.kind, fate, "details" if fate == "dropped" else "", text.count(" ") + 1)
        for text, fate in parted
        if text
    ]
