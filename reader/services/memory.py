"""The translation memory: what people approved here, and what files brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.errors import EmptyInput
from reader.store import memory
from reader.toolbox import Toolbox
from reader.translation import tmx
from reader.translation.memory import FuzzyMatch, TranslationMemory, Unit

LONGEST = 5000


@dataclass(frozen=True, slots=True)
class Size:
    """How many sentences were approved here, and how many pairs came from files."""

    approved: int
    imported: int


@dataclass(frozen=True, slots=True)
class Imported:
    """How many pairs of a file are new, replaced another Chinese, or were known already."""

    new: int
    replaced: int
    known: int


def recall(tools: Toolbox, source: str) -> str | None:
    """The Chinese of a sentence that the memory knows exactly, else None."""
    with tools.database.reading() as session:
        return memory.recall(session, source)


def fuzzy(tools: Toolbox, source: str, limit: int = 3) -> tuple[FuzzyMatch, ...]:
    """The units with a source like this one, the likest first; exact ones count too.

    The index of all units is kept in this process and built again only when one has changed.
    """
    found = [match for kept in _memories(tools) for match in kept.fuzzy(source, limit)]
    unique = {(match.unit.source, match.unit.target): match for match in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda match: -match.score)[:limit])


def size(tools: Toolbox) -> Size:
    """How large the memory is."""
    with tools.database.reading() as session:
        return Size(memory.approved_state(session)[0], memory.imported_count(session))


def import_tmx(tools: Toolbox, data: bytes, name: str = "") -> Imported:
    """Add the pairs of a TMX file; `name` is remembered as the origin of those without one.

    Raises `InputTooLarge`, `UnreadableFile` and `EmptyInput`.
    """
    units = [_named(unit, name) for unit in tmx.read(data) if _is_usable(unit)]
    if not units:
        raise EmptyInput("This translation memory has no pair of English and Chinese.")
    with tools.database.writing() as session:
        new, replaced = memory.add(session, units)
    return Imported(new, replaced, len(units) - new - replaced)


def export_tmx(tools: Toolbox) -> bytes:
    """The whole memory as a TMX file: what files brought, then what was approved here."""
    with tools.database.reading() as session:
        units = {u.source: u for u in (*memory.imported(session), *memory.approved(session))}
    return tmx.write(units.values())


def forget_imported(tools: Toolbox) -> int:
    """Forget all pairs that came from files; how many."""
    with tools.database.writing() as session:
        return memory.clear(session)


def _memories(tools: Toolbox) -> Sequence[TranslationMemory]:
    # Two, so that approving one sentence does not index a large file again.
    with tools.database.reading() as session:

        def make(units: Callable[[], Iterable[Unit]]) -> Callable[[], TranslationMemory]:
            return lambda: TranslationMemory(units())

        here = ("approved", *memory.approved_state(session))
        files = ("imported", memory.imported_state(session))
        return (
            tools.memories.get(here, make(lambda: memory.approved(session))),
            tools.memories.get(files, make(lambda: memory.imported(session))),
        )


def _is_usable(unit: Unit) -> bool:
    return len(unit.source) <= LONGEST and len(unit.target) <= LONGEST


def _named(unit: Unit, name: str) -> Unit:
    return unit if unit.origin else Unit(unit.source, unit.target, unit.author, unit.date, name)
