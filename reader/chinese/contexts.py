"""The table of words with several readings, chosen by what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

# How far around a word the table looks, in characters.
_REACH = 24


@dataclass(frozen=True, slots=True)
class Rule:
    """One reading of a word and where it holds. None holds everywhere."""

    syllables: tuple[str, ...]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the rule holds for the word at these character offsets of the text."""
        if self.before and not self.before.search(text[max(0, start - _REACH) : start]):
            return False
        return not self.after or bool(self.after.match(text[end : end + _REACH]))


class Contexts:
    """The rules of `data/readings.tsv`, read at construction (10 ms)."""

    def __init__(self) -> None:
        self._rules: dict[str, list[Rule]] = {}
        table = files("reader.chinese") / "data" / "readings.tsv"
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "word\t")):
                word, reading, before, after = (*line.split("\t"), "", "")[:4]
                rule = Rule(
                    tuple(reading.split()),
                    re.compile(f"(?:{before})$") if before else None,
                    re.compile(after) if after else None,
                )
                self._rules.setdefault(word, []).append(rule)

    def reading(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """Return the syllables of the word at these offsets, () where the table is silent."""
        rules = self._rules.get(text[start:end], ())
        return next((rule.syllables for rule in rules if rule.fits(text, start, end)), ())
