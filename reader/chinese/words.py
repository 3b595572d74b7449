"""Chinese words: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.chinese.dictionary import Dictionary
from reader.chinese.tokenizer import Tokenizer

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

_HAN = re.compile(f"[{HAN}]")
_LETTER = r"A-Za-z\u00c0-\u024f"
# A run of Chinese characters, a Latin word, a number, a run of blanks, a dash or ellipsis of
# several marks, or any one other character. Together they cover every text.
_RUN = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|\d*[{_LETTER}][{_LETTER}0-9]*(?:['’.&\-][{_LETTER}0-9]+)*"
    r"|\d+(?:[.,:]\d+)*[%％‰]?"
    r"|\s+|—+|…+|\.{2,}|(?s:.)"
)
_NUMBER = re.compile(r"[\d.,]+|[一二两三四五六七八九十百千万亿几数多]+|(?:多|好)(?:少|几)")
_NAME_DOTS = frozenset("·•・‧")
# Characters of Xinhua's transcription tables (世界人名翻译大辞典) that seldom are words alone.
_NAME_CHARACTERS = frozenset(
    "阿艾安奥巴鲍贝比宾波伯布查达丹蒂顿德迪杜恩尔法菲费芬冯弗福伏甘格古哈海豪赫亨侯霍基吉加贾杰"
    "金卡凯坎考柯科克肯库夸奎拉莱兰朗劳勒雷里利莉连琳林隆卢鲁路伦罗洛吕马玛迈曼梅门蒙米莫姆穆"
    "纳娜南内尼妮涅诺努欧帕潘佩彭皮珀普奇齐钱乔琼丘热日茹瑞萨塞赛桑森莎沙山申圣施史舒斯司丝"
    "苏索塔泰坦汤特提廷图托瓦威韦维温翁沃乌武西希锡夏肖谢休雅亚扬耶叶伊因英尤于约泽扎詹珍茨兹宗祖佐茜娅黛埃纽默敦博登"
)
# A word that stands more often than this per thousand million is no part of a foreign name.
_COMMON = 10_000
# Where jieba's hidden Markov model glues one of these to a neighbour, it has guessed wrongly.
_SINGLE = frozenset(
    "中的了着过在是和与及或以而系将被把对为从向就也都又才再很最不没有这那其之所应会能可要副正则使让"
    "仍并已曾至于由但且若却更太较该此每各某另一二两三四五六七八九十百千万亿第几多数个条名位次项家支艘座场份种"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number, mark or run of blanks of a text. Offsets are characters, end exclusive.

    `is_han` tells that at least one Chinese character is in it.
    """

    text: str
    start: int
    end: int
    is_han: bool


@dataclass(frozen=True, slots=True)
class Border:
    """A teacher's correction: wherever `text` stands, its words are `pieces`.

    One piece joins, several split; put together they are the text.
    """

    text: str
    pieces: tuple[str, ...]

    def __post_init__(self) -> None:
        assert self.text
        assert "".join(self.pieces) == self.text


class Words:
    """Cuts Chinese text into words that the dictionary knows. Threads may share one.

    `extra` are words kept whole wherever they stand, longer ones first: glossary renderings. One
    of one or two characters is kept only where words begin and end there anyway, because short
    strings also arise by chance (人大 in 许多人大喊). `borders` are a teacher's corrections and
    always hold.
    """

    def __init__(
        self,
        dictionary: Dictionary,
        extra: Iterable[str] = (),
        borders: Iterable[Border] = (),
        *,
        tokenizer: Tokenizer | None = None,
    ) -> None:
        self.dictionary = dictionary
        self._tokenizer = tokenizer or Tokenizer(dictionary.lexicon)
        corrections = tuple(borders)
        self._corrected = frozenset(border.text for border in corrections)
        self._kept = _by_first_character(
            [*corrections, *(Border(word, (word,)) for word in extra if word)]
        )

    def with_terms(self, extra: Iterable[str] = (), borders: Iterable[Border] = ()) -> Words:
        """Return the segmenter of one article, which shares the word list already loaded."""
        return Words(self.dictionary, extra, borders, tokenizer=self._tokenizer)

    def cut(self, text: str, spans: Iterable[tuple[int, int]] = ()) -> tuple[Word, ...]:
        """Return the words of the text in order; put together they are the text.

        `spans` are stretches known to be one word each, in characters, such as the glossary
        terms of the sentence; one that overlaps an earlier one is left out.
        """
        cuts = set(self._plain(text))
        whole = list(_apart(spans))
        found = [(start, start + len(kept.text), kept) for start, kept in self._found(text, cuts)]
        for start, end, kept in found:
            if not any(start < b and a < end for a, b in whole):
                cuts -= set(range(start + 1, end))
                cuts |= {start, *_ends(kept.pieces, start)}
        for start, end in whole:
            cuts -= set(range(start + 1, end))
            cuts |= {start, end}
        borders = sorted(cuts | {0, len(text)})
        return tuple(_word(text, a, b) for a, b in pairwise(borders))

    def parts(self, word: str) -> tuple[int, ...]:
        """Return the lengths of the words in a long one, 国家主席 in 2 and 2; a mark is one."""
        return tuple(len(piece) for run in _RUN.finditer(word) for piece in self._pieces(run))

    def _plain(self, text: str) -> Iterator[int]:
        """Yield where words end, without terms and corrections."""
        pieces = [piece for run in _RUN.finditer(text) for piece in self._pieces(run)]
        pieces = list(_counted(pieces))
        end = 0
        for piece in self._joined(pieces):
            end += len(piece)
            yield end

    def _pieces(self, run: re.Match[str]) -> Iterator[str]:
        if not run["han"]:
            yield run[0]
            return
        for word in self._tokenizer.cut(run[0]):
            yield from (word,) if word in self._tokenizer else self._unglued(word)

    def _unglued(self, word: str) -> Iterable[str]:
        """Take a guessed word apart where it is no name but words that happen to meet."""
        if len(word) < 2 or all(char in _NAME_CHARACTERS for char in word):
            return (word,)
        for at in range(len(word) - 1, 0, -1):
            head, tail = word[:at], word[at:]
            known = head in self._tokenizer and tail in self._tokenizer
            if known and (len(word) > 3 or head in _SINGLE or tail in _SINGLE):
                return (head, tail)
        if word[0] in _SINGLE:
            return (word[0], *self._unglued(word[1:]))
        if word[-1] in _SINGLE:
            return (*self._unglued(word[:-1]), word[-1])
        return (word,)

    def _joined(self, pieces: Sequence[str]) -> Iterator[str]:
        """Join words that several runs make up: T恤, 卡拉OK, 唐纳德·特朗普."""
        at = 0
        while at < len(pieces):
            end = self._name_end(pieces, at)
            if end == at + 1 and self._is_mixed(pieces[at : at + 2]):
                end = at + 2
            yield "".join(pieces[at:end])
            at = end

    def _is_mixed(self, pair: Sequence[str]) -> bool:
        word = "".join(pair)
        has_latin = any(piece.isascii() and piece.isalpha() for piece in pair)
        return has_latin and bool(_HAN.search(word)) and word in self.dictionary

    def _name_end(self, pieces: Sequence[str], at: int) -> int:
        """Return the index behind the name written with dots that starts here, else at + 1."""
        if not _HAN.match(pieces[at]):
            return at + 1
        end = self._part_end(pieces, at)
        if pieces[end : end + 1] == [] or pieces[end] not in _NAME_DOTS:
            return at + 1
        while end + 1 < len(pieces) and pieces[end] in _NAME_DOTS and _HAN.match(pieces[end + 1]):
            end = self._part_end(pieces, end + 1)
        return end

    def _part_end(self, pieces: Sequence[str], at: int) -> int:
        """Return the index behind the one part of a name, which may be cut into several."""
        end = at + 1
        while end < len(pieces) and self._in_name(pieces[end]) and self._in_name(pieces[at]):
            end += 1
        return end

    def _in_name(self, piece: str) -> bool:
        """Whether the piece looks like a part of a transcribed name, not like a word."""
        if not all(char in _NAME_CHARACTERS for char in piece):
            return False
        return len(piece) == 1 or self._tokenizer.frequency(piece) < _COMMON

    def _found(self, text: str, cuts: set[int]) -> Iterator[tuple[int, Border]]:
        at = 0
        while at < len(text):
            fitting = (k for k in self._kept.get(text[at], ()) if self._fits(k, text, at, cuts))
            kept = next(fitting, None)
            if kept is not None:
                yield at, kept
            at += len(kept.text) if kept is not None else 1

    def _fits(self, kept: Border, text: str, at: int, cuts: set[int]) -> bool:
        if not text.startswith(kept.text, at):
            return False
        if kept.text in self._corrected or len(kept.text) > 2:
            return True
        return (at == 0 or at in cuts) and at + len(kept.text) in cuts


def _by_first_character(kept: Iterable[Border]) -> dict[str, tuple[Border, ...]]:
    table: dict[str, list[Border]] = {}
    for border in kept:
        table.setdefault(border.text[0], []).append(border)
    # Corrections come before terms of the same length: the sort is stable.
    return {
        first: tuple(sorted(found, key=lambda border: -len(border.text)))
        for first, found in table.items()
    }


def _counted(pieces: Iterable[str]) -> Iterator[str]:
    """Read 个人 behind a number as a measure word and a noun: 三个人 is not 三 and 个人."""
    before = ""
    for piece in pieces:
        yield from ("个", "人") if piece == "个人" and _NUMBER.fullmatch(before) else (piece,)
        before = piece


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted(spans):
        if start >= reached and end > start:
            yield start, end
            reached = end


def _ends(pieces: Iterable[str], start: int) -> Iterator[int]:
    for piece in pieces:
        start += len(piece)
        yield start


def _word(text: str, start: int, end: int) -> Word:
    return Word(text[start:end], start, end, bool(_HAN.search(text, start, end)))
