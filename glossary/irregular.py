"""English words that do not follow the rules: data for `glossary.inflection`.

The verbs are those of R. Quirk et al., "A Comprehensive Grammar of the English Language" (1985),
sections 3.11-3.20, without those that only old books know; the plurals those of sections
5.77-5.96 that news uses, with the Latin and Greek ones of law and science.
"""

from __future__ import annotations

# The infinitive, then its past forms, and -ing or -s forms that no rule gives.
_VERBS_TEXT = """
be is are was were been being am;age aged aging ageing
arise arose arisen;awake awoke awoken;bear bore borne born
beat beaten;become became;begin began begun;bend bent;bet betting;bid bidding;bind bound
bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought
broadcast broadcasting;build built;burn burnt burned;burst bursting;buy bought;cast casting
catch caught
choose chose chosen;cling clung;come came;cost costing;creep crept;cut cutting;deal dealt
die died dying;dig dug digging;do did done does;draw drew drawn;dream dreamt dreamed
drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought
find found;flee fled;fling flung;fly flew flown flies;forbid forbade forbidden
forecast forecasting forecasted;forget forgot forgotten forgetting;forgive forgave forgiven
forgo forwent forgone;forsake forsook forsaken;freeze froze frozen;get got gotten getting
give gave given;go went gone goes;grind ground;grow grew grown;hang hung hanged;have had has having
hear heard;hide hid hidden;hit hitting;hold held;hurt hurting;keep kept;kneel knelt kneeled
know knew known
lay laid;lead led;lean leant leaned;leap leapt leaped;learn learnt learned;leave left
lend lent;let letting;lie lay lain lying lied;light lit lighted;lose lost;make made;mean meant
meet met;mistake mistook mistaken;panic panicked panicking;pay paid;prove proved proven
put putting;quit quitting;read reading;rid ridding;ride rode ridden;ring rang rung
rise rose risen;run ran running;saw sawed sawn;say said;see saw seen;seek sought;sell sold;send sent
set setting;shake shook shaken;shed shedding;shine shone;shoot shot;show showed shown
shrink shrank shrunk;shut shutting;sing sang sung;sink sank sunk;sit sat sitting;sleep slept
slide slid;speak spoke spoken;speed sped;spend spent;spill spilt spilled;spin spun spinning
split splitting;spoil spoilt spoiled;spread spreading;spring sprang sprung;stand stood
steal stole stolen;stick stuck;sting stung;stride strode;strike struck stricken
strive strove striven;swear swore sworn;sweep swept;swell swelled swollen;swim swam swum swimming
swing swung;take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown
thrust thrusting;owe owed owing;sue sued suing;use used using;axe axed axing
tie tied tying;upset upsetting;vie vied vying;wake woke woken;wear wore worn
weave wove woven;weep wept;win won winning;wind wound;wring wrung;write wrote written
"""
# Overthrow goes like throw, withhold like hold.
_PREFIXES = ("under", "fore", "over", "with", "mis", "off", "out", "re", "un", "up")
_PLURALS_TEXT = """
memorandum memoranda;crisis crises;basis bases;analysis analyses;thesis theses
hypothesis hypotheses;emphasis emphases;oasis oases;axis axes;diagnosis diagnoses
synthesis syntheses;criterion criteria;phenomenon phenomena;datum data;medium media
referendum referenda;curriculum curricula;stratum strata;bacterium bacteria;man men;woman women
child children;person people;nucleus nuclei;stimulus stimuli;alumnus alumni
wolf wolves;half halves;life lives;leaf leaves;knife knives;shelf shelves;thief thieves
calf calves;loaf loaves;wife wives;self selves;hoof hooves;index indices;appendix appendices
matrix matrices;vertex vertices;foot feet;tooth teeth;goose geese;mouse mice;ox oxen
formula formulae;bureau bureaux;plateau plateaux;corps corps;dice dice
"""
# Nouns without another number: the plural is the word itself, or there is no singular.
_ONE_NUMBER_TEXT = """
ties goods arms earths economics politics talks news series species means headquarters crossroads
barracks sheep aircraft spacecraft offspring
"""
ONE_NUMBER = frozenset(_ONE_NUMBER_TEXT.split())


def _entries(text: str) -> dict[str, list[str]]:
    lines = text.strip().replace("\n", ";").split(";")
    return {word: others for word, *others in map(str.split, lines)}


VERBS = {base: frozenset(forms) for base, forms in _entries(_VERBS_TEXT).items()}
PLURALS = {noun: others[0] for noun, others in _entries(_PLURALS_TEXT).items()}
_SINGULARS = {plural: noun for noun, plural in PLURALS.items()}
_INFINITIVES = {form: base for base, forms in VERBS.items() for form in forms}


def irregular_verb(base: str) -> frozenset[str] | None:
    """The irregular forms of an infinitive, or None for a regular verb.

    >>> sorted(irregular_verb("overthrow") or ())
    ['overthrew', 'overthrown']
    """
    if base in VERBS:
        return VERBS[base]
    for prefix in _PREFIXES:
        if base.startswith(prefix) and base[len(prefix) :] in VERBS:
            return frozenset(prefix + form for form in VERBS[base[len(prefix) :]])
    return None


def infinitives_of(form: str) -> list[str]:
    """The infinitives that an irregular verb form may belong to, the nearest one first.

    >>> infinitives_of("overthrew"), infinitives_of("laid"), infinitives_of("trade")
    (['overthrow'], ['lay', 'lie'], [])
    """
    for prefix in ("", *_PREFIXES):
        rest = form[len(prefix) :]
        if form.startswith(prefix) and rest in _INFINITIVES:
            base = _INFINITIVES[rest]
            return [prefix + base, *infinitives_of(prefix + base)]
    return []


def infinitive(form: str) -> str:
    """One infinitive for an irregular verb form, else the word as it is.

    Forms that are infinitives too (lay, found, saw) give the one they are a past form of, so that
    all of both verbs come together.

    >>> [infinitive(form) for form in ("sought", "laid", "lay", "trade")]
    ['seek', 'lie', 'lie', 'trade']
    """
    return [form, *infinitives_of(form)][-1]


def singular(noun: str) -> str:
    """The singular of an irregular plural, else the word as it is."""
    return _SINGULARS.get(noun, noun)
