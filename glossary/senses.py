"""Contexts for terms of lists that say none: potato chips are no semiconductors in any list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from glossary.shipped import shipped
from glossary.term import Term

Names = tuple[str, str]


def with_known_contexts(terms: Sequence[Term]) -> tuple[Term, ...]:
    """`terms`, those without blocked contexts with those of a shipped term of the same sense.

    The sense is the same where an English form and a Chinese rendering are: chip as 芯片, not as
    薯片.

    >>> chip, snack = Term("chip", "chip", "芯片"), Term("snack", "chip", "薯片")
    >>> [bool(term.blocked) for term in with_known_contexts([chip, snack])]
    [True, False]
    """
    known = _known_contexts()
    return tuple(term if term.blocked else _with_contexts(term, known) for term in terms)


def _with_contexts(term: Term, known: Mapping[Names, tuple[str, ...]]) -> Term:
    contexts = [context for names in _names(term) for context in known.get(names, ())]
    return replace(term, blocked=tuple(dict.fromkeys(contexts))) if contexts else term


@lru_cache(maxsize=1)
def _known_contexts() -> dict[Names, tuple[str, ...]]:
    return {names: term.blocked for term in shipped() if term.blocked for names in _names(term)}


def _names(term: Term) -> Iterator[Names]:
    return product((form.lower() for form in term.forms), term.renderings)
