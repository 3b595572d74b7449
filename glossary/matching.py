"""Finding the terms of glossaries in English and in Chinese text.

The forms of all terms stand in a trie of word keys (`glossary.words`): a text is walked once, and
only where keys agree are capitals, inflection, gaps and contexts compared. So the time grows with
the text and not with the number of terms. A match is the longest form that starts leftmost (the
leftmost-longest rule of POSIX regular expressions and of termbase tools); of several terms with
the same form the first one given wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from glossary.chinese import ChineseIndex
from glossary.context import Place
from glossary.forms import Entry, Form, cached_gap_kind, compile_forms
from glossary.surroundings import is_common, is_in_capitals, is_part_of_other
from glossary.term import Term, TermStatus
from glossary.words import Keys, Words

_HYPHENS = frozenset("-\u2010\u2011")
_APOSTROPHES = frozenset("'’ʼ＇")
_CLOSING_OF = {"“": "”", '"': '"', "«": "»", "(": ")"}
_FORMS = ""
# A matcher is renewed where at most one term in so many differs, else made from the start.
_FEW = 20


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: `surface` is `text[start:end]`, offsets are characters."""

    start: int
    end: int
    surface: str
    term: Term


_Node = dict[str, "_Node | list[Form]"]


class Matcher:
    """Finds terms. Retired terms are left out; build it once and use it for many texts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(term for term in terms if term.status is not TermStatus.RETIRED)
        self._keys = Keys()
        self._root: _Node = {}
        for term in self._terms:
            entry = Entry(term)
            for keys, form in compile_forms(entry, self._keys):
                self._add(keys, form)
        self._chinese: ChineseIndex | None = None

    def renewed(self, terms: Iterable[Term]) -> Matcher:
        """A matcher of `terms` made from this one, at a cost that grows with what differs.

        Terms that are the very same objects are taken over, and this matcher stays as it is.
        """
        wanted = tuple(term for term in terms if term.status is not TermStatus.RETIRED)
        ranks = {id(term): rank for rank, term in enumerate(wanted)}
        known = {id(term) for term in self._terms}
        gone = [term for term in self._terms if id(term) not in ranks]
        added = [term for term in wanted if id(term) not in known]
        places = [ranks[id(term)] for term in self._terms if id(term) in ranks]
        if _FEW * (len(gone) + len(added)) > len(wanted) or places != sorted(places):
            return Matcher(wanted)
        made = Matcher(())
        made._terms, made._keys, made._root = wanted, self._keys, self._root
        for term in gone:
            for keys, _ in compile_forms(Entry(term), self._keys):
                made._root = _edited(made._root, keys, partial(_without, term))
        for term in added:
            entry = Entry(term)
            for keys, form in compile_forms(entry, self._keys):
                made._root = _edited(made._root, keys, partial(_with, form, ranks))
        return made

    def _add(self, keys: Sequence[str], form: Form) -> None:
        node = self._root
        for key in keys:
            node = node.setdefault(key, {})  # type: ignore[assignment]
        node.setdefault(_FORMS, []).append(form)  # type: ignore[union-attr]

    def find(self, text: str) -> list[Match]:
        """The terms in English `text`, left to right, without overlaps."""
        words = Words(text, self._keys)
        root, free_from = self._root, 0
        found: list[Match] = []
        for first in [n for n, key in enumerate(words.keys) if key in root]:
            if first < free_from:
                continue
            follows = bool(found) and free_from == first and words.gap(first).isspace()
            best = self._longest(words, first, follows_term=follows)
            if best is None:
                continue
            last, form = best
            partner = self._shared_noun(words, first, last, free_from)
            if partner:
                found.append(_match(words, *partner))
            found.append(_match(words, first, last, form))
            free_from = last
        return found

    def find_chinese(self, text: str) -> list[Match]:
        """The terms in Chinese `text`, by their renderings, the longest at each place.

        Simplified and traditional characters are both found. Offsets are characters.
        """
        if self._chinese is None:
            self._chinese = ChineseIndex(self._terms)
        return [
            Match(start, end, text[start:end], term)
            for start, end, term in self._chinese.find(text)
        ]

    def _longest(self, words: Words, first: int, *, follows_term: bool) -> tuple[int, Form] | None:
        ends = list(self._walk(words.keys, first))
        if not ends:
            return None
        in_capitals = partial(is_in_capitals, words, first)
        for last, forms in reversed(ends):
            at = range(first, last)
            fitting = [f for f in forms if f.fits(words, at, in_capitals)]
            for form in fitting:
                is_clear = partial(self._is_clear, words, last, form, follows_term)
                if not is_part_of_other(words, first, last, form) and not (
                    form.entry.blocks.hold(Place(words, first, last), is_clear)
                ):
                    return last, form
        return None

    def _is_clear(self, words: Words, last: int, form: Form, follows_term: bool) -> bool:
        return follows_term or form.is_specific or self._opens_term(words, last)

    def _opens_term(self, words: Words, index: int) -> bool:
        """Whether a term stands behind the space before word `index`."""
        if not words.gap(index).isspace():
            return False
        in_capitals = partial(is_in_capitals, words, index)
        return any(
            form.fits(words, range(index, last), in_capitals)
            for last, forms in self._walk(words.keys, index)
            for form in forms
        )

    def _walk(self, keys: Sequence[str], first: int) -> Iterator[tuple[int, list[Form]]]:
        node = self._root
        for index in range(first, len(keys)):
            following = node.get(keys[index])
            if not isinstance(following, dict):
                return
            node = following
            forms = node.get(_FORMS)
            if isinstance(forms, list):
                yield index + 1, forms

    def _shared_noun(
        self, words: Words, first: int, last: int, free_from: int
    ) -> tuple[int, int, Form] | None:
        """The other half of "fiscal and trade deficit": "fiscal" stands for fiscal deficit.

        Looked for before a match of two words or more that follows a small-letter word and "and"
        or "or"; what is found is that word alone, as the noun belongs to the match.
        """
        if first - 2 < free_from or words.words[first - 1] not in ("and", "or"):
            return None
        own = 1
        while first + own < last and words.gap(first + own) in _HYPHENS:
            own += 1
        noun, other = range(first + own, last), first - 2
        if not noun or not is_common(words, other) or "\n\n" in words.gap(first):
            return None
        if not all(cached_gap_kind(words.gap(n)) == "soft" for n in (first - 1, first)):
            return None
        at = [other, *noun]
        node: _Node | list[Form] | None = self._root
        for index in at:
            node = node.get(words.keys[index]) if isinstance(node, dict) else None
        forms = node.get(_FORMS) if isinstance(node, dict) else None
        for form in forms if isinstance(forms, list) else ():
            if form.fits(words, at, lambda: False):
                return other, other + 1, form
        return None


def _edited(node: _Node, keys: Sequence[str], edit: Callable[[list[Form]], list[Form]]) -> _Node:
    """A copy of a trie with the forms behind `keys` edited; what is not on the way is shared."""
    copy = dict(node)
    key = keys[0] if keys else _FORMS
    below = copy.pop(key, None)
    changed: _Node | list[Form]
    if keys:
        changed = _edited(below if isinstance(below, dict) else {}, keys[1:], edit)
    else:
        changed = edit(below if isinstance(below, list) else [])
    if changed:
        copy[key] = changed
    return copy


def _without(term: Term, forms: list[Form]) -> list[Form]:
    return [form for form in forms if form.entry.term is not term]


def _with(form: Form, ranks: Mapping[int, int], forms: list[Form]) -> list[Form]:
    return sorted((*forms, form), key=lambda each: ranks[id(each.entry.term)])


def _match(words: Words, first: int, last: int, form: Form) -> Match:
    start, end = words.start(first), words.end(last - 1)
    is_owned = words.words[last - 1][-2:-1] in _APOSTROPHES and words.words[last - 1][-1] in "sS"
    if is_owned and not form.is_possessive:
        end -= 2
    if form.tail and words.text.startswith(form.tail, end):
        end += len(form.tail)
    if last - first > 1:
        start, end = _balance_quotes(words.text, start, end)
    return Match(start, end, words.text[start:end], form.entry.term)


def _balance_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the outer quotation mark or bracket where the match holds only its partner."""
    surface = text[start:end]
    for opening, closing in _CLOSING_OF.items():
        if opening == closing:
            is_odd = surface.count(opening) == 1
            lacks_opening, lacks_closing = is_odd, is_odd
        else:
            lacks_opening = surface.count(closing) > surface.count(opening)
            lacks_closing = surface.count(opening) > surface.count(closing)
        if lacks_opening and text[start - 1 : start] == opening:
            return start - 1, end
        if lacks_closing and text[end : end + 1] == closing:
            return start, end + 1
    return start, end
