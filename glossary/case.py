"""Which capitals a form of a term may be written with.

The form itself says what it is, word by word:

- small letters (trade war): a common phrase, found in any case, so also in headlines; but a lone
  short word in capitals amid small letters is somebody's abbreviation (CHIP), not the word;
- a capital first (White House, Xi): a proper name, found capitalised or in capitals; a short one
  (Xi, Fed) in capitals only where the whole line is, for XI may be a numeral; one of three words
  or more beside the little ones (belt and road initiative) also in small letters, for it has no
  homograph, and so a phrase that was plainly typed as a title (Climate Change);
- capitals (US, WHO, G20): an abbreviation, found only as it is, or with a plural s (CEOs) unless
  it is short for a name: there is one WHO.

A form listed as case-sensitive must be as written, or all in capitals where the line is.
"""

from __future__ import annotations

from collections.abc import Callable

# "The Economist" is found in "as the Economist says".
LITTLE = frozenset({"the", "of", "and", "for", "in", "on", "a", "an", "to"})
_SHORT_NAME = 3
_SHORT_WORD = 5
_LONG_NAME = 3
# Abstract nouns: a phrase that ends with one is a name only where it names a body or a document.
_ABSTRACT = ("tion", "sion", "ment", "ity", "ness", "ism", "ance", "ence", "ship", "cy", "ics")
_SURELY_ABSTRACT = ("tion", "sion", "ment", "ness", "ism")
_HEADS_TEXT = """
change rights trade tariff tariffs growth energy rate rates policy market markets relations talks
chain chains price prices economy technology deficit surplus sanctions controls minister warming
debt tax power powers
"""
_HEADS = frozenset(_HEADS_TEXT.split())
_BODIES_TEXT = """
administration agreement amendment association cession coalition commission community confederation
constitution convention corporation declaration delegation department exhibition exposition
federation foundation government initiation institution nation organisation organization parliament
proclamation revolution representation society testament university
"""
_BODIES = frozenset(_BODIES_TEXT.split())


def is_typed_title(words: list[str]) -> bool:
    """Whether the words of a form are a common phrase in title case and no proper name.

    >>> is_typed_title(["Climate", "Change"]), is_typed_title(["White", "House"])
    (True, False)
    >>> is_typed_title(["Cultural", "Revolution"]), is_typed_title(["Science"])
    (False, False)
    """
    head = words[-1].lower()
    if not all(word[:1].isupper() and word[1:].islower() for word in words):
        return False
    if len(words) == 1:
        return head.endswith(_SURELY_ABSTRACT) and head not in _BODIES
    return head in _HEADS or (head.endswith(_ABSTRACT) and head not in _BODIES)


def is_abbreviation(word: str) -> bool:
    """Whether a cleaned word of a form is an abbreviation: two capitals or more, none small."""
    return (word.isupper() and sum(letter.isupper() for letter in word) > 1) or word == "G"


def has_inner_capital(word: str) -> bool:
    """Whether a cleaned word has a capital after its first letter: WHO, MoU."""
    return any(map(str.isupper, word[1:]))


def case_fits(
    form: str,
    word: str,
    in_capitals: Callable[[], bool],
    *,
    exact: bool,
    length: int,
    is_name: bool,
) -> bool:
    """Whether `word` of the text may stand for `form`, a word of a term; both cleaned.

    `in_capitals` tells whether the words around are all in capitals; it is asked only where that
    decides. `exact`: the term says that this form is case-sensitive. `length`: words in the
    form beside little ones. `is_name`: the term is a name.
    """
    if form == word or not any(map(str.isalpha, form)):
        return True
    if form.lower() in LITTLE and not is_abbreviation(form):
        return word.lower() == form.lower()
    if is_abbreviation(form):
        return not is_name and (word == form + "s" or (word == form + "S" and in_capitals()))
    if word.isupper() and len(word) > 1:
        if form.islower():
            return not (exact or (length == 1 and len(word) <= _SHORT_WORD)) or in_capitals()
        return len(form) > _SHORT_NAME or in_capitals()
    if form.islower():
        return word.islower() or (not exact and not has_inner_capital(word))
    if has_inner_capital(form):
        return word in (form, form + "s")
    return word[0].isupper() or (length >= _LONG_NAME and not exact)
