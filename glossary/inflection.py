"""English inflection: what number a noun is in, and which verb forms belong together.

`stem` is deliberately coarse: it maps all forms of a word to one key and may map other words to
it too. `is_number_of` and `is_verb_form_of` are exact.
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.irregular import (
    ONE_NUMBER,
    PLURALS,
    infinitive,
    infinitives_of,
    irregular_verb,
    singular,
)

# Suffixed nouns follow their last part: spokesmen, chairwomen.
_SUFFIX_PLURALS = (("woman", "women"), ("man", "men"), ("person", "people"))
_VOWELS = frozenset("aeiouy")
_NUMBER_WORDS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "both"}
)
_LAST_LETTER = {"v": "f", "z": "s"}
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_O = re.compile(r"[^aeiou]o$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# One consonant after one vowel is doubled in one syllable (ban), may be in more (travel, visit).
_DOUBLING = re.compile(r"(?:^|[^aeiou]|qu)[aeiouy]([bdfgklmnprtvz])$")
_ONE_SYLLABLE = re.compile(r"(?:[^aeiouy]*|[^aeiouy]?qu)[aeiouy][^aeiou]$")


def _undouble(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def _without_verb_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            base = word[: -len(ending)]
            return base if _VOWELS.intersection(base) else word
    return word


def stem(word: str) -> str:
    """The key that all inflected forms of a small-letter word share.

    >>> {stem(w) for w in ("decouple", "decouples", "decoupled", "decoupling")}
    {'decoupl'}
    >>> stem("memoranda") == stem("memorandum"), stem("relations") == stem("relationship")
    (True, False)
    """
    word = singular(infinitive(word))
    if len(word) <= 3:
        return word
    if word.endswith("men"):
        word = word[:-3] + "man"
    if word.endswith("s"):
        word = _without_s(word)
    word = infinitive(_undouble(_without_verb_ending(word)))
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    # Knife and knives, analysis and the American form of analyses.
    return word[:-1] + _LAST_LETTER.get(word[-1], word[-1])


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "is")):
        return word[:-2]
    return word if word.endswith(("ss", "us")) else word[:-1]


@lru_cache(maxsize=20_000)
def plurals(noun: str) -> frozenset[str]:
    """The plurals of a small-letter noun.

    >>> [sorted(plurals(noun)) for noun in ("country", "crisis", "embargo", "spokesman")]
    [['countries'], ['crises'], ['embargoes', 'embargos'], ['spokesmen']]
    """
    if noun in PLURALS:
        own = {PLURALS[noun]}
        if noun.endswith(("um", "ula", "eau", "oof")):
            own.add(noun + "s")
        if noun.endswith(("ex", "ix", "us")):
            own.add(noun + "es")
        return frozenset(own)
    for one, many in _SUFFIX_PLURALS:
        if noun.endswith(one):
            return frozenset({noun[: -len(one)] + many})
    if _CONSONANT_Y.search(noun):
        return frozenset({noun[:-1] + "ies"})
    if _SIBILANT.search(noun):
        return frozenset({noun + "es"})
    return frozenset({noun + "s", noun + "es"} if _CONSONANT_O.search(noun) else {noun + "s"})


def is_number_of(word: str, noun: str, *, counted: bool = False) -> bool:
    """Whether `word` is the other number of `noun`, both in small letters.

    `counted`: the noun stands after a number word ("two sessions"), so that its singular would be
    something else ("a two-session course").
    """
    if noun in ONE_NUMBER:
        return False
    return word in plurals(noun) or (not counted and noun in plurals(word))


@lru_cache(maxsize=20_000)
def verb_forms(base: str) -> frozenset[str]:
    """All forms of a verb, from its small-letter infinitive; doubled consonants both ways.

    >>> sorted(verb_forms("levy"))
    ['levied', 'levies', 'levy', 'levying']
    >>> sorted(verb_forms("withdraw"))
    ['withdraw', 'withdrawing', 'withdrawn', 'withdraws', 'withdrew']
    """
    irregular = irregular_verb(base)
    stems = _stems_of(base)
    forms = {base, *plurals(base), *(each + "ing" for each in stems)} | (irregular or frozenset())
    if irregular is None:
        is_y = _CONSONANT_Y.search(base)
        forms |= {base[:-1] + "ied"} if is_y else {each + "ed" for each in stems}
    return frozenset(forms)


def _stems_of(base: str) -> set[str]:
    """What -ing and -ed are put to: levy, escalat(e), bann, travel or travell."""
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return {base[:-1]}
    match = _DOUBLING.search(base)
    if match is None:
        return {base}
    return {base + match[1]} if _ONE_SYLLABLE.fullmatch(base) else {base, base + match[1]}


@lru_cache(maxsize=20_000)
def infinitives(form: str) -> frozenset[str]:
    """The small-letter words that `form` may be a form of; some of them are no words.

    >>> sorted(infinitives("decoupling"))
    ['decoupl', 'decouple', 'decoupling']
    """
    bases = {form, *infinitives_of(form)}
    for ending in ("ing", "ed", "es", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            base = form[: -len(ending)]
            bases |= {base, base + "e", _undouble(base)}
            if base.endswith("i"):
                bases.add(base[:-1] + "y")
    return frozenset(base for base in bases if form in verb_forms(base))


def is_verb_form_of(word: str, own: str) -> bool:
    """Whether two small-letter words may be forms of one verb.

    >>> is_verb_form_of("decoupled", "decoupling"), is_verb_form_of("planes", "plan")
    (True, False)
    """
    return word == own or not infinitives(word).isdisjoint(infinitives(own))


def is_number_word(word: str) -> bool:
    """Whether a small-letter word counts what follows it."""
    return word in _NUMBER_WORDS
