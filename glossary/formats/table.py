"""Terms from the rows of a table and back, for CSV, TSV and XLSX alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from glossary.errors import UnreadableGlossary
from glossary.formats.cells import join, split
from glossary.formats.columns import (
    COLUMNS,
    guessed_header,
    has_han,
    header_of,
    is_swapped,
    says_simplified,
    swapped,
)
from glossary.formats.result import (
    MAX_CELL,
    MAX_TERMS,
    Progress,
    ReadResult,
    Rejected,
    silent,
    told,
)
from glossary.formats.scripts import are_traditional, with_simplified
from glossary.term import Term, TermStatus

Row = tuple[int, Sequence[str]]
_SAMPLE = 200
_CASE_NOTE = re.compile(r"match=case-sensitive(?: for (\w+))?")
_LETTER = re.compile(r"[A-Za-z]")
_STATUSES = {status.value: status for status in TermStatus}


def slug(headword: str) -> str:
    """An id made from an English headword: at most 60 characters of a-z, 0-9 and hyphens."""
    plain = unicodedata.normalize("NFKD", headword).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "term"


def terms_from_rows(rows: Iterable[Row], progress: Progress = silent) -> ReadResult:
    """The terms in numbered rows, with or without a header, in either order of languages.

    Raises UnreadableGlossary when there are more than 200,000 rows or no two columns.
    """
    numbered = ((line, [cell.strip() for cell in cells]) for line, cells in rows)
    filled = [(line, cells) for line, cells in islice(numbered, MAX_TERMS + 1) if any(cells)]
    if len(filled) > MAX_TERMS:
        raise UnreadableGlossary("This file has over {limit} lines.", limit=MAX_TERMS)
    if not filled:
        raise UnreadableGlossary("This file is empty.")
    header = filled[0][1]
    columns = header_of(header)
    body = filled[1:] if columns else filled
    sample = [cells for _, cells in body[:_SAMPLE]]
    if columns and "zh_hans" not in columns:
        columns[columns.index("zh_hant")] = "zh_hans"
    if columns is None:
        if max(map(len, sample)) < 2:
            raise UnreadableGlossary(
                "This file has one column only. A glossary needs an English and a Chinese one."
            )
        columns = guessed_header(sample)
    elif is_swapped(columns, sample):
        columns = swapped(columns)
    result = _collect(body, columns, progress)
    return result if says_simplified(header) else _in_one_script(result)


def _in_one_script(result: ReadResult) -> ReadResult:
    if not result.terms or not are_traditional([term.rendering for term in result.terms]):
        return result
    return replace(result, terms=tuple(with_simplified(result.terms)))


def _collect(body: Sequence[Row], columns: Sequence[str], progress: Progress) -> ReadResult:
    terms: dict[str, Term] = {}
    rejected: list[Rejected] = []
    has_case = "case_sensitive" in columns
    for line, cells in told(body, len(body), progress):
        record = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
        reason = reason_against(record)
        if not reason:
            term = term_of(record, read_case_note=not has_case)
            if not record.get("id"):
                term = with_free_id(term, terms)
            if term.id not in terms:
                terms[term.id] = term
                continue
            reason = "Another line has the same id."
        rejected.append(Rejected(line, reason, "\t".join(cells)[:MAX_CELL]))
    has_status = not {"status", "verified"}.isdisjoint(columns)
    if "blocked" in columns:
        return ReadResult(tuple(terms.values()), tuple(rejected), has_status)
    # Late, as the shipped glossary, which names its contexts, is itself read by this module.
    from glossary.senses import with_known_contexts

    known = with_known_contexts(tuple(terms.values()))
    return ReadResult(known, tuple(rejected), has_status)


def reason_against(record: Mapping[str, str]) -> str:
    """Why a record cannot be a term; "" when it can."""
    english, chinese = record.get("en", ""), record.get("zh_hans", "")
    if not english:
        return "There is no English in this line."
    if not chinese:
        return "There is no Chinese in this line."
    if any(len(cell) > MAX_CELL for cell in record.values()):
        return "A cell in this line is too long."
    if has_han(english) and not _LETTER.search(english):
        return "There is Chinese where the English should be."
    status = record.get("status", "").lower()
    if status and status not in _STATUSES:
        return "The status in this line is not draft, approved or retired."
    return ""


def term_of(record: Mapping[str, str], *, read_case_note: bool = False) -> Term:
    """The term in a record that `reason_against` found nothing against.

    `verified` "no" makes a draft where no status is given: a draft is matched like an approved
    term, and shown as not yet checked. `read_case_note`: understand `match=case-sensitive` in the
    note.
    """
    get = record.get
    variants = split(get("en_variants", ""))
    case = split(get("case_sensitive", ""))
    if read_case_note:
        case = _cases_in_note(get("note", ""), (record["en"], *variants))
    is_draft = get("verified", "").lower() in ("no", "false", "0", "否")
    status = _STATUSES.get(get("status", "").lower())
    return Term(
        id=get("id") or slug(record["en"]),
        headword=record["en"],
        rendering=record["zh_hans"],
        variants=variants,
        accepted=split(get("zh_variants", "")),
        case_sensitive=case,
        traditional=get("zh_hant", ""),
        pinyin=get("pinyin", ""),
        category=get("category", ""),
        definition_en=get("definition_en", ""),
        definition_zh=get("definition_zh", ""),
        note=get("note", ""),
        example_en=get("example_en", ""),
        example_zh=get("example_zh", ""),
        source=get("source", ""),
        year=get("first_seen", ""),
        status=status or (TermStatus.DRAFT if is_draft else TermStatus.APPROVED),
        updated_by=get("updated_by", ""),
        updated_at=get("updated_at", ""),
        blocked=split(get("blocked", "")),
    )


def _cases_in_note(note: str, forms: Sequence[str]) -> tuple[str, ...]:
    found = _CASE_NOTE.search(note)
    if not found:
        return ()
    if found[1]:
        plain = found[1].replace(".", "")
        return tuple(form for form in forms if form.replace(".", "") == plain)
    return tuple(form for form in forms if " " not in form)


def with_free_id(term: Term, taken: Mapping[str, Term]) -> Term:
    """`term`, with a number behind its id when that is taken."""
    number, wanted = 2, term.id
    while term.id in taken:
        term = replace(term, id=f"{wanted}-{number}")
        number += 1
    return term


def rows_of_terms(terms: Iterable[Term]) -> Iterator[list[str]]:
    """The header and one row of cells for each term."""
    yield list(COLUMNS)
    for term in terms:
        record = record_of(term)
        yield [record[column] for column in COLUMNS]


def record_of(term: Term) -> dict[str, str]:
    """The cells of a term by column."""
    return {
        "id": term.id,
        "en": term.headword,
        "en_variants": join(term.variants),
        "zh_hans": term.rendering,
        "zh_variants": join(term.accepted),
        "zh_hant": term.traditional,
        "pinyin": term.pinyin,
        "category": term.category,
        "definition_en": term.definition_en,
        "definition_zh": term.definition_zh,
        "note": term.note,
        "example_en": term.example_en,
        "example_zh": term.example_zh,
        "first_seen": term.year,
        "source": term.source,
        "verified": "no" if term.status is TermStatus.DRAFT else "yes",
        "status": term.status.value,
        "case_sensitive": join(term.case_sensitive),
        "blocked": join(term.blocked),
        "updated_by": term.updated_by,
        "updated_at": term.updated_at,
    }
