"""English inflection: what number a noun is in, and which verb forms belong together.

`stem` is deliberately coarse: it maps all forms of a word to one key and may map other words to
it too. `is_number_of` is exact. Irregular forms are those of news English.
"""

from __future__ import annotations

_IRREGULAR_PLURALS = {
    "memorandum": "memoranda",
    "crisis": "crises",
    "basis": "bases",
    "analysis": "analyses",
    "thesis": "theses",
    "hypothesis": "hypotheses",
    "criterion": "criteria",
    "phenomenon": "phenomena",
    "datum": "data",
    "medium": "media",
    "referendum": "referenda",
    "curriculum": "curricula",
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "nucleus": "nuclei",
    "stimulus": "stimuli",
    "quota": "quotas",
    "wolf": "wolves",
    "half": "halves",
    "life": "lives",
    "leaf": "leaves",
    "knife": "knives",
    "shelf": "shelves",
    "index": "indices",
    "appendix": "appendices",
    "matrix": "matrices",
    "foot": "feet",
    "tooth": "teeth",
}
_IRREGULAR_VERBS = {
    "be": "is are was were been being am",
    "become": "became",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "choose": "chose chosen",
    "come": "came",
    "cut": "cutting",
    "deal": "dealt",
    "do": "did done does",
    "draw": "drew drawn",
    "drive": "drove driven",
    "fall": "fell fallen",
    "fight": "fought",
    "find": "found",
    "forsake": "forsook forsaken",
    "freeze": "froze frozen",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone goes",
    "grow": "grew grown",
    "have": "had has having",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lead": "led",
    "leave": "left",
    "lose": "lost",
    "make": "made",
    "mean": "meant",
    "meet": "met",
    "pay": "paid",
    "put": "putting",
    "rise": "rose risen",
    "run": "ran running",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "set": "setting",
    "shake": "shook shaken",
    "speak": "spoke spoken",
    "spend": "spent",
    "stand": "stood",
    "strike": "struck",
    "take": "took taken",
    "tell": "told",
    "think": "thought",
    "understand": "understood",
    "uphold": "upheld",
    "win": "won winning",
    "withdraw": "withdrew withdrawn",
    "write": "wrote written",
}
_SINGULARS = {plural: singular for singular, plural in _IRREGULAR_PLURALS.items()}
_INFINITIVES = {form: verb for verb, forms in _IRREGULAR_VERBS.items() for form in forms.split()}
_BASE_FORMS = _INFINITIVES | _SINGULARS
# Suffixed nouns follow their last part: spokesmen, chairwomen.
_SUFFIX_PLURALS = (("women", "woman"), ("men", "man"), ("people", "person"))
_VOWELS = frozenset("aeiouy")

# Verbs that open a set phrase ("seek common ground"). Words that are as often nouns in that place
# (trade, force, export, plan) are left out on purpose.
_OPENING_VERBS_TEXT = """
abandon abolish accept achieve adhere advance advocate agree aim appease approve attack avoid
become begin boost break bridge bring broaden build call carry cease coexist compete complete
conclude contain continue cooperate correct create cut decouple deepen defend deliver denounce
deny deter discuss draw embrace enhance ensure establish exclude exert expand explore export
extend face fight find follow foster fulfil gain get give go grow have hit hold impose improve
increase interfere invade join keep launch lead let lift limit lodge lose maintain make manage
march maximize meddle meet move normalize observe open oppose overcome overstretch pass pay play
pledge politicize pose practice practise promote propose protect provoke pursue put raise ratify
recalibrate recognize reduce refuse reject remain remove resolve respect restore retaliate
safeguard see seek sell send serve set settle sever shake shelve sign solve stand stay stick
stop strengthen strive strike summon support suppress take tell threaten uphold urge view
violate visit walk weaken weaponize win withdraw work
"""
OPENING_VERBS = frozenset(_OPENING_VERBS_TEXT.split())
_NUMBER_WORDS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "both"}
)
_NO_SINGULAR = frozenset(
    {"ties", "goods", "arms", "earths", "economics", "talks", "news", "series", "species"}
)


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
    word = _BASE_FORMS.get(word, word)
    if len(word) <= 3:
        return word
    if word.endswith("men"):
        word = word[:-3] + "man"
    if word.endswith("s"):
        word = _without_s(word)
    word = _undouble(_without_verb_ending(word))
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


def plural(noun: str) -> str:
    """The plural of a small-letter noun, irregular where English is.

    >>> [plural(noun) for noun in ("country", "tariff", "crisis", "spokesman", "hegemony")]
    ['countries', 'tariffs', 'crises', 'spokesmen', 'hegemonies']
    """
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    for many, one in _SUFFIX_PLURALS:
        if noun.endswith(one):
            return noun[: -len(one)] + many
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _is_plural_of(word: str, noun: str) -> bool:
    return word == plural(noun) or word == noun + "s"


def is_number_of(word: str, noun: str, *, counted: bool = False) -> bool:
    """Whether `word` is the other number of `noun`, both in small letters.

    `counted`: the noun stands after a number word ("two sessions"), so that its singular would be
    something else ("a two-session course").
    """
    if _is_plural_of(word, noun):
        return True
    return not counted and noun not in _NO_SINGULAR and _is_plural_of(noun, word)


def is_number_word(word: str) -> bool:
    """Whether a small-letter word counts what follows it."""
    return word in _NUMBER_WORDS
