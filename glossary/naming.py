"""Whether a name stands where its capital says nothing: Turkey at the start of a sentence.

In the middle of a sentence a capital tells a name. At its start, in a title and in a line of
capitals everything has one; there the words around tell, by what the common word would need: a
counted noun its article ("Apple sued", but "An apple fell"), an adjective its noun ("Brown said",
but "Brown bears"), a verb its object ("Polish farmers", but "Polish the silver"). Where they do
not tell, the rest of the text does, and last what is likelier.
"""

from __future__ import annotations

from glossary.common_names import NATIONAL, Common, common_kind
from glossary.inflection import infinitives
from glossary.irregular import VERBS
from glossary.layout import Style, opens_sentence, style_at
from glossary.verbs import can_be_verb, is_verb
from glossary.words import Words, bare, clean, is_possessive

_AUXILIARIES_TEXT = """
is was are were has had have will would may might can could should must does did do shall isn't
wasn't won't doesn't didn't hasn't can't
"""
_DETERMINERS_TEXT = """
a an the this that these those his her its their our your my no some any each every another all
both what which whose more most many such one two three
"""
_PREPOSITIONS_TEXT = """
in on at by for from with to of into over under after before between among against about through
during without within as than near behind across since until like via amid off up out
"""
_PRONOUNS_TEXT = "he she it they we i you him them us me there who everyone everything something"
_ADVERBS_TEXT = """
not also now never still already once later then only alone again too even today yesterday tomorrow
meanwhile however instead indeed
"""
# What people, firms and states do and things do not.
_ACTS_TEXT = """
accuse acquire address admit adopt advise agree announce appeal appoint approve argue arrest
arrive ask award back ban blame build buy call choose cite claim close condemn confirm create
criticize decide declare defend demand deny deport detain dismiss elect endorse expel file fire
hail hire hold impose insist introduce invade invite join launch lead meet name nominate offer
oppose order pay pick plan pledge praise promise propose publish raid ratify recall refuse reject
release remain reply report resign retaliate return say seek seize sell sign speak sue suspend
tell testify threaten unveil urge veto visit vow want warn weigh welcome win withdraw
"""
_COMPANY_TEXT = """
administration advisers agent agents aide aides airstrike airstrikes allies ambassador anchor
anchors app army article boss bosses brand cabinet campaign capital ceo chairman channel chat
chats chief chiefs citizens columnist commander commanders committee committees consultant
consultants correspondent court cover currency customers debt delegation democrats department
detention developers diplomat diplomats dividend earnings editor editors embassy employee
employees engineers envoy envoys executive executives experts exports factory fighters firm firms
forces founder government headquarters host hosts inc industry insurgents investors journalist
journalists lawmaker lawmakers lawsuit lawyers leader leaders lira magazine majority management
message messages militants military militia minister ministers ministry minority mp mps officer
officers official officials online operatives panel parliament patent platform platforms plc
police politicians president presidents products professionals profit profits prosecutors
quarterly raid raids readers recruits refugees reporters representative republicans revenue
revenues rival rivals sector services shareholders shares software soldiers speaker specialists
spokesman spokesperson spokeswoman staff stock stocks store stores subcommittee subsidiary
suppliers support supporters suspects systems team teams tech territory tourists treaty troops
users viewers voters warehouse warehouses website workers
"""
_AUXILIARIES = frozenset(_AUXILIARIES_TEXT.split())
_DETERMINERS = frozenset(_DETERMINERS_TEXT.split())
_PREPOSITIONS = frozenset(_PREPOSITIONS_TEXT.split())
_PRONOUNS = frozenset(_PRONOUNS_TEXT.split())
_ADVERBS = frozenset(_ADVERBS_TEXT.split())
_ACTS = frozenset(_ACTS_TEXT.split())
_COMPANY = frozenset(_COMPANY_TEXT.split())
_AFTER_ORDER = frozenset({"against", "for", "into", "on", "out", "past", "with"})
_HONORIFICS_TEXT = "mr mrs ms dr sir lord lady president minister secretary senator gov sen"
_HONORIFICS = frozenset(_HONORIFICS_TEXT.split())
# Behind these a verb has no ending: "May faces rebellion" is about a person.
_MODALS = frozenset({"may", "will", "can"})
_MADE = frozenset(
    [
        "backed",
        "based",
        "born",
        "controlled",
        "funded",
        "held",
        "led",
        "made",
        "occupied",
        "owned",
        "run",
    ]
)
_CONJUNCTIONS_TEXT = "and or but so yet if when because although though"
_CONJUNCTIONS = frozenset(_CONJUNCTIONS_TEXT.split())
_CLOSED = _AUXILIARIES | _DETERMINERS | _PREPOSITIONS | _PRONOUNS | _ADVERBS | _CONJUNCTIONS


def is_closed(word: str) -> bool:
    """Whether a small-letter word belongs to grammar and not to names: in, while, the."""
    return word in _CLOSED


def reads_as_name(words: Words, index: int, form: str, *, is_month: bool = False) -> bool:
    """Whether word `index` of a text is the name or abbreviation `form` and no common word."""
    kind = common_kind(form)
    if kind is Common.NONE:
        return True
    style = style_at(words, index)
    opens = opens_sentence(words, index)
    if style is not Style.CAPITALS and (form.isupper() or (style is Style.SENTENCE and not opens)):
        return True
    if is_possessive(clean(words.words[index])):
        return True
    if is_month:
        return not (opens and _is_order(words, index))
    told = _told_before(words, index, kind) if not opens else None
    if told is None:
        told = _told_after(words, index, form, kind, style)
    if told is None:
        told = _told_elsewhere(words, form)
    return kind is Common.NOUN if told is None else told


def _is_order(words: Words, index: int) -> bool:
    """Whether it is said to march on or asked whether one may."""
    following = words.words[index + 1].lower() if index + 1 < len(words) else ""
    return following in _PRONOUNS | _DETERMINERS | _AFTER_ORDER


def _told_before(words: Words, index: int, kind: Common) -> bool | None:
    before = words.words[index - 1].lower()
    if before in _HONORIFICS and words.gap(index) in (" ", ". "):
        return True
    if not words.gap(index).isspace():
        return None
    if before in _DETERMINERS:
        return False
    if kind is Common.NOUN and before in _PREPOSITIONS:
        return True
    return None


def _told_after(words: Words, index: int, form: str, kind: Common, style: Style) -> bool | None:
    if index + 1 == len(words):
        return None
    gap, word = words.gap(index + 1), words.words[index + 1]
    if gap in ("-", "‑", "‐", "–"):
        is_compound = form.lower() in NATIONAL or word in _MADE
        return is_compound or (word[0].isupper() and style is Style.SENTENCE) or None
    if gap.startswith(","):
        return _told_by_comma(words, index + 1, kind, style)
    if not gap.isspace():
        return None
    following = word.lower()
    if following[0].isdigit():
        return True
    if following in ("and", "or", "&"):
        return _told_by_partner(words, index + 2, kind, style)
    if following in _CLOSED:
        return _told_by_closed(following, kind)
    if style is Style.SENTENCE and word[0].isupper():
        return kind is not Common.FUNCTION
    return _told_by_open(bare(clean(following)), form, kind)


def _told_by_comma(words: Words, index: int, kind: Common, style: Style) -> bool | None:
    """Whether a description follows: "Turkey, a NATO member" and "Rice, who"."""
    word = words.words[index].lower()
    if word in ("who", "whose"):
        return True
    if kind is Common.NOUN and word in ("a", "an", "the", "which"):
        return True
    return True if style is Style.SENTENCE and words.words[index][0].isupper() else None


def _told_by_partner(words: Words, index: int, kind: Common, style: Style) -> bool | None:
    """Whether a name or a common word stands on the other side of "and"."""
    if index >= len(words) or style is not Style.SENTENCE:
        return None
    word = words.words[index]
    if word[0].isupper():
        return True
    return kind is Common.NOUN and word in _DETERMINERS


def _told_by_closed(following: str, kind: Common) -> bool | None:
    if following in _AUXILIARIES:
        is_helper = following not in ("is", "was", "are", "were", "do")
        if kind in (Common.NOUN, Common.ADJECTIVE, Common.VERB):
            return following not in ("are", "were", "have", "do")
        return is_helper if kind is Common.FUNCTION and following != "have" else None
    if following in _ADVERBS:
        return True if kind is Common.NOUN else None
    if following in _PREPOSITIONS:
        return kind is Common.NOUN and following not in ("of", "between", "among")
    return kind is Common.NOUN and following in _DETERMINERS


def _told_by_open(following: str, form: str, kind: Common) -> bool | None:
    if following in _COMPANY or following.endswith("spokesman"):
        return True
    bases = infinitives(following)
    if not bases.isdisjoint(_ACTS) and following not in _ACTS:
        return form not in ("IT", "WHO")
    if form.lower() in NATIONAL:
        return True
    if form.lower() in _MODALS:
        return any(map(can_be_verb, bases - {following}))
    if kind in (Common.MASS, Common.FUNCTION):
        return False
    if kind is not Common.NOUN:
        return any(map(is_verb, bases - {following}))
    if following.endswith(("ly", "ing")):
        return following.endswith("ly")
    past = following.endswith("ed") or any(following in VERBS[b] for b in bases & VERBS.keys())
    return past or any(map(can_be_verb, bases - {following}))


def _told_elsewhere(words: Words, form: str) -> bool | None:
    """Whether the rest of the text has the word with a capital or without one."""
    if form.isupper():
        return None
    if form not in words.seen:
        words.seen[form] = _is_seen_as_name(words, form)
    return words.seen[form]


def _is_seen_as_name(words: Words, form: str) -> bool | None:
    for place in words.places(form):
        if not opens_sentence(words, place) and style_at(words, place) is Style.SENTENCE:
            return True
    return False if words.places(form.lower()) else None
