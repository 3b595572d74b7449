"""Which terms are verbs, so that a text may hold them in any verb form.

An English word is often a noun too, so a verb is told by the term's own words where they tell
(strike a deal, weigh in on) and by a list where they do not (lift sanctions). The list holds
verbs of news English whose forms in -ed and -ing are, together, more than a third of all their
forms in Speer's wordfreq, read one by one: out are those whose verb means another thing than the
noun a glossary would hold (ship, bank, chip, power, state); in are nouns whose verb is the same
act (veto, ban, boycott).
"""

from __future__ import annotations

from collections.abc import Sequence

from glossary.irregular import VERBS, irregular_verb

_VERBS_TEXT = """
abandon abduct abide abolish absorb abstain abuse accede accelerate accept accompany accomplish
accumulate accuse achieve acknowledge acquire adapt adhere adjourn adjust administer admit adopt
advance advise advocate affirm aggravate agree aid aim align allege alleviate allocate allow
ambush amend amplify annex announce annul antagonize anticipate apologize appeal appease appoint
apprehend approve arbitrate arrange arrest assassinate assemble assert assess assure attack
attempt attend attract audit authorize avert avoid backfire bail ban bargain behave believe
besiege betray blackmail blame blockade bolster bomb bombard boost borrow boycott breach bribe
broadcast broaden bully bypass calculate campaign cancel capitulate capture cease cede celebrate
censor censure circumvent clarify clash codify coerce coexist collaborate collapse collude combat
commemorate commit compel compensate compete complain complete comply compromise concede conclude
condemn condone confirm confiscate confront congratulate conquer consent consolidate conspire
consult contain contest continue contribute convene converge convey convict convince cooperate
coordinate correct corrupt counterbalance create criminalize cripple criticize crush curb curtail
debate deceive decelerate decide decimate declare decline decouple decrease dedicate deepen defeat
defect defend defer deflect defuse defy delay delegitimize deliberate delink deliver demand
demarcate demilitarize demobilize democratize demolish demonize demonstrate denounce denuclearize
deny depart deplete deploy deport depose depreciate deprive deregulate derisk destabilize destroy
detain deter deteriorate devalue develop devise dictate differ dilute diminish disagree disarm
discontinue discourage discredit discriminate discuss dismantle dismiss dispatch displace disrupt
dissent dissolve dissuade distort diversify divert divest dodge dominate donate downgrade downplay
draft ease elect elevate eliminate embargo embark embezzle embrace emerge emphasize enable enact
encircle encourage endanger endorse endure enforce engage enhance enlarge enlist ensure entail
entrench eradicate erode escalate escape establish evacuate evade evict exacerbate exaggerate
exceed exclude execute exempt exercise exert exile exist exonerate expand expel exploit export
expose expropriate extend extort extradite facilitate fail falsify finalize fine flee flout foment
forbid forecast forge formulate fortify foster fulfil fulfill gain gather gauge globalize govern
guarantee hack halt hamper harass harm harmonize hasten highlight hijack hinder hoard honor
hospitalize humiliate ignite ignore impair impeach impede implement implicate imply import impose
imprison improve incarcerate incite include increase indict infect infiltrate inflame inflict
influence infringe inhibit initiate innovate inspect install instigate instill institutionalize
integrate intensify intercept interfere interrogate intervene intimidate introduce invade
invalidate invest investigate invite invoke isolate jeopardize join justify kidnap launch leak
legalize legislate legitimize lend lessen levy liberalize liberate lift linger liquidate litigate
lobby lodge loosen loot lower lure maintain maneuver manipulate marginalize maximize meddle
mediate merge migrate militarize minimize misjudge mitigate mobilize moderate modernize modify
monopolize murder nationalize negate neglect negotiate neutralize nominate normalize nullify obey
obstruct occupy offend offset oppose oppress opt orchestrate oust outlaw outpace outweigh overhaul
override overstretch pacify pardon participate patrol penalize perpetrate perpetuate persecute
persuade plead pledge plunder plunge polarize politicize postpone pounce practise preach precede
preclude predict preempt prepare preserve preside pressure pressurize presume prevail prevent
prioritize privatize probe proclaim procrastinate prohibit proliferate prolong promise promote
propose prosecute protect protest provoke publish punish purge pursue push quarantine quell
radicalize raid rally ransack rape ratify reaffirm realign reassert reassure rebel rebound rebuild
recalibrate recapture reciprocate reclaim recognize recommend reconcile reconsider recover rectify
redeem reduce reform refrain refuse refute regain regulate reign reimpose reinforce reinstate
reiterate reject rejoin relinquish relocate remain remove renege renegotiate renew renounce reopen
reorganize repatriate repeal replace repress reprimand repudiate rescind rescue reshape reshuffle
resign resist resolve restore restrain restrict resume retaliate retract retreat reunify reunite
revamp reveal revise revitalize revive revoke revolt riot sabotage safeguard sanction scapegoat
scramble scrap secede seek seize sentence settle shelve shrink shun simmer slam slander slash
slump smear smuggle snub soar solidify solve spur spy squander stabilize stagnate stall stimulate
stonewall streamline strengthen strive subdue subjugate submit subsidize subvert succumb sue
suffer summon supervise supply support suppress surge surpass surrender survive suspend sustain
tackle tamper tarnish tax threaten thwart tighten tolerate topple torture transform trigger
undermine unify unilateralize unite unleash unseat unveil upgrade uphold urge usurp vacate
validate vandalize veto vie vilify violate visit vote vow waive walk warn weaken weaponize weigh
welcome widen wiretap wither withhold worsen
"""
_VERBS = frozenset(_VERBS_TEXT.split())
# Verbs only in front of their object, where the noun would stand with "of" or a plural: "raise
# tariffs" is an act, "a raise" is pay.
_OPENERS_TEXT = """
add arm ask attach bear beat become begin bind bite block blow break breed bridge bring broker
build burn bury buy call carry cast catch cause challenge choose claim clear climb cling close
come cool count counter cross cut deal dig distance do drag draw drive drop earn eat end enter
explain explore express face fall feed fight fill find float follow forget form get give go grant
grow hang have hear hit hold hurt keep kill lack lay lead lean learn leave let lose make manage
march mark meet mend move observe offer open overcome overplay pass pave pay pick play point pose
pour press pull put quit raise reach reap receive respect ride ring rise run save say scale see
sell send serve set sever shake share shed shift shoot show shut sign sink skip slip sow speak
spend spill spread stand start stay steal step stick stir stop stretch strike take talk teach tear
tell test think throw tip toe touch turn twist view wage wait watch win withdraw work write yield
"""
_OPENERS = _VERBS | frozenset(_OPENERS_TEXT.split())
_PARTICLES_TEXT = """
about across ahead along apart around aside away back by down forward in into off on out over
through together up upon
"""
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_OBJECT_OPENERS_TEXT = """
a an the one's his her its their our your my someone's somebody's someone oneself
"""
_OBJECT_OPENERS = frozenset(_OBJECT_OPENERS_TEXT.split())
_PREPOSITIONS_TEXT = """
at by for from in of on to under with as all both half not
"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_TEXT.split())
_ENDINGS = ("ize", "ise", "ify")
# Long words in -ate are verbs, or nouns and adjectives without forms in -ed.
_LONG = 7


def is_verb(word: str) -> bool:
    """Whether a small-letter word by itself is rather a verb than a noun.

    >>> [is_verb(word) for word in ("veto", "derisk", "withhold", "chip", "tariff", "building")]
    [True, True, True, False, False, False]
    """
    return (
        word in _VERBS
        or (word not in VERBS and irregular_verb(word) is not None)
        or (len(word) >= _LONG - 1 and word.endswith(_ENDINGS))
        or (len(word) >= _LONG and word.endswith("ate"))
    )


def can_be_verb(word: str) -> bool:
    """Whether a small-letter word is at times a verb, and no rarely so."""
    return word in _OPENERS or word in VERBS or is_verb(word)


def opens_with_verb(words: Sequence[str]) -> bool:
    """Whether the first of the small-letter words of a phrase is its verb, in the infinitive.

    >>> [opens_with_verb(phrase.split()) for phrase in (
    ...     "strike a deal", "weigh in on", "lift sanctions", "trade war", "in the long run"
    ... )]
    [True, True, True, False, False]
    """
    if len(words) == 1:
        return False
    return words[0] in _OPENERS or is_verb(words[0]) or is_surely_verbal(words)


def is_surely_verbal(words: Sequence[str]) -> bool:
    """Whether a phrase opens with a verb because no noun stands so: step down, strike a deal."""
    first, *rest = words
    if not rest or first in _PREPOSITIONS or first.endswith(("ing", "ion", "s")):
        return False
    return rest[0] in _OBJECT_OPENERS or (
        rest[0] in _PARTICLES and all(word in _PARTICLES | _PREPOSITIONS for word in rest)
    )
