"""A Chinese sentence as the reading page shows it: words with pinyin and level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.chinese.levels import NO_LEVEL, Level, level
from reader.chinese.pinyin import Pinyin, Reading, spoken
from reader.chinese.words import Word, Words

LONGEST_WHOLE = 4  # characters; a longer word comes apart, so that lines can end inside it


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, mark or run of blanks. Offsets are characters of the sentence.

    `parts` are the lengths, in characters, of the words in one longer than `LONGEST_WHOLE`.
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
    parts: tuple[int, ...] = ()


class Annotator:
    """Annotates the sentences of one article. Threads may share one.

    `given` maps words to the pinyin that the glossary or a teacher gives them. The tones are those
    of the dictionary.
    """

    def __init__(
        self,
        words: Words,
        pinyin: Pinyin,
        given: Mapping[str, str] | None = None,
    ) -> None:
        self._words = words
        self._pinyin = pinyin
        self._given = dict(given or {})

    def annotate(self, target: str, terms: Iterable[tuple[int, int]] = ()) -> tuple[Token, ...]:
        """Return the tokens of a sentence in order; put together they are the sentence.

        `terms` are the spans of glossary terms in it, in characters; each becomes one token.
        """
        spans = frozenset(terms)
        words = self._words.cut(target, spans)
        readings = self._pinyin.readings(words, self._given)
        return tuple(
            Token(
                word.text,
                word.start,
                word.end,
                reading.syllables,
                reading.pinyin,
                level(word.text) if word.is_han else NO_LEVEL,
                (word.start, word.end) in spans,
                self._words.parts(word.text) if len(word.text) > LONGEST_WHOLE else (),
            )
            for word, reading in zip(words, readings, strict=True)
        )


def as_spoken(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of one sentence with the tones as they are spoken."""
    words = [Word(each.text, each.start, each.end, bool(each.syllables)) for each in tokens]
    readings = [Reading(each.syllables, each.pinyin) for each in tokens]
    return tuple(
        replace(token, syllables=reading.syllables, pinyin=reading.pinyin)
        for token, reading in zip(tokens, spoken(words, readings), strict=True)
    )
