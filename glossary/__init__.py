"""A termbase: terms with English and Chinese names, their files, and finding them in text.

Files are in `glossary.formats`; everything else is here.

>>> from glossary import Matcher, Term
>>> matcher = Matcher([Term("trade-war", "trade war", "贸易战")])
>>> [match.surface for match in matcher.find("Trade wars hurt; a trade‑war's cost is high.")]
['Trade wars', 'trade‑war']
"""

from __future__ import annotations

from glossary.catalogue import Catalogue
from glossary.conflicts import ConflictKind, TermConflict, conflicts, rivals
from glossary.countries import abbreviated
from glossary.errors import GlossaryError, UnreadableGlossary
from glossary.matching import Match, Matcher
from glossary.merge import Change, Clash, Preview, compare
from glossary.pinyin import pinyin_of
from glossary.search import SearchIndex
from glossary.shipped import shipped
from glossary.term import Term, TermStatus
from glossary.usage import Usage, UsageState, usages

__all__ = [
    "Catalogue",
    "Change",
    "Clash",
    "ConflictKind",
    "GlossaryError",
    "Match",
    "Matcher",
    "Preview",
    "SearchIndex",
    "Term",
    "TermConflict",
    "TermStatus",
    "UnreadableGlossary",
    "Usage",
    "UsageState",
    "abbreviated",
    "compare",
    "conflicts",
    "pinyin_of",
    "rivals",
    "shipped",
    "usages",
]
