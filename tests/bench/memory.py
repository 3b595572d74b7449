"""How long a lookup in a memory of 100,000 units takes."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from reader.translation.memory import TranslationMemory, Unit

_UNITS = 100_000
_LOOKUPS = 60
_VOCABULARY = 20_000


def run() -> None:
    """Print the processor time of exact and fuzzy lookups and of adding a unit."""
    rng = random.Random(7)
    sources = _sentences(rng)
    start = time.process_time()
    memory = TranslationMemory(Unit(source, "译文") for source in sources)
    print(f"memory: {len(memory):,} units read in {time.process_time() - start:.2f} s")
    edited = rng.sample(sources, _LOOKUPS)
    asked = [_edited(rng, source) for source in edited]
    _row("exact", lambda n: memory.exact(sources[n]))
    found = sum(
        source in [match.unit.source for match in memory.fuzzy(query)]
        for source, query in zip(edited, asked, strict=True)
    )
    print(f"memory: {found} of {_LOOKUPS} sources with one changed word found again")
    _row("fuzzy", lambda n: memory.fuzzy(asked[n]))
    _row("add", lambda n: memory.add(Unit(f"{asked[n]} {n}", "译文")))


def _row(name: str, action: Callable[[int], object]) -> None:
    times = []
    for n in range(_LOOKUPS):
        start = time.process_time()
        action(n)
        times.append(1000 * (time.process_time() - start))
    print(f"memory: {name:5} median {statistics.median(times):6.3f} ms, most {max(times):6.3f} ms")


def _sentences(rng: random.Random) -> list[str]:
    """Make sentences as long as those of news, of words as frequent as Zipf's law says."""
    letters = "eeeeettttaaaooiinnsshhrrdlucmfwypvbgk"
    words = [
        "".join(rng.choices(letters, k=rng.randint(2, 10) if n > 100 else rng.randint(1, 4)))
        for n in range(_VOCABULARY)
    ]
    weights = [1 / (n + 1) for n in range(_VOCABULARY)]
    lengths = [max(5, min(45, round(rng.gauss(22, 8)))) for _ in range(_UNITS)]
    drawn = iter(rng.choices(words, weights, k=sum(lengths)))
    return [" ".join(next(drawn) for _ in range(length)) for length in lengths]


def _edited(rng: random.Random, source: str) -> str:
    words = source.split()
    words[rng.randrange(len(words))] = "something"
    return " ".join(words)


if __name__ == "__main__":
    run()
