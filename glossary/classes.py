"""Whether a word stands as a noun or as a verb, as far as the words before it tell."""

from __future__ import annotations

from glossary.words import Words

_DETERMINERS_TEXT = "a an the this its his their our your my another each every no"
_DETERMINERS = frozenset(_DETERMINERS_TEXT.split())
_SUBJECTS_TEXT = "we they he she would could might must cannot can't won't don't didn't doesn't"
_SUBJECTS = frozenset(_SUBJECTS_TEXT.split())
# What stands between a subject and its verb: they both gain.
_BETWEEN = frozenset(("all", "also", "always", "both", "each", "never", "not", "only", "still"))
# Adjectives by their shape: a further step down, a historic step down.
_ADJECTIVES = ("big", "ther", "al", "ic", "ive", "ous", "ful", "able", "first", "second", "small")


def stands_as_noun(words: Words, index: int) -> bool:
    """Whether word `index` follows an article or the like: a step down, but not the stepping."""
    word = words.words[index].lower()
    if not index or not words.gap(index).isspace() or word.endswith(("ing", "ed")):
        return False
    before = words.words[index - 1].lower()
    return before in _DETERMINERS or (
        index > 1 and words.words[index - 2].lower() in ("a", "an") and before.endswith(_ADJECTIVES)
    )


def stands_as_verb(words: Words, index: int) -> bool:
    """Whether word `index` follows a subject pronoun or a modal verb: they trade, would trade."""
    if not index or not words.gap(index).isspace() or words.words[index].lower() in _BETWEEN:
        return False
    return words.words[index - 1].lower() in _SUBJECTS
