"""Terms that contradict one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from glossary.term import Term, TermStatus
from glossary.words import Keys, Words, fold


class ConflictKind(StrEnum):
    """SAME_ENGLISH: one English form, several renderings; SAME_CHINESE: the other way round."""

    SAME_ENGLISH = "same-english"
    SAME_CHINESE = "same-chinese"


@dataclass(frozen=True, slots=True)
class TermConflict:
    """Two terms or more that share `text` and should not; in the order of the glossary."""

    kind: ConflictKind
    text: str
    terms: tuple[Term, ...]


@lru_cache(maxsize=100_000)
def plain_form(form: str, *, exact: bool = False) -> str:
    """What two spellings of an English form have in common; capitals count when `exact`.

    >>> plain_form("Trade-War") == plain_form("trade war")
    True
    """
    words = " ".join(fold(word) for word in Words(form, Keys()).words)
    return f"{form} {words}" if exact else words


def conflicts(terms: Iterable[Term]) -> list[TermConflict]:
    """All conflicts among terms that are not retired, same English first."""
    english: dict[str, dict[str, Term]] = defaultdict(dict)
    chinese: dict[str, dict[str, Term]] = defaultdict(dict)
    names: dict[str, str] = {}
    for term in terms:
        if term.status is TermStatus.RETIRED:
            continue
        for form in term.forms:
            key = plain_form(form, exact=form in term.case_sensitive)
            english[key].setdefault(term.id, term)
            names.setdefault(key, form)
        chinese[term.rendering].setdefault(term.id, term)
    return [
        *(
            TermConflict(ConflictKind.SAME_ENGLISH, names[key], tuple(found.values()))
            for key, found in english.items()
            if len({term.rendering for term in found.values()}) > 1
        ),
        *(
            TermConflict(ConflictKind.SAME_CHINESE, rendering, tuple(found.values()))
            for rendering, found in chinese.items()
            if len({plain_form(term.headword) for term in found.values()}) > 1
        ),
    ]


def rivals(terms: Iterable[Term]) -> dict[str, tuple[str, ...]]:
    """For every term (by id) that shares an English form with others: what those would write and
    it would not accept.

    >>> rivals([Term("a", "talks", "会谈"), Term("b", "talks", "谈判")])
    {'a': ('谈判',), 'b': ('会谈',)}
    """
    sharing: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        if term.status is not TermStatus.RETIRED:
            for form in term.forms:
                sharing[plain_form(form, exact=form in term.case_sensitive)].append(term)
    found: dict[str, dict[str, None]] = {}
    for group in sharing.values():
        for term in group if len(group) > 1 else ():
            others = (other.rendering for other in group if other.id != term.id)
            wanted = [each for each in others if each not in term.renderings]
            found.setdefault(term.id, {}).update(dict.fromkeys(wanted))
    return {term_id: tuple(renderings) for term_id, renderings in found.items() if renderings}
