"""British and American spellings of one word.

The rules need not give real words: both sides are folded by the same rules, so that it is enough
that the two spellings meet and that different words do not.
"""

from __future__ import annotations

import re

_WORDS = {
    # The plural of analysis, not the British verb.
    "analyses": "analyses",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "pretence": "pretense",
    "programme": "program",
    "programmes": "program",
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "cheque": "check",
    "judgement": "judgment",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "manoeuvre": "maneuver",
    "aluminium": "aluminum",
    "ageing": "aging",
    "artefact": "artifact",
    "labelled": "labeled",
    "travelled": "traveled",
    "mould": "mold",
    "kerb": "curb",
}
_RULES = (
    (re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|er|ers|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|able|hood|hoods|ite|ites|ful|al|er|ers)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2})tre(s|d)?$"), r"ter\1"),
    (re.compile(r"(?<=[a-z]{2})logue(s)?$"), r"log\1"),
)
_MAYBE = re.compile(r"is(?:e|ing|ation)|ys[ei]|our|tre|logue")


def american(word: str) -> str:
    """A small-letter word in the spelling that stands for both.

    >>> american("organisations"), american("neighbourhood"), american("centre"), american("four")
    ('organizations', 'neighborhood', 'center', 'four')
    """
    if word in _WORDS:
        return _WORDS[word]
    if _MAYBE.search(word):
        for rule, replacement in _RULES:
            word = rule.sub(replacement, word)
    return word
