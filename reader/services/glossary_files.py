"""Glossary files: what one would change, taking it in as decided, and giving one out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from glossary import Clash, GlossaryError, Preview, Term, compare
from glossary.formats import FORMATS, Progress, ReadResult, read, write
from glossary.formats.result import silent
from glossary.formats.table import with_free_id
from glossary.merge import filled
from reader.errors import NotFound, UnreadableFile
from reader.services import term_edits
from reader.services.exporting import file_name
from reader.services.glossary import open_glossary
from reader.services.rechecking import PERSON
from reader.services.term_edits import stamped
from reader.store import terms as store
from reader.store.glossaries import GlossaryCard
from reader.store.terms import Written
from reader.toolbox import Toolbox


class Decision(StrEnum):
    """What becomes of an imported term whose English has another rendering in the glossary."""

    KEEP = "keep"
    REPLACE = "replace"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided: for every clash by its number, for the others, for changed terms."""

    clashes: Mapping[int, Decision]
    other_clashes: Decision = Decision.KEEP
    update: bool = True


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A glossary as a file: its name, its media type and its bytes."""

    name: str
    media_type: str
    data: bytes


def parse(data: bytes, name: str, progress: Progress = silent) -> ReadResult:
    """The terms of a file; `progress` is told how many lines are read. Raises `UnreadableFile`."""
    try:
        return read(data, name, progress)
    except GlossaryError as error:
        raise UnreadableFile(error.message, **error.values) from error


def preview(tools: Toolbox, glossary_id: int, result: ReadResult) -> tuple[GlossaryCard, Preview]:
    """What the terms of a file would do to a glossary.

    Raises `NotFound`.
    """
    card, catalogue = open_glossary(tools, glossary_id)
    return card, compare(catalogue.terms, result)


def write_preview(
    tools: Toolbox, glossary_id: int, found: Preview, decisions: Decisions
) -> Written | None:
    """Write what a preview holds, as decided, in one change; None where nothing differs.

    The articles are not checked yet.
    """
    _, catalogue = open_glossary(tools, glossary_id)
    by_id = dict(catalogue.by_id)
    updated = [each.new for each in found.changed] if decisions.update else []
    for number, clash in enumerate(found.conflicting):
        decision = decisions.clashes.get(number, decisions.other_clashes)
        if decision is not Decision.KEEP:
            updated.append(_settled(clash, decision))
    new = []
    for term in found.new:
        free = with_free_id(term, by_id)
        by_id[free.id] = free
        new.append(free)

    def signed(at: datetime) -> list[Term]:
        # A new term keeps who made it and when, so that what was exported comes back the same.
        return [
            *(stamped(term, at) for term in updated),
            *(term if term.updated_at else stamped(term, at) for term in new),
        ]

    return term_edits.write(
        tools,
        glossary_id,
        lambda session, at: store.save(
            session, glossary_id, signed(at), person=PERSON, action="imported", at=at
        ),
    )


def export(tools: Toolbox, glossary_id: int, format_name: str) -> GlossaryFile:
    """A glossary as a file; `format_name` is a key of `glossary.formats.FORMATS`.

    Raises `NotFound`.
    """
    if format_name not in FORMATS:
        raise NotFound("There is no glossary format named “{name}”.", name=format_name)
    card, catalogue = open_glossary(tools, glossary_id)
    form = FORMATS[format_name]
    name = file_name(card.name, form.suffix)
    return GlossaryFile(name, form.media_type, write(catalogue.terms, format_name))


def _settled(clash: Clash, decision: Decision) -> Term:
    if decision is Decision.REPLACE:
        return filled(clash.existing, clash.imported)
    accepted = (*clash.existing.accepted, clash.imported.rendering)
    return replace(clash.existing, accepted=tuple(dict.fromkeys(accepted)))
