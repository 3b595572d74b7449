"""Whether a name of one word is a piece of somebody else's: Michael Jordan, Barbara Bush.

Only a text that uses capitals as sentences do tells it: there a capital beside a person's surname
is a given name, unless it is a title, and a capital beside a place called like people is a name
too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.common_names import SHARED_WITH_PEOPLE
from glossary.inflection import infinitives
from glossary.layout import Style, opens_sentence, style_at
from glossary.naming import is_closed
from glossary.verbs import can_be_verb
from glossary.words import Words, clean, is_possessive

_TITLES_TEXT = """
acting admiral ambassador american british candidate captain chair chairman chairwoman chancellor
chief chinese colonel commander commissioner comrade conservative democrat democratic director dr
envoy ex foreign former french gen general german gov governor japanese judge justice king labour
lady leader lord madam mayor minister miss mr mrs ms nominee official pope premier president prime
prince princess prof professor queen rep republican russian sec secretary sen senator sir
spokesman spokeswoman then tory treasury uncle vice defense defence finance interior parliament
senate house government embassy ambassadors ministry army police
"""
_TITLES = frozenset(_TITLES_TEXT.split())
# In front of a place these make a person or a place named after one: Queen Victoria.
_PERSONAL_TEXT = "queen king sir lady lord mr mrs ms miss dr saint st lake mount fort cape"
_PERSONAL = frozenset(_PERSONAL_TEXT.split())
_DATES_TEXT = """
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday
"""
_DATES = frozenset(_DATES_TEXT.split())
# Northern Ireland, New Guinea and South Korea are other places than Ireland, Guinea and Korea.
_OTHER_TEXT = "north south east west latin equatorial papua"
_OTHER = frozenset(_OTHER_TEXT.split())
_AFTER_NEW_TEXT = "guinea zealand york mexico jersey england britain hampshire delhi caledonia"
_AFTER_NEW = frozenset(_AFTER_NEW_TEXT.split())
_DERIVED = ("ed", "ly", "ern", "ish", "ese", "ian")
_INITIAL = "[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh"
_FINAL = (
    "[aeiou]|ai|ei|ui|ao|ou|iu|i?e|ue|[aeiu]n|[aeio]ng|i?a|iao|ian|iang|iong|ua|uo|uai|uang?|yuan"
)
_PINYIN = re.compile(rf"(?:(?:{_INITIAL})?(?:{_FINAL})){{1,2}}")
_LONGEST = 4


def is_person(forms: Sequence[str], surname: str) -> bool:
    """Whether `surname`, one of the forms of a term, is short for another: Bush, Xi.

    >>> is_person(("Bush", "George W. Bush"), "Bush"), is_person(("Fed", "Federal Reserve"), "Fed")
    (True, False)
    """
    for form in forms:
        parts = form.split()
        if (
            2 <= len(parts) <= _LONGEST
            and (surname == parts[-1] or (surname == parts[0] and _is_pinyin(parts[-1])))
            and all(part[0].isupper() and (not part.isupper() or "." in part) for part in parts)
        ):
            return True
    return False


def is_in_longer_name(words: Words, index: int, forms: Sequence[str]) -> bool:
    """Whether word `index`, a name of one word, belongs to a longer name that is not in `forms`."""
    name = clean(words.words[index]).removesuffix("'s")
    before = _neighbour(words, index - 1, index)
    if before.lower() in _OTHER or (before == "New" and name.lower() in _AFTER_NEW):
        return True
    is_shared = name.lower() in SHARED_WITH_PEOPLE
    if is_shared and before.lower() in _PERSONAL:
        return True
    if not (is_shared or is_person(forms, name)) or style_at(words, index) is not Style.SENTENCE:
        return False
    own = {part.lower() for form in forms for part in form.split()}
    if _is_name(before, own) and not (opens_sentence(words, index - 1) and _is_common(before)):
        return True
    after = _neighbour(words, index + 1, index + 1)
    if not _is_name(after, own) or is_possessive(clean(words.words[index])):
        return False
    return is_shared or (_opens(forms, name) and _is_pinyin(after))


def _neighbour(words: Words, index: int, gap: int) -> str:
    """Word `index`, if only a space is between: an initial may have its point."""
    if not 0 <= index < len(words):
        return ""
    word = words.words[index]
    between = words.gap(gap)
    return word if between == " " or (between == ". " and len(word) == 1) else ""


def _is_name(word: str, own: set[str]) -> bool:
    if not word or not word[0].isupper() or (word.isupper() and len(word) > 1 and "." not in word):
        return False
    lowered = word.lower()
    return (
        lowered not in _TITLES | _DATES | own
        and not is_possessive(clean(word))
        and not is_closed(lowered)
    )


def _is_pinyin(word: str) -> bool:
    return _PINYIN.fullmatch(word.lower()) is not None


def _is_common(word: str) -> bool:
    lowered = word.lower()
    return lowered.endswith(_DERIVED) or (
        lowered.endswith("ing") and any(map(can_be_verb, infinitives(lowered)))
    )


def _opens(forms: Sequence[str], surname: str) -> bool:
    return any(form.startswith(surname + " ") for form in forms)
