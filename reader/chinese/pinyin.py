"""Pinyin: how the words of a sentence are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.chinese.contexts import Contexts
from reader.chinese.dictionary import Dictionary
from reader.chinese.tones import joined, marked, numbered, plain, tone
from reader.chinese.words import HAN, Word

_HAN = re.compile(f"[{HAN}]")
_APART = re.compile(r"[^\W\d_]+[1-5]?")
# Surnames that are read otherwise than the same character as a word.
_SURNAMES = {
    "曾": "Zēng", "任": "Rén", "解": "Xiè", "单": "Shàn", "仇": "Qiú", "朴": "Piáo",
    "查": "Zhā", "区": "Ōu", "盖": "Gě", "翟": "Zhái", "华": "Huà", "应": "Yīng",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """How one word is read.

    `syllables` has one marked syllable for each Chinese character (`r` for 儿 that colours the
    syllable before it); `pinyin` is the word as a whole, "" where it has no Chinese character.
    """

    syllables: tuple[str, ...]
    pinyin: str

    @property
    def numbered(self) -> tuple[str, ...]:
        """The syllables with tone numbers: zhong1, de5."""
        return tuple(numbered(syllable) for syllable in self.syllables)


class Pinyin:
    """Reads words, in the tones of the dictionary (GB/T 16159). Threads may share one.

    A reading comes from, in this order: what is given for the word (glossary, teacher); the
    table of contexts; CC-CEDICT for the whole word; its pieces; pypinyin.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._contexts = Contexts()
        self._whole = lru_cache(maxsize=8192)(self._from_dictionary)

    def readings(
        self, words: Sequence[Word], given: Mapping[str, str] | None = None
    ) -> tuple[Reading, ...]:
        """Return the reading of each word of one sentence.

        `given` maps words to their pinyin, marked or numbered, syllables apart or joined.
        """
        text = "".join(word.text for word in words)
        offset = words[0].start if words else 0
        found = []
        for word in words:
            start, end = word.start - offset, word.end - offset
            syllables = self._given(word.text, (given or {}).get(word.text, ""))
            if word.is_han and not syllables:
                syllables = self._read(text, start, end)
            found.append(Reading(syllables, _written(word.text, syllables)))
        return tuple(found)

    def _read(self, text: str, start: int, end: int) -> tuple[str, ...]:
        word = text[start:end]
        syllables = self._contexts.reading(text, start, end) or self._whole(word)
        if len(syllables) == len(_HAN.findall(word)):
            return syllables
        return tuple(self._by_pieces(text, start, end))

    def _by_pieces(self, text: str, start: int, end: int) -> Iterator[str]:
        """Read a word that is not in the dictionary: 徐天启, 修昔底德陷阱, 唐纳德·特朗普."""
        at = start
        if text[at] in _SURNAMES and 2 <= end - start <= 3 and _HAN.fullmatch(text[end - 1]):
            yield _SURNAMES[text[at]]
            at += 1
        while at < end:
            piece = self._dictionary.longest_prefix(text[:end], at)
            if not _HAN.search(text[at]):
                at += 1
            elif len(piece) in {0, end - start}:
                yield _by_pypinyin(text[at])
                at += 1
            else:
                yield from self._read(text, at, at + len(piece))
                at += len(piece)

    def _from_dictionary(self, word: str) -> tuple[str, ...]:
        entries = [entry for entry in self._dictionary.lookup(word) if entry.syllables]
        readings = [
            entry.syllables
            for entry in entries
            if entry.simplified == word and not entry.is_variant and not entry.is_surname
        ] or [entry.syllables for entry in entries]
        different = {tuple(syllable.lower() for syllable in reading) for reading in readings}
        if len(different) > 1:
            guess = tuple(_by_pypinyin(char) for char in word) if len(word) == 1 else ()
            common = guess or _phrase(word)
            for reading in readings:
                if tuple(syllable.lower() for syllable in reading) == common:
                    return reading
        return readings[0] if readings else ()

    def _given(self, word: str, pinyin: str) -> tuple[str, ...]:
        if not pinyin:
            return ()
        characters = _HAN.findall(word)
        apart = tuple(_APART.findall(pinyin))
        if len(apart) == len(characters):
            return tuple(marked(part) for part in apart)
        letters = "".join(_APART.findall(pinyin.replace("'", "").replace("’", "")))
        return self._split(characters, letters)

    def _split(self, characters: Sequence[str], letters: str) -> tuple[str, ...]:
        """Part joined pinyin by the readings that its characters can have; () if none fits."""
        if not characters:
            return ()
        syllables = []
        for char in characters:
            known = {
                plain(syllable).lower()
                for entry in self._dictionary.lookup(char)
                for syllable in entry.syllables
            }
            bare = plain(letters).lower()
            fitting = sorted((k for k in known if bare.startswith(k)), key=len, reverse=True)
            if not fitting:
                return ()
            syllables.append(letters[: len(fitting[0])])
            letters = letters[len(fitting[0]) :]
        return () if letters else tuple(syllables)


def _written(word: str, syllables: tuple[str, ...]) -> str:
    """Join the syllables; what is not Chinese (Latin letters, digits, dots) stays where it is."""
    if not syllables:
        return ""
    parts, rest = [], list(syllables)
    for run in re.findall(f"[{HAN}]+|[^{HAN}]+", word):
        if _HAN.match(run):
            parts.append(joined(rest[: len(run)]))
            rest = rest[len(run) :]
        else:
            parts.append(run)
    return " ".join(parts).replace(" · ", "·").replace(" 、 ", ", ")


def _by_pypinyin(char: str) -> str:
    from pypinyin import Style, pinyin

    return str(pinyin(char, style=Style.TONE, errors="default")[0][0])


def _phrase(word: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(str(options[0]) for options in pinyin(word, style=Style.TONE))


def spoken(words: Sequence[Word], readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings with the tones as they are spoken: 一, 不, and the third tone.

    一 is yí before a fourth tone and yì before another, but stays yī in numbers, dates and at
    the end; 不 is bú before a fourth tone; of third tones in a row only the last keeps its tone.
    Punctuation stops the change (GB/T 16159-2012 lists these changes as not written).
    """
    changed = [list(reading.syllables) for reading in readings]
    places = [
        (index, at, char, word)
        for index, word in enumerate(words)
        for at, char in enumerate(_HAN.findall(word.text))
        if at < len(changed[index])
    ]
    for here, following in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
        index, at, char, word = here
        if any(not words[between].is_han for between in range(index + 1, following[0])):
            continue
        sound = changed[index][at]
        changed[index][at] = _changed(sound, char, word, at, changed[following[0]][following[1]])
    return tuple(
        Reading(tuple(syllables), _written(word.text, tuple(syllables)))
        for word, syllables in zip(words, changed, strict=True)
    )


def _changed(sound: str, char: str, word: Word, at: int, following: str) -> str:
    after = tone(following)
    if char == "不" and sound == "bù":
        return "bú" if after == 4 else sound
    if char == "一" and sound == "yī" and not _is_count(word.text, at):
        return {1: "yì", 2: "yì", 3: "yì", 4: "yí", 5: "yí"}[after]
    if tone(sound) == 3 and after == 3:
        return sound.translate(_THIRD_TO_SECOND)
    return sound


_THIRD_TO_SECOND = str.maketrans("ǎěǐǒǔǚǍĚǏǑǓǙ", "áéíóúǘÁÉÍÓÚǗ")
_COUNT = re.compile(r"第一|一[月日号九十二三四五六七八〇零]|[十百千零〇二三四五六七八九]一|一$")


def _is_count(word: str, at: int) -> bool:
    return len(word) > 1 and any(
        match.start() <= at < match.end() for match in _COUNT.finditer(word)
    )
