"""One English form of a term, ready to be compared with the words of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from glossary.case import LITTLE, case_fits, has_inner_capital, is_typed_title
from glossary.context import Blocks
from glossary.homographs import known_contexts
from glossary.inflection import (
    infinitives,
    is_number_of,
    is_number_word,
    is_verb_form_of,
    stem,
)
from glossary.term import Term
from glossary.verbs import PARTICLES, can_be_verb, is_surely_verbal, is_verb, opens_with_verb
from glossary.words import Keys, Words, bare, clean, fold, gap_kind, is_possessive

_PREPOSITIONS_TEXT = """
of with in to for on between among from over against at by up
"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_TEXT.split())
# Adjectives that stand behind their noun: attorneys general, courts martial.
_AFTER_NOUN = frozenset(
    {"apparent", "designate", "elect", "emeritus", "general", "laureate", "martial"}
)
_PAIR = 2
_SPLIT_PREFIX = re.compile(r"\bco(?=operat|ordinat|exist)", re.IGNORECASE)
_JOINABLE = re.compile(
    r"\b(anti|co|counter|de|inter|macro|micro|mid|multi|non|over|post|pre|pro|re|semi|sub|super|"
    r"ultra|under)-(?=[a-z])",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"[a-z]{3,}-[a-z]{3,}")
_SPLITTABLE = re.compile(r"(anti|counter|cyber|micro|multi|non|semi)(?=[a-z]{4})")
_WORD_BORDER = re.compile(r"[\s-]+")
_PER_CENT = re.compile(r"\bpercent\b|%", re.IGNORECASE)

cached_gap_kind = lru_cache(maxsize=4096)(gap_kind)


def spellings(form: str) -> Iterator[str]:
    """`form` and its spellings with other word borders: co-operation, derisking, per cent."""
    yield form
    lowered = form.lower()
    if "coo" in lowered or "coex" in lowered:
        yield _SPLIT_PREFIX.sub("co-", form)
    if "-" in form:
        joined = _JOINABLE.sub(r"\1", form)
        if joined != form:
            yield joined
        elif _PAIRED.fullmatch(form):
            yield form.replace("-", "")
    elif _SPLITTABLE.match(form):
        yield _SPLITTABLE.sub(r"\1-", form)
    if "percent" in lowered or "%" in form:
        yield _PER_CENT.sub(" per cent", form)


class Entry:
    """A term with what its forms have in common."""

    __slots__ = ("_blocks", "_verbs", "exact", "is_name", "term")

    def __init__(self, term: Term) -> None:
        self.term = term
        self.exact = frozenset(term.case_sensitive)
        self.is_name = term.headword[:1].isupper() and not term.headword.isupper()
        self._blocks: Blocks | None = None
        self._verbs: frozenset[str] | None = None

    @property
    def blocks(self) -> Blocks:
        """The contexts in which the term does not stand."""
        if self._blocks is None:
            term = self.term
            contexts = term.blocked + known_contexts(term.forms, term.renderings)
            self._blocks = Blocks.of(contexts, term.forms)
        return self._blocks

    @property
    def verbs(self) -> frozenset[str]:
        """The infinitives of the words that this term uses as verbs.

        A form of one word that is rather a verb (veto), or two forms of one verb (smear, smearing),
        show a verb, and so does a phrase that opens with an infinitive (seek common ground).
        "Building" and "developing country" do not.
        """
        if self._verbs is None:
            self._verbs = frozenset(_verbs_in(self.term.forms))
        return self._verbs


def _verbs_in(forms: Sequence[str]) -> Iterator[str]:
    single: list[tuple[str, frozenset[str]]] = []
    for form in forms:
        parts = [fold(part) for part in form.split()]
        if len(parts) > 1:
            parts = parts[_place_of_verb(parts) :]
            if form[0].islower() and opens_with_verb(parts):
                yield parts[0]
        elif parts and not form[:1].isupper():
            joined = infinitives(parts[0].replace("-", ""))
            last = infinitives(parts[0].split("-")[-1])
            single.append((parts[0], last))
            is_any = can_be_verb if "-" in parts[0] else is_verb
            yield from (each for each in last if is_any(each))
            if any(map(is_verb, joined)):
                yield from last | joined
    for word, bases in single:
        if word.endswith(("ing", "ed")):
            yield from (base for other, more in single if other != word for base in bases & more)


def _place_of_verb(words: Sequence[str]) -> int:
    """Where the verb of a phrase would stand: behind an adverb, as in "properly manage"."""
    return 1 if words[0].endswith("ly") and len(words) > 1 else 0


def _follows_noun(word: str) -> bool:
    """Whether the noun stands before `word`: memoranda of, attorneys general, coups d'etat."""
    return word in _PREPOSITIONS or word in _AFTER_NOUN or word.startswith("d'")


def _stems(form: str) -> str:
    return f" {' '.join(stem(fold(word)) for word in _WORD_BORDER.split(form))} "


class Form:
    """One way of writing one form of a term, as words."""

    __slots__ = (
        "_gaps",
        "_is_specific",
        "_kinds",
        "_meant",
        "_words",
        "alone",
        "entry",
        "exact",
        "tail",
    )

    def __init__(self, entry: Entry, form: str, words: Words) -> None:
        self.entry = entry
        self.exact = form in entry.exact
        self.alone = len(words) == 1
        written = [clean(word) for word in words.words]
        is_common = not self.exact and written[0][:1].isupper() and is_typed_title(written)
        self._words = [word.lower() for word in written] if is_common else written
        self._gaps = [words.gap(index) for index in range(len(words))]
        self._meant = sum(word.lower() not in LITTLE for word in written)
        self.tail = "." if form.endswith(".") and not words.words[-1].endswith(".") else ""
        self._kinds: list[str] | None = None
        self._is_specific: bool | None = None

    @property
    def is_specific(self) -> bool:
        """Whether it is a shorter form of the term made clear by more words: computer chip."""
        if self._is_specific is None:
            own = _stems(" ".join(self._words))
            others = {_stems(form) for form in self.entry.term.forms}
            self._is_specific = any(other != own and other in own for other in others)
        return self._is_specific

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in 's by itself: Alzheimer's, Moody's."""
        return is_possessive(self._words[-1])

    @property
    def is_verbal(self) -> bool:
        """Whether it is a phrase that no noun stands in: step down, strike a deal."""
        return all(gap.isspace() for gap in self._gaps[1:]) and is_surely_verbal(
            [fold(word) for word in self._words]
        )

    @property
    def is_noun(self) -> bool:
        """Whether it is a common noun or a phrase with one, and no verb."""
        return self._words[-1].islower() and "verb" not in self.kinds

    @property
    def is_lone_name(self) -> bool:
        """Whether it is a name or an abbreviation of one word."""
        return self.alone and self._words[0][:1].isupper()

    @property
    def first(self) -> str:
        """Its first word, cleaned."""
        return self._words[0]

    def fits(self, words: Words, at: Sequence[int], in_capitals: Callable[[], bool]) -> bool:
        """Whether the words number `at` of a text, whose keys agree with it, are this form."""
        return (
            self._gaps_fit(words, at)
            and all(
                self._word_fits(n, words.words[index], in_capitals) for n, index in enumerate(at)
            )
            and not self._is_broken_by_capital(words, at)
        )

    def _is_broken_by_capital(self, words: Words, at: Sequence[int]) -> bool:
        """Whether a name starts inside a common phrase of two words: rare Earth-sized planet."""
        if len(at) != _PAIR or self._words != [word.lower() for word in self._words]:
            return False
        first, second = (words.words[index] for index in at)
        return first.islower() and second[0].isupper() and not second.isupper()

    def _gaps_fit(self, words: Words, at: Sequence[int]) -> bool:
        for n in range(1, len(at)):
            if at[n] != at[n - 1] + 1:
                continue
            gap, own = words.gap(at[n]), self._gaps[n]
            kind = cached_gap_kind(gap)
            if kind == "soft" or gap.split() == own.split() != []:
                continue
            if not kind or kind != cached_gap_kind(own):
                return False
        return True

    def _word_fits(self, n: int, written: str, in_capitals: Callable[[], bool]) -> bool:
        own, word = self._words[n], clean(written)
        is_last = n == len(self._words) - 1
        if own == word:
            return True
        if not is_last and is_possessive(own) != is_possessive(word):
            return False
        own, word = bare(own), bare(word)
        return case_fits(
            own,
            word,
            in_capitals,
            exact=self.exact,
            length=self._meant,
            is_name=self.entry.is_name,
        ) and self._inflection_fits(n, own, word)

    def _inflection_fits(self, n: int, own: str, word: str) -> bool:
        folded_own, folded = fold(own), fold(word)
        if folded == folded_own or (folded == folded_own + "s" and has_inner_capital(own)):
            return True
        kind = self.kinds[n]
        if kind == "verb":
            return is_verb_form_of(folded, folded_own)
        if kind != "fixed":
            return is_number_of(folded, folded_own, counted=kind == "counted")
        return False

    @property
    def kinds(self) -> list[str]:
        """How each word may be inflected: "verb", "noun", "counted" (plural only) or "fixed"."""
        if self._kinds is None:
            self._kinds = self._find_kinds()
        return self._kinds

    def _find_kinds(self) -> list[str]:
        folded = [fold(word) for word in self._words]
        kinds = ["fixed"] * len(folded)
        is_name = not self._words[-1].islower()
        if not (self.alone and is_name):
            noun = "counted" if any(map(is_number_word, folded)) else "noun"
            if not self.is_verbal or folded[-1] not in _PREPOSITIONS | PARTICLES:
                kinds[-1] = noun
            head = next((n for n, word in enumerate(folded) if n and _follows_noun(word)), 0)
            if head:
                kinds[head - 1] = noun
        verbs = self.entry.verbs
        if verbs:
            is_one_word = all(gap == "-" for gap in self._gaps[1:])
            place = len(folded) - 1 if is_one_word else _place_of_verb(folded)
            if not infinitives(folded[place]).isdisjoint(verbs):
                kinds[place] = "verb"
        return kinds


def compile_forms(entry: Entry, keys: Keys) -> Iterator[tuple[list[str], Form]]:
    """Every way of writing the term's forms, each with the keys of its words."""
    for form in entry.term.forms:
        for spelling in spellings(form):
            words = Words(spelling, keys)
            if words.words:
                yield words.keys, Form(entry, form, words)
