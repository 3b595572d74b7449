"""How long building a matcher and matching take, by the number of terms.

The terms are made of real ones and of invented two-word names, so that most of them never occur
in the text, as in a real glossary of that size.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count, islice, product

from glossary import Matcher, Term, shipped

SIZES = (100, 1_000, 10_000, 100_000)
_HEADS = [
    "steel",
    "trade",
    "border",
    "river",
    "export",
    "harvest",
    "energy",
    "school",
    "market",
    "health",
    "credit",
    "tax",
]
_TAILS = [
    "council",
    "pact",
    "board",
    "union",
    "fund",
    "treaty",
    "panel",
    "court",
    "bank",
    "forum",
    "agency",
    "plan",
]
_SENTENCE = (
    "On Tuesday, officials from both countries said that talks about {} would go on for as long "
    "as it takes, and that neither side wanted the quarrel to grow any further than it has. "
)
_TEXT_SIZE = 1_000_000


def terms(number: int) -> Iterator[Term]:
    """`number` terms: the shipped ones first, then invented ones."""
    invented = (
        Term(f"invented-{n}", f"{head} {tail} {n}", f"术语{n}", (f"{head}-{tail} {n}",))
        for n, (head, tail) in zip(
            count(), (pair for _ in count() for pair in product(_HEADS, _TAILS)), strict=False
        )
    )
    yield from islice(shipped(), number)
    yield from islice(invented, max(0, number - len(shipped())))


def text(size: int = _TEXT_SIZE) -> str:
    """About `size` characters of English with a shipped term in every sentence."""
    names = [term.headword for term in shipped()]
    sentences = [_SENTENCE.format(name) for name in names]
    return "".join(sentences[n % len(sentences)] for n in range(size // 190))


def run() -> list[str]:
    """One printed row for each number of terms."""
    english = text()
    rows = [f"{'terms':>9} {'build s':>9} {'match MB/s':>11} {'matches':>9}"]
    for size in SIZES:
        chosen = list(terms(size))
        started = time.perf_counter()
        matcher = Matcher(chosen)
        built = time.perf_counter()
        found = len(matcher.find(english))
        speed = len(english) / (time.perf_counter() - built) / 1_000_000
        rows.append(f"{size:>9,} {built - started:>9.3f} {speed:>11.2f} {found:>9,}")
    return rows


def main() -> None:
    """Print the table."""
    print("\n".join(run()))


if __name__ == "__main__":
    main()
