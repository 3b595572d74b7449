"""Glossary files: taking one in, after a look at what it would change, and giving one out.

An uploaded file is kept in the data folder until the person agrees. It is compared anew when it is
applied, so that what was changed meanwhile is not lost.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from glossary import Clash, GlossaryError, Preview, Term, compare
from glossary.formats import FORMATS, ReadResult, read, write
from glossary.formats.table import with_free_id
from glossary.merge import filled
from reader.errors import NotFound, UnreadableFile
from reader.services.exporting import file_name
from reader.services.glossary import open_glossary
from reader.services.rechecking import PERSON
from reader.services.term_edits import Change, change, stamped
from reader.store import terms as store
from reader.store.glossaries import GlossaryCard
from reader.toolbox import Toolbox

KEPT_SECONDS = 24 * 60 * 60
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


class Decision(StrEnum):
    """What becomes of an imported term whose English has another rendering in the glossary."""

    KEEP = "keep"
    REPLACE = "replace"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that waits for its person's word: `token` names it; `preview` is what it would do."""

    token: str
    card: GlossaryCard
    preview: Preview


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


def upload(tools: Toolbox, glossary_id: int, data: bytes, name: str) -> Upload:
    """Read a file, compare it with a glossary, and keep it for `apply`.

    Raises `NotFound`, and `UnreadableFile` for what is no glossary.
    """
    card, preview = _preview(tools, glossary_id, parse(data, name))
    folder = _folder(tools)
    folder.mkdir(parents=True, exist_ok=True)
    _purge(folder)
    token = secrets.token_urlsafe(16)
    (folder / token).write_bytes(Path(name).suffix.encode()[:10] + b"\n" + data)
    return Upload(token, card, preview)


def preview(tools: Toolbox, glossary_id: int, token: str) -> Upload:
    """An upload once more.

    Raises `NotFound` when it is not kept any more.
    """
    card, found = _preview(tools, glossary_id, _kept(tools, token))
    return Upload(token, card, found)


def apply(tools: Toolbox, glossary_id: int, token: str, decisions: Decisions) -> Change:
    """Do what was looked at and agreed to, in one change, and forget the file.

    Raises `NotFound`.
    """
    _, found = _preview(tools, glossary_id, _kept(tools, token))
    made = apply_preview(tools, glossary_id, found, decisions)
    (_folder(tools) / token).unlink(missing_ok=True)
    return made


def apply_preview(tools: Toolbox, glossary_id: int, found: Preview, decisions: Decisions) -> Change:
    """Write what a preview holds, as decided, in one change."""
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

    return change(
        tools,
        glossary_id,
        lambda session, at: store.save(
            session, glossary_id, signed(at), person=PERSON, action="imported", at=at
        ),
    )


def compare_with(tools: Toolbox, glossary_id: int, result: ReadResult) -> Preview:
    """What the terms of a file would do to a glossary; `glossary_id` 0 is a new, empty one.

    Raises `NotFound`.
    """
    return _preview(tools, glossary_id, result)[1] if glossary_id else compare((), result)


def parse(data: bytes, name: str) -> ReadResult:
    """The terms of a file. Raises `UnreadableFile`."""
    try:
        return read(data, name)
    except GlossaryError as error:
        raise UnreadableFile(error.message, **error.values) from error


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


def _preview(tools: Toolbox, glossary_id: int, result: ReadResult) -> tuple[GlossaryCard, Preview]:
    card, catalogue = open_glossary(tools, glossary_id)
    return card, compare(catalogue.terms, result)


def _kept(tools: Toolbox, token: str) -> ReadResult:
    path = _folder(tools) / token
    if not _TOKEN.fullmatch(token) or not path.is_file():
        raise NotFound("This file is not kept any more. Please choose it again.")
    suffix, _, data = path.read_bytes().partition(b"\n")
    return parse(data, "upload" + suffix.decode("utf-8", "replace"))


def _folder(tools: Toolbox) -> Path:
    return tools.settings.data / "imports"


def _purge(folder: Path) -> None:
    oldest = time.time() - KEPT_SECONDS
    for path in folder.iterdir():
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
