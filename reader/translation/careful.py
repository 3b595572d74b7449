"""Choose among several translations of one sentence the one that the others agree with most.

Minimum Bayes risk decoding (Kumar and Byrne 2004) with chrF (Popović 2015) as the gain: what
several samples say alike is likely right, and what only one says is likely invented. Pure
functions, no model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from reader.translation.forcing import loops

_ORDERS = range(1, 7)
_BETA = 2  # recall counts so many times as much as precision
_ISSUE = 0.05  # what an issue costs, in chrF from 0 to 1


def best_agreed(candidates: Sequence[str], issues: Callable[[str], int] = lambda _: 0) -> int:
    """Return the index of the candidate with the highest mean chrF against the others.

    *issues* counts what the checks find in one. A candidate that loops is taken last.

    >>> best_agreed(["他去了北京。", "猫。", "他去北京了。", "他到了北京。"])
    0
    """

    def worth(index: int) -> float:
        text = candidates[index]
        others = [other for n, other in enumerate(candidates) if n != index]
        agreed = sum(chrf(text, other) for other in others) / max(1, len(others))
        return agreed - loops(text) - _ISSUE * issues(text)

    return max(range(len(candidates)), key=worth)


def chrf(hypothesis: str, reference: str) -> float:
    """Return chrF2 of two texts, 0 to 1, white space left out."""
    found, wanted = "".join(hypothesis.split()), "".join(reference.split())
    scores = []
    for order in _ORDERS:
        ours, theirs = _ngrams(found, order), _ngrams(wanted, order)
        if ours and theirs:
            shared = (ours & theirs).total()
            precision, recall = shared / ours.total(), shared / theirs.total()
            weighted = _BETA**2 * precision + recall
            scores.append((1 + _BETA**2) * precision * recall / weighted if weighted else 0.0)
    return sum(scores) / len(scores) if scores else 0.0


def _ngrams(text: str, order: int) -> Counter[str]:
    return Counter(text[start : start + order] for start in range(len(text) - order + 1))
