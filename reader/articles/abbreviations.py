"""Words with a full stop that does not end a sentence, and words that begin one.

The lists follow the Associated Press stylebook for titles, months, states and companies.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Always followed by more of the same sentence.
NEVER_LAST = _words(
    """mr mrs ms mx dr prof gen sen sens rep reps gov govs lt col sgt capt cmdr cdr adm maj brig
    cpl pvt pfc supt rev hon pres atty amb messrs mmes msgr det insp ald vs v cf viz
    e.g eg i.e ie ca approx mt ft fr sr. hrh vice-adm rear-adm lt-gen maj-gen"""
)

# Not an end before a figure: "No. 3", "Jan. 5", "pp. 12-14".
BEFORE_FIGURE = _words(
    """no nos vol vols art arts sec secs ch chap fig figs eq eqs p pp para paras op pt pts
    jan feb mar apr jun jul aug sep sept oct nov dec est rs ver s/n tel ext"""
)

WEEKDAYS = _words("mon tue tues wed thu thur thurs fri sat sun")

# May stand at the end as well: an end only where the next word clearly begins a sentence.
MAYBE_LAST = _words(
    """inc ltd co corp cos dept assn univ bros llc plc jr sr st ave blvd rd al esq
    ph.d m.d b.a m.a m.sc b.sc
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo d.c n.y n.j n.h n.m n.c n.d
    u.s u.n u.k e.u u.s.a u.a.e p.r.c d.p.r.k"""
)

# Words that open a sentence and hardly ever follow an abbreviation inside a name.
STARTERS = _words(
    """the a an this that these those he she it they we i you his her its their our my your there
    here in on at by for from with without within under over after before during since until
    despite although though while when whenever where why how what who which whose whether if
    unless because as to of but and or so yet nor however meanwhile moreover furthermore
    additionally also then thus therefore hence still instead nevertheless nonetheless otherwise
    both either neither each every all some many most few several such another other one two
    three more less no not even only just now today yesterday tomorrow earlier later last next
    recently currently previously according asked speaking following among between against across
    about around above below beyond through throughout toward towards upon amid is are was were
    do does did has have had can could will would should may might must let experts analysts
    critics supporters officials it's that's there's he's she's they're we're i'm i've don't
    it’s that’s there’s he’s she’s they’re we’re i’m i’ve don’t"""
)

# After a time of day these belong to the time: "at 5 p.m. Eastern", "at 5 p.m. Monday".
TIME_TAILS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr aug sept sep oct nov dec
    et edt est ct cdt cst mt mdt mst pt pdt pst gmt utc bst cet cest jst hkt eastern central
    pacific mountain greenwich"""
)

PRONOUNS = _words("he she it they we i you this that these those there")

REPORTING_VERBS = _words(
    """said says say asked asks added adds replied replies told tells wrote writes shouted
    exclaimed wondered answered continued cried demanded yelled called quipped explained argued
    responded tweeted posted warned noted insisted joked laughed concluded declared remarked
    whispered screamed read reads chanted recalled stated"""
)

# Capitals that stand for their government, and forms that follow a subject.
CAPITALS = _words(
    """beijing moscow tokyo seoul taipei pyongyang brussels london paris berlin kyiv tehran ottawa
    canberra jakarta manila hanoi singapore islamabad delhi riyadh ankara xi trump biden putin"""
)
AUXILIARIES = _words("is was has had did does will would could may might should must cannot")

# Names that carry a mark of their own.
MARKED_NAMES = _words("yahoo! jeopardy! jeopardy!, mamma! airplane! oklahoma! yum! e! pink! p!nk")
