"""Names and abbreviations that are common English words too, by what the common word is.

Countries, cities, firms, magazines, politicians and agencies of the news that share their
spelling with a word of everyday English (Speer's wordfreq, Zipf 3.5 or more): where the capital
says nothing, `glossary.naming` decides by the words around and by what kind of word it would be.
China, US, WHO and Fed are not here: where they stand at the start they mostly are the names, and
where not their blocked contexts tell.
"""

from __future__ import annotations

from enum import Enum


class Common(Enum):
    """What a name would be in small letters.

    NOUN: counted, so that it needs an article (an apple); MASS: not counted (rice); ADJECTIVE;
    VERB: as often an order (polish it); FUNCTION: a word of grammar (may, it); NONE: no word.
    """

    NOUN = "noun"
    MASS = "mass"
    ADJECTIVE = "adjective"
    VERB = "verb"
    FUNCTION = "function"
    NONE = "none"


_TEXT = {
    Common.NOUN: """
        alphabet amazon apple baker ball banks bath bear bell bird bishop block bond bush carter
        caterpillar cell chad church cooper cork court crane crown crystal dove eagle field fisher
        fox galaxy gap gates guardian herald hill house hunter jaguar jersey king kiwi lake mason
        miller mirror moon mustang officer oracle palm parker puma rose sage sessions shell
        shepherd square state stone subway summers sun telegram tide tiger tribune turkey tyre
        union visa wells wolf
    """,
    Common.MASS: """
        art cash coal cop faith fortune gore grace hope ice joy justice labor labour life nature
        orange reading rice salt science steam stem time variety
    """,
    Common.ADJECTIVE: """
        august best black brown frank gray green grey independent little long mad major nice quick
        rich sharp short slack small strong swift united warm white wise young
    """,
    Common.VERB: """
        aim ban bill burns care chase cook cross discover drew grant lie march mark park pat
        polish post price rob signal sprint start sue target
    """,
    Common.FUNCTION: """
        am an and are as at can for hi in is it may me mine no or so will
    """,
}
_KINDS = {word: kind for kind, words in _TEXT.items() for word in words.split()}
# Abbreviations that a line of capitals hides among its words: AID, STEP, CARE.
_HIDDEN_TEXT = """
act aid aids arm arms bit cap car care cat dart deal era fast fit gas go heat help hot inn job
kit law lead let man map men met mine now nuts oil one pal pan past path peace pet pin pit plan
pro race rage ram rap rat red rest sad safe sail sap save sea seal set she sit six smart solo son
spy star step stop swap tag tan tap task team tech ten tip top trap trip tv up use war was wave
we web win wish woman zero
"""
_HIDDEN = frozenset(_HIDDEN_TEXT.split())
# Places that people are called by: Michael Jordan, Paris Hilton.
_SHARED_TEXT = """
adelaide alexandria america austin berlin bolton brooklyn cairo carolina chad charlotte chelsea
cleveland dallas diego florence france georgia hamilton holland houston india ireland israel jackson
jefferson jordan kenya lancaster lincoln london madison milan paris perth phoenix preston santiago
savannah siena sofia sydney valencia victoria vienna virginia washington wellington york
"""
SHARED_WITH_PEOPLE = frozenset(_SHARED_TEXT.split())
# Adjectives of nations that are words: "Polish farmers" is what the name is for.
NATIONAL = frozenset({"polish"})


def common_kind(name: str) -> Common:
    """What a name or abbreviation of one word is in small letters.

    >>> common_kind("Apple"), common_kind("IT"), common_kind("NATO")
    (<Common.NOUN: 'noun'>, <Common.FUNCTION: 'function'>, <Common.NONE: 'none'>)
    """
    lowered = name.lower()
    if name.isupper() and lowered in _HIDDEN:
        return Common.MASS
    return _KINDS.get(lowered, Common.NONE)
