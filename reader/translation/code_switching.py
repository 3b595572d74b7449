"""Ask an engine for a term by writing its Chinese into the English sentence.

Translation models that have seen such mixed text copy the Chinese into their output (Song et al.
2019, "Code-switching for enhancing NMT with pre-specified translation"). Placeholders are no
way: every engine mangles them, and Argos turns each underscore into a space. Pure functions.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.translation.engine import Hint
from reader.translation.forcing import loops, missing


def code_switched(text: str, hints: Sequence[Hint]) -> str:
    """Return *text* with the hinted terms in Chinese.

    >>> code_switched("A trade war began.", [Hint(2, 11, "trade war", "贸易战")])
    'A 贸易战 began.'
    """
    for hint in sorted(hints, key=lambda hint: -hint.start):
        text = text[: hint.start] + hint.target + text[hint.end :]
    return text


def improves(new: str, old: str, hints: Sequence[Hint]) -> bool:
    """Return whether *new* shows more of the *hints* than *old* and is no worse otherwise."""
    shows_more = len(missing(new, hints)) < len(missing(old, hints))
    return shows_more and not loops(new) and len(new) > 0.6 * len(old)


def forced_targets(text: str, lacked: Sequence[Hint]) -> tuple[str, ...]:
    """Return the targets of those hints, *lacked* before, that *text* shows now."""
    lacking = missing(text, lacked)
    return tuple(hint.target for hint in lacked if hint not in lacking)
