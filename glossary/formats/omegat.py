"""OmegaT glossaries: source term, target term, comment; apart by tabs; UTF-8; no header.

See "Glossaries" in the OmegaT manual. There is one line for each English form. Only headword,
variants, rendering and note are held, and of those no tabs, line breaks or leading #.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from glossary.formats.columns import guessed_header
from glossary.formats.result import Progress, ReadResult, Rejected, check_size, silent, told
from glossary.formats.table import reason_against, slug, with_free_id
from glossary.formats.text import decode
from glossary.term import Term

_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_VARIANT_OF = "= "
_SAMPLE = 200


def read(data: bytes, progress: Progress = silent) -> ReadResult:
    """The terms of an OmegaT glossary. Raises UnreadableGlossary.

    A line whose comment is "= headword" is a variant of that term, as `write` makes it. Lines
    that start with # are comments.
    """
    check_size(data)
    lines = list(_lines(decode(data)))
    columns = guessed_header([cells for _, cells in lines[:_SAMPLE]] or [["", ""]])
    terms: dict[str, Term] = {}
    variants: dict[tuple[str, str], list[str]] = {}
    rejected: list[Rejected] = []
    for line, cells in told(lines, len(lines), progress):
        record = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
        reason = reason_against(record)
        if reason:
            rejected.append(Rejected(line, reason, "\t".join(cells)))
            continue
        note = record.get("note", "")
        if note.startswith(_VARIANT_OF):
            key = (note.removeprefix(_VARIANT_OF), record["zh_hans"])
            variants.setdefault(key, []).append(record["en"])
            continue
        term = Term(slug(record["en"]), record["en"], record["zh_hans"], note=note)
        term = with_free_id(term, terms)
        terms[term.id] = term
    whole = tuple(_with_variants(terms.values(), variants))
    return ReadResult(whole, tuple(rejected), has_status=False)


def write(terms: Iterable[Term]) -> bytes:
    """An OmegaT glossary with a line for every English form of every term."""
    lines = []
    for term in terms:
        lines.append(_line(term.headword, term.rendering, term.note))
        lines += [
            _line(form, term.rendering, _VARIANT_OF + term.headword) for form in term.variants
        ]
    return "".join(lines).encode("utf-8")


def _line(*cells: str) -> str:
    return "\t".join(_BREAKS.sub(" ", cell).strip() for cell in cells) + "\n"


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.rstrip("\r").split("\t", 2)]


def _with_variants(
    terms: Iterable[Term], variants: dict[tuple[str, str], list[str]]
) -> Iterator[Term]:
    for term in terms:
        forms = variants.get((term.headword, term.rendering), ())
        yield replace(term, variants=tuple(dict.fromkeys(forms)))
