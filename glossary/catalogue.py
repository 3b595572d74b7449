"""A glossary made ready for browsing: filters, letters, categories, search, conflicts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from functools import cached_property

from glossary.conflicts import TermConflict, conflicts
from glossary.search import SearchIndex
from glossary.term import Term

OTHER_LETTER = "#"


class Catalogue:
    """The terms of one glossary. Make it once and ask it often: it works out each thing once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self.by_id: Mapping[str, Term] = {term.id: term for term in self.terms}

    @cached_property
    def alphabetical(self) -> tuple[Term, ...]:
        """The terms by headword, capitals and accents not counted."""
        return tuple(sorted(self.terms, key=lambda term: (_plain(term.headword), term.id)))

    @cached_property
    def categories(self) -> Mapping[str, int]:
        """How many terms each category has, by name."""
        counted = Counter(term.category for term in self.terms if term.category)
        return dict(sorted(counted.items()))

    @cached_property
    def letters(self) -> Mapping[str, int]:
        """How many headwords begin with each letter; "#" stands for all that is no letter."""
        counted = Counter(letter_of(term) for term in self.terms)
        return dict(sorted(counted.items()))

    @cached_property
    def conflicts(self) -> tuple[TermConflict, ...]:
        """All conflicts of the glossary."""
        return tuple(conflicts(self.terms))

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(self.terms)

    @cached_property
    def _conflicts_of(self) -> Mapping[str, tuple[TermConflict, ...]]:
        found: dict[str, tuple[TermConflict, ...]] = {}
        for conflict in self.conflicts:
            for term in conflict.terms:
                found[term.id] = (*found.get(term.id, ()), conflict)
        return found

    def conflicts_of(self, term_id: str) -> tuple[TermConflict, ...]:
        """The conflicts in which a term stands."""
        return self._conflicts_of.get(term_id, ())

    def browse(
        self,
        *,
        query: str = "",
        category: str = "",
        status: str = "",
        letter: str = "",
        among: Container[str] | None = None,
    ) -> list[Term]:
        """The terms that fit all that is asked: best first for a query, else by headword.

        `among` holds the ids that may be shown, None for all.
        """
        found = self._index.search(query, len(self.terms)) if query else self.alphabetical
        return [
            term
            for term in found
            if (not category or term.category == category)
            and (not status or term.status == status)
            and (not letter or letter_of(term) == letter)
            and (among is None or term.id in among)
        ]


def letter_of(term: Term) -> str:
    """The letter under which a term stands in an index.

    >>> letter_of(Term("x", "“élan” vital", "生命力")), letter_of(Term("x", "5G", "5G"))
    ('E', '#')
    """
    first = _plain(term.headword)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER_LETTER


def _plain(headword: str) -> str:
    folded = unicodedata.normalize("NFKD", headword.casefold())
    return "".join(each for each in folded if each.isalnum() or each == " ").strip()
