"""A termbase: terms with English and Chinese names, and finding them in text.

>>> from glossary import Matcher, Term
>>> matcher = Matcher([Term("trade-war", "trade war", "贸易战")])
>>> [match.surface for match in matcher.find("Trade wars hurt; a trade‑war's cost is high.")]
['Trade wars', 'trade‑war']
"""

from __future__ import annotations

from glossary.errors import GlossaryError, UnreadableGlossary, UnwritableGlossary
from glossary.matching import Match, Matcher
from glossary.shipped import shipped
from glossary.term import Term, TermStatus

__all__ = [
    "GlossaryError",
    "Match",
    "Matcher",
    "Term",
    "TermStatus",
    "UnreadableGlossary",
    "UnwritableGlossary",
    "shipped",
]
