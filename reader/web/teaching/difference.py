"""What differs between two sentences, as stretches of text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A run of letters or digits, or any one other character; every Chinese character by itself.
_PIECE = re.compile(r"[A-Za-z\u00c0-\u024f0-9]+|(?s:.)")
# Comparing takes time that grows with the product of the lengths, in pieces.
MOST_COMPARED = 1_000_000


class Side(StrEnum):
    """Where a stretch of text stands."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text in a row that stands on one side, or on both."""

    side: Side
    text: str


def difference(old: str, new: str) -> tuple[Stretch, ...]:
    """Cut two sentences into what both have and what only one has.

    The stretches of BOTH and OLD joined are the old sentence, those of BOTH and NEW the new one.

    >>> [(s.side.value, s.text) for s in difference("They came.", "They went.")]
    [('both', 'They '), ('old', 'came'), ('new', 'went'), ('both', '.')]
    """
    return tuple(stretch for stretch in _stretches(old, new) if stretch.text)


def _stretches(old: str, new: str) -> Iterator[Stretch]:
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if len(before) * len(after) > MOST_COMPARED:
        yield Stretch(Side.OLD, old)
        yield Stretch(Side.NEW, new)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind == "equal":
            yield Stretch(Side.BOTH, "".join(before[i:j]))
        else:
            yield Stretch(Side.OLD, "".join(before[i:j]))
            yield Stretch(Side.NEW, "".join(after[m:n]))
