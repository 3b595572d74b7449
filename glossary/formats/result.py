"""What reading a glossary file gives, and the sizes that are allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from glossary.errors import UnreadableGlossary
from glossary.term import Term

MAX_BYTES = 50_000_000
MAX_TERMS = 200_000
MAX_CELL = 10_000
# Told now and then while a file is read: lines or entries done, and how many there are (0: who
# knows).
Progress: TypeAlias = Callable[[int, int], None]
_STEP = 200
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that is not a term: its number from 1, why (an English sentence), and its text.

    In TBX the number is that of the line on which the entry starts, in XLSX that of the row.
    """

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The terms of a file in its order, and the lines that are none.

    `has_status` tells whether the file says how far its terms are; where it does not, all of them
    came out as approved, which is no wish to approve the drafts of a glossary.
    """

    terms: tuple[Term, ...]
    rejected: tuple[Rejected, ...] = ()
    has_status: bool = True


def silent(_done: int, _total: int) -> None:
    """The progress of which nobody wants to hear."""


def told(items: Iterable[Item], total: int, progress: Progress) -> Iterator[Item]:
    """`items`, of which there are `total`, with word of the progress on the way."""
    for number, item in enumerate(items):
        if not number % _STEP:
            progress(number, total if total >= number else 0)
        yield item


def check_size(data: bytes) -> None:
    """Raise UnreadableGlossary when the file is over 50 MB or empty."""
    if len(data) > MAX_BYTES:
        raise UnreadableGlossary(
            "This file is too big for a glossary: over {limit} MB.", limit=MAX_BYTES // 1_000_000
        )
    if not data.strip(b"\x00 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise UnreadableGlossary("This file is empty.")
