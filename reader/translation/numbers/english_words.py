"""The number words of English and what they are worth."""

from __future__ import annotations

import re


def _counted(words: str, start: int, step: int = 1) -> dict[str, int]:
    """Return each of the words with its value: `start`, `start + step`, and so on."""
    return {word: start + nth * step for nth, word in enumerate(re.findall(r"\w+", words))}


ONES = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    start=0,
)
TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", start=20, step=10)
ORDINALS = _counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    start=1,
) | {"thirtieth": 30, "hundredth": 100}
PARTS = {"half": 2, "halves": 2, "quarter": 4} | _counted(
    "third fourth fifth sixth seventh eighth ninth tenth", start=3
)
# Words that a translation may rightly write as a number.
TIMES = {
    "decade": 10,
    "century": 100,
    "millennium": 1000,
    "double": 2,
    "doubled": 2,
    "doubling": 2,
    "twice": 2,
    "twofold": 2,
    "two-fold": 2,
    "couple": 2,
    "triple": 3,
    "tripled": 3,
    "threefold": 3,
    "quadruple": 4,
    "fourfold": 4,
    "fortnight": 2,
}
BIG_WORDS = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
SCALES = BIG_WORDS | {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
MONTHS = (
    _counted(
        "january february march april may june july august september october november december",
        start=1,
    )
    | _counted("jan feb mar apr", start=1)
    | _counted("jun jul aug sep oct nov dec", start=6)
    | {"sept": 9}
)
