"""What a person can choose about an export."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.exports.wording import ENGLISH, Wording

# The levels of HSK 3.0 above which pinyin can be asked for; above 7-9 there is none.
LEVELS = range(1, 7)


class Script(StrEnum):
    """The characters of the Chinese."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


class Version(StrEnum):
    """Which Chinese: the article's own, whoever made it, or its reviewed version."""

    OWN = "machine"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of all formats; each format heeds those that it can.

    `pinyin` puts pinyin over the Chinese words, if `above` is not 0 only over words above that
    level of HSK 3.0; `spoken` gives it the tones that are spoken, not those of the dictionary.
    In the HTML page, where the reader can still switch them, `pinyin`, `above`, `script` and
    `version` are the first state. `wording` is the language of headings and labels.
    """

    pinyin: bool = False
    above: int = 0
    script: Script = Script.SIMPLIFIED
    version: Version = Version.OWN
    spoken: bool = False
    wording: Wording = ENGLISH

    def annotates(self, level: int) -> bool:
        """Whether a word of that level (0: in no list) has its pinyin shown."""
        return self.pinyin and (not level or level > self.above)
