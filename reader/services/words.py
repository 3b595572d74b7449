"""The words of an article: what its page needs to explain any of them without asking again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.chinese.annotate import Token
from reader.chinese.cedict import Entry
from reader.chinese.levels import Level
from reader.english.lemmas import Token as EnglishToken
from reader.english.lemmas import tokens
from reader.english.lookup import English
from reader.services import reading
from reader.services.reading import Pair
from reader.toolbox import Toolbox

MOST_SENSES = 5
MOST_CHINESE = 4
LONGEST_SENSE = 110


@dataclass(frozen=True, slots=True)
class ChineseWord:
    """A Chinese word of an article. `measures` are measure words with their pinyin."""

    pinyin: str
    senses: tuple[str, ...]
    traditional: str
    level: Level
    measures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """An English word or phrase of an article by its dictionary form.

    `chinese` are entries as (word, pinyin, first sense), best first; `band` is 1 (common) to 5.
    """

    lemma: str
    chinese: tuple[tuple[str, str, str], ...]
    band: int


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Where the words of one sentence pair stand in its `source` and `target`.

    Offsets are characters. `english` are (start, end, key of `ArticleWords.english`); `links` are
    (source start, source end, target start, target end).
    """

    position: int
    source: str
    target: str
    chinese: tuple[tuple[int, int], ...]
    english: tuple[tuple[int, int, str], ...]
    links: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """Every word of an article, by its text, and where the words stand."""

    chinese: dict[str, ChineseWord]
    english: dict[str, EnglishWord]
    sentences: tuple[SentenceWords, ...]


def article_words(tools: Toolbox, article_id: int) -> ArticleWords:
    """The words of an article with what the dictionary says of them. Raises `NotFound`."""
    pairs = reading.open_article(tools, article_id).pairs
    lookup = English(tools.dictionary)
    spans = [_english_spans(lookup, pair.row.segment.source) for pair in pairs]
    return ArticleWords(
        chinese=_chinese_words(tools, pairs),
        english=_english_words(lookup, spans),
        sentences=tuple(_sentence(pair, found) for pair, found in zip(pairs, spans, strict=True)),
    )


def _chinese_words(tools: Toolbox, pairs: Iterable[Pair]) -> dict[str, ChineseWord]:
    met: dict[str, tuple[Token, list[str]]] = {}
    for pair in pairs:
        for token in pair.tokens:
            if token.pinyin:
                partners = _partners(pair, token)
                met.setdefault(token.text, (token, []))[1].extend(partners)
    return {
        text: _chinese_word(tools, token, " ".join(english))
        for text, (token, english) in met.items()
    }


def _partners(pair: Pair, token: Token) -> list[str]:
    segment = pair.row.segment
    linked = [
        segment.source[link.source_start : link.source_end]
        for link in segment.links
        if link.target_start < token.end and token.start < link.target_end
    ]
    return linked or [segment.source]


def _chinese_word(tools: Toolbox, token: Token, english: str) -> ChineseWord:
    entries = tools.dictionary.best_first(tools.dictionary.lookup(token.text), english)
    if not entries:
        return ChineseWord(token.pinyin, _parts(tools, token.text), "", token.level)
    # Readings other than the one in the text come last: 长 cháng before 长 zhǎng.
    wanted = _spoken(token.pinyin)
    ordered = sorted(entries, key=lambda entry: _spoken(entry.pinyin) != wanted)
    senses = [sense for entry in ordered for sense in entry.senses]
    first = ordered[0]
    return ChineseWord(
        pinyin=token.pinyin,
        senses=tuple(_short(sense) for sense in senses[:MOST_SENSES]),
        traditional=first.traditional if first.traditional != token.text else "",
        level=token.level,
        measures=first.measures[:3],
    )


def _parts(tools: Toolbox, text: str) -> tuple[str, ...]:
    """What the parts of a word mean that is in no dictionary: mostly a name or a compound."""
    return tuple(
        f"{part}: {_short(entries[0].senses[0])}"
        for part, entries in tools.dictionary.parts(text)
        if entries and entries[0].senses
    )[:MOST_SENSES]


def _english_spans(lookup: English, source: str) -> list[tuple[int, int, str, bool]]:
    """Where the words and phrases of a sentence stand, with their text; phrases swallow words."""
    phrases = [(start, end) for start, end in lookup.phrases(source)]
    words = [
        (token.start, token.end)
        for token in tokens(source)
        if _is_word(token) and not any(a <= token.start < b for a, b in phrases)
    ]
    spans = [(start, end, True) for start, end in phrases]
    spans += [(start, end, False) for start, end in words]
    return [(start, end, source[start:end].lower(), whole) for start, end, whole in sorted(spans)]


def _is_word(token: EnglishToken) -> bool:
    return token.text[:1].isalpha()


def _english_words(
    lookup: English, spans: Iterable[Sequence[tuple[int, int, str, bool]]]
) -> dict[str, EnglishWord]:
    keys = {key: phrase for found in spans for _, _, key, phrase in found}
    return {key: _english_word(lookup, key, phrase) for key, phrase in keys.items()}


def _english_word(lookup: English, key: str, is_phrase: bool) -> EnglishWord:
    entries = lookup.english(key, MOST_CHINESE)
    form = " ".join(token.lemma for token in tokens(key))
    return EnglishWord(
        lemma=form if form != key else "",
        chinese=tuple(_row(entry, form) for entry in entries),
        band=0 if is_phrase else lookup.band(key),
    )


def _row(entry: Entry, form: str) -> tuple[str, str, str]:
    fitting = (sense for sense in entry.senses if form in sense.lower())
    sense = next(fitting, entry.senses[0] if entry.senses else "")
    return entry.simplified, entry.pinyin, _short(sense)


def _sentence(pair: Pair, english: Iterable[tuple[int, int, str, bool]]) -> SentenceWords:
    segment = pair.row.segment
    return SentenceWords(
        position=segment.position,
        source=segment.source,
        target=segment.target,
        chinese=tuple((token.start, token.end) for token in pair.tokens if token.pinyin),
        english=tuple((start, end, key) for start, end, key, _ in english),
        links=tuple(
            (link.source_start, link.source_end, link.target_start, link.target_end)
            for link in segment.links
        ),
    )


def _spoken(pinyin: str) -> str:
    return pinyin.replace(" ", "").replace("'", "").lower()


def _short(sense: str) -> str:
    return sense if len(sense) <= LONGEST_SENSE else f"{sense[: LONGEST_SENSE - 1].rstrip()}…"
