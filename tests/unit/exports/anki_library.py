"""Anki's own library: decks imported one after another into a fresh collection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note


@contextmanager
def collection_with(folder: Path, *decks: bytes) -> Iterator[Collection]:
    """A collection that the decks were imported into as a person would: with no option changed."""
    collection = Collection(str(folder / "collection.anki2"))
    try:
        for number, deck in enumerate(decks):
            file = folder / f"{number}.apkg"
            file.write_bytes(deck)
            collection.import_anki_package(
                ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
            )
        yield collection
    finally:
        collection.close()


def notes(collection: Collection) -> list[Note]:
    """All notes, in the order in which their first cards are learned."""
    found = [collection.get_note(number) for number in collection.find_notes("")]
    return sorted(found, key=lambda note: (note.note_type()["name"], note.cards()[0].due))
