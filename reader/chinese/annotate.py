"""A Chinese sentence as the reading page shows it: words with pinyin and level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.chinese.levels import NO_LEVEL, Level, level
from reader.chinese.pinyin import Pinyin, spoken
from reader.chinese.words import Words


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, mark or run of blanks. Offsets are characters of the sentence.

    `syllables` has one marked syllable for each Chinese character, () where there is none;
    `pinyin` is the reading of the whole word, "" where it has no Chinese character.
    """

    text: str
    start: int
    end: int
    syllables: tuple[str, ...] = ()
    pinyin: str = ""
    level: Level = NO_LEVEL
    is_term: bool = False


class Annotator:
    """Annotates the sentences of one article. Threads may share one.

    `given` maps words to the pinyin that the glossary or a teacher gives them. `sandhi` asks for
    the tones as spoken instead of those of the dictionary.
    """

    def __init__(
        self,
        words: Words,
        pinyin: Pinyin,
        given: Mapping[str, str] | None = None,
        *,
        sandhi: bool = False,
    ) -> None:
        self._words = words
        self._pinyin = pinyin
        self._given = dict(given or {})
        self._sandhi = sandhi

    def annotate(self, target: str, terms: Iterable[tuple[int, int]] = ()) -> tuple[Token, ...]:
        """Return the tokens of a sentence in order; put together they are the sentence.

        `terms` are the spans of glossary terms in it, in characters; each becomes one token.
        """
        spans = frozenset(terms)
        words = self._words.cut(target, spans)
        readings = self._pinyin.readings(words, self._given)
        if self._sandhi:
            readings = spoken(words, readings)
        return tuple(
            Token(
                word.text,
                word.start,
                word.end,
                reading.syllables,
                reading.pinyin,
                level(word.text) if word.is_han else NO_LEVEL,
                (word.start, word.end) in spans,
            )
            for word, reading in zip(words, readings, strict=True)
        )
