"""Whether what stands around a form makes something else of it."""

from __future__ import annotations

from glossary.classes import stands_as_noun, stands_as_verb
from glossary.forms import Form
from glossary.layout import opens_sentence
from glossary.longer_names import is_in_longer_name
from glossary.naming import reads_as_name
from glossary.words import Words

_HYPHENS = frozenset("-\u2010\u2011")
_PREFIXES = frozenset({"anti", "co", "ex", "mid", "non", "post", "pre", "pro", "quasi", "semi"})
_CHANGING_PREFIXES = frozenset({"dis", "in", "mis", "re", "un"})
_PARTICLES = frozenset({"down", "in", "off", "on", "out", "over", "up"})
_CURRENCY = frozenset("$€£¥")
_LINE = 400


def is_in_capitals(words: Words, index: int) -> bool:
    """Whether the line around word `index` is written in capitals, of three words or more."""
    text = words.text
    low = max(0, words.start(index) - _LINE)
    high = min(len(text), words.end(index) + _LINE)
    start = max(low, text.rfind("\n", low, words.start(index)) + 1)
    end = text.find("\n", words.end(index), high)
    line = text[start : end if end >= 0 else high]
    return line.isupper() and len(line.split()) > 2


def is_part_of_other(words: Words, first: int, last: int, form: Form) -> bool:
    """Whether it is a piece of a compound, a name, an address or an amount, or a common word."""
    return (
        _is_part_of_compound(words, first, last, form)
        or (form.is_lone_name and not _is_that_name(words, first, form))
        or _is_other_class(words, first, form)
        or (words.gap(last)[:1] in _CURRENCY and words.gap(last) != "")
        or words.addresses.hold(words.start(first), words.end(last - 1))
    )


def _is_other_class(words: Words, first: int, form: Form) -> bool:
    """Whether a noun stands where the form is a verb ("a step down") or the other way round."""
    if form.is_verbal:
        return stands_as_noun(words, first)
    return form.is_noun and stands_as_verb(words, first)


def _is_that_name(words: Words, index: int, form: Form) -> bool:
    forms, is_month = form.entry.term.forms, "月" in form.entry.term.rendering
    return reads_as_name(words, index, form.first, is_month=is_month) and (
        form.first.isupper() or not is_in_longer_name(words, index, forms)
    )


def is_common(words: Words, index: int) -> bool:
    """Whether word `index` is in small letters, but for the first letter of a sentence."""
    word = words.words[index]
    return word.islower() or (word[1:].islower() and opens_sentence(words, index))


def _is_part_of_compound(words: Words, first: int, last: int, form: Form) -> bool:
    """Whether a hyphen makes another word of it: tariff-free trade, trade-offs, mis-step."""
    if last < len(words) and words.gap(last) in _HYPHENS:
        following = words.words[last].lower()
        if following in _PARTICLES or following.removesuffix("s") in _PARTICLES:
            return True
    if first and words.gap(first) in _HYPHENS and form.first.islower():
        before = words.words[first - 1]
        if form.alone:
            return before.lower() in _CHANGING_PREFIXES
        return not before.isupper() and before.lower() not in _PREFIXES
    return False
