"""Contexts for terms of lists that say none: potato chips are no semiconductors in any list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from glossary.context import names_form
from glossary.shipped import shipped
from glossary.term import Term

_PLACE = re.compile(r"(?<!\S)~(?!\S)")


def with_known_contexts(terms: Sequence[Term]) -> tuple[Term, ...]:
    """`terms`, those without blocked contexts with those of the shipped terms of the same sense.

    The sense is the same where an English form and a Chinese rendering are: chip as 芯片, not as
    薯片. Of a shipped term that is not the whole of it (bottom line, of red line), only what is
    said about the forms they share is taken.

    >>> chip, snack = Term("chip", "chip", "芯片"), Term("snack", "chip", "薯片")
    >>> [bool(term.blocked) for term in with_known_contexts([chip, snack])]
    [True, False]
    """
    known = _known()
    return tuple(term if term.blocked else _with_contexts(term, known) for term in terms)


def _with_contexts(term: Term, known: Mapping[str, Sequence[Term]]) -> Term:
    shared = {each.id: each for form in term.forms for each in known.get(form.lower(), ())}
    contexts = [
        context
        for each in shared.values()
        if not set(each.renderings).isdisjoint(term.renderings)
        for context in _contexts_for(term, each)
    ]
    return replace(term, blocked=tuple(dict.fromkeys(contexts))) if contexts else term


def _contexts_for(term: Term, known: Term) -> Iterator[str]:
    forms = [form.lower() for form in known.forms]
    common = [form for form in term.forms if form.lower() in forms]
    is_whole = known.headword.lower() in map(str.lower, term.forms)
    for context in known.blocked:
        if _PLACE.search(context):
            yield from [context] if is_whole else (_PLACE.sub(form, context) for form in common)
        elif names_form(context, known.forms):
            # It speaks of this form only: without it, it would be a cue for any other.
            if names_form(context, common):
                yield context
        elif is_whole:
            yield context


@lru_cache(maxsize=1)
def _known() -> dict[str, list[Term]]:
    known: dict[str, list[Term]] = {}
    for term in shipped():
        for form in term.forms if term.blocked else ():
            known.setdefault(form.lower(), []).append(term)
    return known
