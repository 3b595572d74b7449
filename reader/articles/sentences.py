"""Split a paragraph into sentences: sentencex proposes, our rules for news English correct it.

sentencex does not split after a closing quotation mark that follows a full stop, and it splits
after list numbers and after some titles; both matter in news, so both are judged here again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reader.articles import abbreviations as abbr

# Characters. A quotation or a parenthesis of several sentences stays whole up to this length;
# a longer one is split inside, because translation engines cut long input off.
LONGEST_QUOTATION = 240

_OPENERS = "\"'“‘«([{—–-•*"
_CLOSERS = "\"'”’»)]}"
_EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf]"
_BREAK = re.compile(rf"[.!?…][{re.escape(_CLOSERS)}]*(?:\[\d+\])*(?: {_EMOJI}[^\s.!?]*)*(?= )")
_EMOJI_TAIL = re.compile(rf"(?: {_EMOJI}[^\s.!?]*)+$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.)]")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
_OPENING_QUOTES = {'"': '"', "“": "”", "«": "»", "(": ")", "‘": "’"}


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of one paragraph; joined by one space they give the paragraph.

    White space is normalised first. Empty text has no sentences.

    >>> split_sentences('"What is it?" he asked. It was 5 p.m. in the U.S. The deal held.')
    ('"What is it?" he asked.', 'It was 5 p.m. in the U.S.', 'The deal held.')
    """
    text = " ".join(text.split())
    if not text:
        return ()
    sentences: list[str] = []
    start = 0
    wholes = _whole_spans(text)
    for end in _candidates(text):
        if not _inside(wholes, end) and _is_end(text, start, end):
            sentences.append(text[start:end])
            start = end + 1
    sentences.append(text[start:])
    return tuple(sentences)


def _candidates(text: str) -> list[int]:
    """Return the offsets of the spaces where a sentence may end, in order."""
    import sentencex

    found = {match.end() for match in _BREAK.finditer(text)}
    position = 0
    for piece in sentencex.segment("en", text):
        position += len(piece)
        end = position - (len(piece) - len(piece.rstrip(" ")))
        if end < len(text) and text[end] == " ":
            found.add(end)
    return sorted(offset for offset in found if 0 < offset < len(text) - 1)


def _whole_spans(text: str) -> list[tuple[int, int]]:
    """Return the quotations and parentheses that stay whole, as (start, end), outermost only."""
    spans: list[tuple[int, int]] = []
    waiting = ""
    start = 0
    for offset, character in enumerate(text):
        if not waiting:
            if character in _OPENING_QUOTES and _opens(text, offset):
                waiting, start = _OPENING_QUOTES[character], offset
        elif character == waiting and _closes(text, offset):
            if offset - start <= LONGEST_QUOTATION:
                spans.append((start, offset))
            waiting = ""
    return spans


def _opens(text: str, offset: int) -> bool:
    before = text[offset - 1] if offset else " "
    return before in " ([“‘\"'—–-" and offset + 1 < len(text) and text[offset + 1] != " "


def _closes(text: str, offset: int) -> bool:
    if text[offset] != "’":
        return True
    after = text[offset + 1] if offset + 1 < len(text) else " "
    # An apostrophe ("states’ rights") follows a letter, a closing mark most often a stop.
    return not after.isalnum() and text[offset - 1] in ".,!?…"


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and spans[at][0] < offset <= spans[at][1]


def _is_end(text: str, start: int, end: int) -> bool:
    """Say whether the sentence that began at `start` ends before the space at `end`."""
    following = list(_next_words(text, end + 1))
    end -= len(_tail(text[start:end]))
    last = text[text.rfind(" ", start, end) + 1 if " " in text[start:end] else start : end]
    if not following or not _may_begin(following[0]):
        return False
    if end - start == len(last) and _LIST_NUMBER.fullmatch(last):
        return False
    core = re.sub(r"(?:\[\d+\])+$", "", last).rstrip(_CLOSERS)
    if core.endswith(("...", "…")):
        return _bare(following[0]) not in {"I", "I’m", "I'm", "I’ve", "I've"}
    if core.endswith(("!", "?")):
        return _mark_ends(core, last, following)
    if core.endswith("."):
        return _stop_ends(core.lstrip(_OPENERS)[:-1], text[start:end], following)
    # sentencex alone proposed it: no stop stands here, so nothing ends.
    return False


def _tail(sentence: str) -> str:
    """Return the emoji behind the last stop: they belong to the sentence that they follow."""
    found = _EMOJI_TAIL.search(sentence)
    return found.group() if found else ""


def _next_words(text: str, offset: int) -> Iterator[str]:
    yield from text[offset : offset + 120].split(" ")[:6]


def _bare(word: str) -> str:
    found = _WORD.search(word)
    return found.group() if found else ""


def _may_begin(word: str) -> bool:
    bare = word.lstrip(_OPENERS)
    if not bare:
        return bool(word)
    # The stops of an ellipsis may stand apart: "He paused. . . . Then he went on."
    if not bare.strip("."):
        return False
    if re.match(_EMOJI, bare):
        return False
    # A picture credit belongs to its caption: "May 10, 2025. /VCG", "[Photo/Xinhua]".
    if bare[0] == "/" or (word[0] in "([" and "/" in word):
        return False
    # "iPhone" and "eBay" begin sentences too.
    return not bare[0].islower() or bare[1:2].isupper()


def _mark_ends(core: str, last: str, following: list[str]) -> bool:
    """Judge a question or exclamation mark: "Why?" Trump asked goes on, and so does Yahoo! Inc."""
    if core.lstrip(_OPENERS).lower() in abbr.MARKED_NAMES and not _starts_sentence(following):
        return False
    if last == core:
        return True
    first = _bare(following[0]).lower()
    if first in abbr.TIME_TAILS - {"may", "march"}:
        return False
    if first in abbr.PRONOUNS or following[0][0] in _OPENERS:
        return True
    for word in following:
        bare = _bare(word)
        if bare.lower() in abbr.REPORTING_VERBS:
            return False
        if not bare[:1].isupper() or word.endswith(","):
            break
    return True


def _stop_ends(word: str, sentence: str, following: list[str]) -> bool:
    """Judge a full stop after `word` (without the stop)."""
    low = word.lower()
    first = following[0].lstrip(_OPENERS)
    if low in abbr.NEVER_LAST:
        return False
    if low in abbr.BEFORE_FIGURE or (low in abbr.WEEKDAYS and word[:1].isupper()):
        month = low in abbr.WEEKDAYS and _bare(first).lower() in abbr.TIME_TAILS
        return not first[:1].isdigit() and not month
    if low in {"a.m", "p.m"}:
        if following[0].startswith("("):
            return False
        second = _bare(following[1]).lower() if len(following) > 1 else ""
        return not (_bare(first).lower() in abbr.TIME_TAILS or second == "time")
    if len(word) == 1 and word.isalpha():
        return _initial_ends(word, sentence, following)
    if low in abbr.MAYBE_LAST or low.split("-")[-1] in abbr.MAYBE_LAST or _DOTTED.fullmatch(word):
        return _starts_sentence(following)
    return True


def _initial_ends(letter: str, sentence: str, following: list[str]) -> bool:
    """Judge a single letter: "George W. Bush" goes on, "vitamin C. It" and "than I. Then" end."""
    words = sentence.split(" ")
    before = words[-2] if len(words) > 1 else ""
    if letter == "I" and before[:1].islower():
        return True
    return _starts_sentence(following)


def _starts_sentence(following: list[str]) -> bool:
    first = following[0]
    # A quotation after an abbreviation begins a sentence of its own.
    if first[0] in '"“‘«' or _bare(first).lower() in abbr.STARTERS:
        return True
    # "It was sold in the U.S. Beijing said nothing": nobody says "the U.S. Beijing".
    second = following[1].lower() if len(following) > 1 else ""
    return first.lower() in abbr.CAPITALS and second in abbr.REPORTING_VERBS | abbr.AUXILIARIES
