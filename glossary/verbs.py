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
abandon abduct abide abolish abort absorb abstain abuse accede accept accompany accomplish accuse
achieve acknowledge acquire adapt add addict adhere adjourn adjust administer admire admit adopt
advance affect affirm agree aid aim align allege allow alter amaze ambush amend amuse analyze
annex announce annoy annul appeal appease applaud apply appoint apprehend approve argue arrange
arrest arrive ascend aspire assemble assert assess assign assume assure attach attack attain
attempt attend attest attract attribute audit augment avenge avert avoid await awaken axe backfire
bail bake ban bargain behave believe besiege betray blacklist blackmail blame bleach blockade
bolster bomb bombard boost borrow boycott breach bribe broadcast broaden browse bully bury buy
bypass campaign cancel capture carry carve cease cede censor censure cherish chew choke choose
chop circumvent clash cleanse clinch coerce coexist coincide collapse collect collide collude
combat combine commence commend commit compare compel compete compile complain complete comply
compose conceal concede conceive conclude condemn condone conduct confess confirm confront confuse
connect conquer consent conserve consist conspire construct consult consume contain contest
continue contradict contribute convene converge convert convey convict convince correct correspond
corrupt counterbalance create cripple crumble crush curb curtail debate deceive decide decipher
declare decline decouple decrease deem deepen defeat defect defend defer define deflect defuse
defy degrade delay delete delink deliver demand demolish denounce deny depart depend depict
deplete deploy deport depose deprive derisk derive descend describe destroy detain detect deter
determine devalue develop devote devour diagnose differ dilute diminish disable disagree disappear
disappoint disapprove disarm discard discern discharge disclose disconnect discontinue discourage
discover discredit discuss disinform dismantle dismiss dispatch disperse displace dispose disrupt
dissent dissolve dissuade distinguish distort distract distribute disturb divert divest dodge
donate downgrade downplay draft ease edit elect embargo embark embarrass embezzle embody embrace
emerge employ empower enable enact encircle encompass encourage endanger endorse endure enforce
engage enhance enlarge enlighten enlist enrich enroll ensure entail enter entrench envision equate
erase erect erode escape establish evade evict evoke evolve examine exceed exclude execute exempt
exert exhaust exile exist expand expect expel expire explode exploit explore export expose extend
extort extradite fail fetch fine flee flourish flout foment forbid forecast forfeit forge forget
foster freeze fulfil fulfill gain garner gather gauge govern grow guarantee hack halt hamper
happen harass harden harm hasten haunt heal highlight hijack hinder hoard honor hover ignite
ignore impair impeach impede implement imply import impose impress imprison improve incite include
increase indict induce infect inflame inflict influence inform infringe inhabit inhale inherit
inhibit inject injure inquire insist inspect inspire install instill instruct insure intend
intercept interfere interpret interrupt intervene introduce invade invent invest invite invoke
join kidnap kill launch leak lend lessen levy lift linger lobby locate lodge loosen loot lose
lower lure maintain maneuver marry meddle merge misjudge multiply murder negate neglect nurture
obey observe obstruct obtain occupy offend offset oppose oppress opt oust outlaw outpace outweigh
overflow overhaul overlook override overstretch overturn overwhelm pardon patrol perceive perform
perish persecute persuade plead pledge plunder plunge portray possess postpone pounce preach
precede preclude predict preempt prepare prescribe preserve preside pressure presume pretend
prevail prevent probe proclaim procure produce prohibit prolong promote pronounce propose
prosecute protect protest provide provoke publish pull punish purge pursue push quarantine quell
raid raise rally ransack rape reaffirm realign reassert reassure rebel rebound rebuild recapture
receive recite reclaim recommend reconcile reconsider reconstruct recount recover recruit recycle
redeem redesign redirect reduce refine reform refrain refresh refuse refute regain reign reimpose
reinforce reintroduce reject rejoin release relieve relinquish remain remove rename render renege
renew renounce reopen repeal repeat replace represent repress reprimand reprint reproduce require
rescind rescue reshape reshuffle reside resign resist resolve respond restore restrain restrict
resume retain retire retract retreat retrieve reunite reuse revamp reveal revert revisit revive
revoke revolt revolve rewild ridicule riot rise sabotage safeguard sanction satisfy scapegoat
scramble scrap secede seduce seek seize select sell send sentence settle sever sharpen shatter
shave shelve shorten shrink shun simmer slam slander slash slaughter slay slump smear smuggle snub
soar soften solve soothe spur spy squander stall starve steal stonewall straighten streamline
strengthen strive subdue submit subvert succeed succumb sue suffer suggest summon supply support
suppose suppress surge surpass surrender surround survive suspend sustain swear tackle tamper
tarnish tax thrash threaten thrive thwart tighten topple torture transform trigger uncover
undermine unfold unify unite unleash unload unlock unseat unveil upgrade uphold urge usurp vacate
vanish vary veto vie visit vote vow waive walk warn weaken weigh welcome widen win wiretap wither
withhold worsen
"""
_VERBS = frozenset(_VERBS_TEXT.split())
# Verbs only in front of their object, where the noun would stand with "of" or a plural: "raise
# tariffs" is an act, "a raise" is pay.
_OPENERS_TEXT = """
accommodate acquit activate address advertise appear appreciate approach arm arraign ask assist
associate award bear beat become beg begin belong bind bite bless block blow bounce break breed
bridge brief bring broker build burn call cast catch cater cause challenge change charge chase
check cheer circulate cite claim classify clean clear climb cling close come command communicate
commute concentrate contemplate cool cope count counter cross cultivate cut damage dance dare deal
deserve dig digest direct display distance ditch dive divide do drag drain draw dress drill drive
drop dump dwell earn eat encounter end enjoy entertain estimate evaluate exchange exit explain
express extract face fade fall feed fight file fill filter finance find finish fish fit fix flex
flip float flood fold follow form fund generate get give glance go grab graduate grant grasp guide
hail hammer handle hang harvest haul have head hear help hire hit hold host hunt hurt identify
indicate iron jump keep kick lack land laugh lay lead lean learn lease leave let limit link list
listen load lock look love make manage march mark measure meet memorize mend miss mix motivate
mount move nail navigate need notice offer open operate order organize overcome overplay pack
paint park pass pave pay penetrate pick pile pilot pioneer plan plant play plow plug point polish
pose pour praise pray present press process pump put qualify quit quote race rank reach react reap
recall reckon reflect regard register relate relax relay rely remember remind rent repair reply
report request reserve resort respect restart return review reward ride ring rip risk rob rock
roll root rub rule run rush sack sail save say scale scatter scratch scream screen scrub seal
search secure see sense separate serve set shake shape share shed shift ship shoot shoulder shout
show shuffle shut sign sink skip slice slip smash smooth snap sort sow spare spark speak speculate
spell spend spill sponsor spot spread squeeze stack stage stake stamp stand stare start state stay
steer step stick stir stoke stop store strain stretch strike strip struggle study subscribe suck
sum surf swallow swap sweat switch tailor take talk tame tap taste teach tear tell tend test think
throw tilt tip toe toss touch trace track train translate transport trap travel treat trim trust
try tune turn twist type underestimate use utter vent view voice wage wait wander want warm wash
waste watch wipe wish withdraw wonder work worry wrap wreck write yield
"""
_OPENERS = _VERBS | frozenset(_OPENERS_TEXT.split())
_PARTICLES_TEXT = """
about across ahead along apart around aside away back by down forward in into off on out over
through together up upon
"""
PARTICLES = frozenset(_PARTICLES_TEXT.split())
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
    """Whether a phrase opens with a verb because no noun stands so: step down, strike a deal.

    A noun does stand before a lone "on": ban on, crackdown on.
    """
    first, *rest = words
    if not rest or rest == ["on"] or first in _PREPOSITIONS or first.endswith(("ing", "ion", "s")):
        return False
    return rest[0] in _OBJECT_OPENERS or (
        rest[0] in PARTICLES and all(word in PARTICLES | _PREPOSITIONS for word in rest)
    )
