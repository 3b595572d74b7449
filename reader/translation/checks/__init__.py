"""What may be wrong with a translated sentence, found without knowing the right translation.

Each check is a pure function of the two sentences and says exactly where on both sides it found
something. Each was measured on human translations, where it should find nothing: it stays under
2% of the sentences (`tools/quality.py` shows the rates).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from reader.translation.checks.marks import bracket_issues
from reader.translation.checks.numbers import number_issues
from reader.translation.checks.places import country_issues
from reader.translation.checks.repetition import repetition_issues
from reader.translation.checks.shape import (
    cut_off_issues,
    empty_issues,
    length_issues,
    single_word_issues,
    untranslated_issues,
)
from reader.translation.checks.words import leftover_issues, name_issues, term_issues
from reader.translation.engine import Hint
from reader.translation.segment import Issue

KINDS: dict[str, str] = {
    "number": "A number, date or percentage differs.",
    "name": "A name or code is missing.",
    "term-missing": "The official rendering of a glossary term is missing.",
    "leftover": "English words were left in the Chinese.",
    "repetition": "The Chinese repeats itself.",
    "cut-off": "The Chinese seems to be cut off.",
    "length": "The Chinese is much shorter or longer than expected.",
    "brackets": "Brackets or quotation marks do not match.",
    "untranslated": "The sentence is still in English.",
    "single-word": "Only a single word was translated.",
    "empty": "There is no translation.",
}
"""The kinds of issues, each with a sentence for people."""

# Another decoding sets marks no better.
_RETRIED = KINDS.keys() - {"brackets"}


def check(source: str, target: str, hints: Sequence[Hint] = ()) -> tuple[Issue, ...]:
    """Return what is suspicious about `target` as the Chinese of the English `source`.

    `hints` are the glossary terms found in the source. The target may be typeset or raw.

    >>> [issue.kind for issue in check("He came in 1998 with them.", "他们1989年来了，")]
    ['number', 'cut-off']
    """
    empty = tuple(empty_issues(source, target))
    if empty:
        return empty
    return tuple(
        chain(
            number_issues(source, target),
            name_issues(source, target),
            country_issues(source, target),
            term_issues(target, hints),
            leftover_issues(source, target),
            repetition_issues(source, target),
            cut_off_issues(source, target),
            length_issues(source, target),
            bracket_issues(source, target),
            untranslated_issues(source, target),
            single_word_issues(source, target),
        )
    )


def calls_for_retry(issues: Iterable[Issue]) -> bool:
    """Say whether the issues call for decoding the sentence again."""
    return any(issue.kind in _RETRIED for issue in issues)
