"""The words that Chinese text is cut into, with their frequencies.

jieba's own list comes from newspapers of 1998: 两国 and 中美 stand three times in it, so that
中美元首 is cut into 中, 美元 and 首, and phrases such as 关键问题 are words in it that no
dictionary explains. This one holds what a learner can look up (the headwords of CC-CEDICT) and
the names that jieba knows, with the frequencies of wordfreq (Robyn Speer, 2022, CC BY-SA 4.0).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from reader.chinese.tokenizer import jieba_words

# jieba's marks for names of people, places and organisations.
_NAME_TAGS = frozenset({"nr", "nrfg", "nrt", "ns", "nt"})
_HAN_ONLY = re.compile(r"[\u3007\u3400-\u9fff]+")
# Longer entries are proverbs and whole clauses; they are found by looking up a selection.
_LONGEST = 8
# A headword that wordfreq does not know stands less often than its rarest words.
_RARE = 10
_MOST = 1000
# About what 两国 and 元首 have: such words stand in the news as often.
_FIRM = 20_000
_SCALE = 1_000_000_000
# jieba's corpus has 60 million words; frequencies here are per thousand million.
_JIEBA_SCALE = _SCALE / 60_101_967


def lexicon(headwords: Iterable[str], firm: Container[str] = ()) -> dict[str, int]:
    """Return every word with its frequency per thousand million words, at least 1.

    wordfreq counts the words that jieba's old list gave. A headword of three characters or more
    that this list used to take apart (中国人, 不一定), and one that is `firm`, is therefore made
    just likelier than its parts. Takes about a second and reads the lists of jieba and wordfreq.
    """
    known = _wordfreq()
    words = {
        word: known.get(word, _RARE)
        for word in headwords
        if len(word) <= _LONGEST and _HAN_ONLY.fullmatch(word)
    }
    names = dict[str, int]()
    for word, count, tag in jieba_words():
        if word in words:
            if word not in known:
                words[word] = max(_RARE, min(int(count * _JIEBA_SCALE), _MOST))
        elif tag in _NAME_TAGS and word in known and not _is_compound(word, words):
            names[word] = known[word]
    words |= names
    total = sum(words.values())
    for word in sorted((word for word in words if len(word) > 2 or word in firm), key=len):
        least = _FIRM if word in firm else 0
        words[word] = max(words[word], _above_parts(word, words, total), least)
    return words


def _above_parts(word: str, words: Mapping[str, int], total: int) -> int:
    """Return the frequency at which the word is twice as likely as its likeliest cut."""
    best = [1.0] + [0.0] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(end):
            if end - start < len(word):
                likelihood = words.get(word[start:end], 1) / total
                best[end] = max(best[end], best[start] * likelihood)
    return int(2 * best[-1] * total) + 1


def _is_compound(word: str, words: Container[str]) -> bool:
    """Whether the word is two words of at least two characters each (丘陵地区)."""
    return any(word[:at] in words and word[at:] in words for at in range(2, len(word) - 1))


def _wordfreq() -> dict[str, int]:
    from wordfreq import get_frequency_list

    # The list's index is the frequency in negative centibels: 300 is once in a thousand words.
    return {
        word: max(1, round(10 ** (9 - centibels / 100)))
        for centibels, words in enumerate(get_frequency_list("zh", "large"))
        for word in words
    }
