"""Make any engine's Chinese look as printed Chinese does (GB/T 15834, GB/T 15835).

Only punctuation, spaces and the width of digits and Latin letters change. No letter, digit or
Han character is added, removed or moved: `remap` rests on that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_letters, digits

from reader.translation.lists import enumerate_items
from reader.translation.quotes import pair_quotes

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005\u3007\U00020000-\U0003ffff"
_STOPS = "，。：；？！、"
_MOST_PASSES = 4
_WINDOW = 80  # characters around a mark that can matter to it
_WIDE = HAN + _STOPS + "（）《》〈〉【】—…"
_LATIN = "A-Za-z\u00c0-\u024f\ue000"

_NARROW = str.maketrans(
    {code + 0xFEE0: code for code in range(0x30, 0x7B) if chr(code).isalnum()}
    | dict(zip(map(ord, "％＄＆＠＋＃｡､｢｣「」『』"), "%$&@+#。、“”“”‘’", strict=True))
    | dict.fromkeys(map(ord, "\u00a0\u3000\u2009\u202f\t"), " ")
    | dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
)
# U+E000 stands for a protected address; one that was there before is protected as itself.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[!-~]*[\w/]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|&#?\w{2,8};|\ue000",
    re.ASCII,
)
_HAS_DIGIT = re.compile(r"\d")
_HAS_LONG_MARK = re.compile(r"[-—―─–…⋯・•‧∙⋅･·]|\.\.|。。")
_HAS_HAN = re.compile(f"[{HAN}]")

_Rule = tuple[re.Pattern[str], str]


def _rules(*rules: tuple[str, str]) -> tuple[_Rule, ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)


_NUMBERS = _rules(
    (r"(?<=\d)．(?=\d)", "."),
    (r"(?<=\d) ?[：∶] ?(?=\d)", ":"),
    (r"(?<![\d,，.])(\d{1,3})[，](?=\d{3}(?:[，,]\d{3}){0,6}(?!\d))", r"\1,"),
    (r"(?<=\d,\d{3})，(?=\d{3}(?!\d))", ","),
    # 1 000 is how United Nations texts print a thousand.
    (r"(?<![\d,.][ ])(?<![\d,.])(\d{1,3}) (?=\d{3}(?: \d{3}){0,6}(?![\d.]| \d))", r"\1,"),
    (r"(?<=,\d{3}) (?=\d{3}(?: \d{3}){0,6}(?!\d))", ","),
    (r"(?<=\d) (?=[%‰℃°])", ""),
    (r"(?<=\d)(?: – | - |–)(?=\d)", "-"),
)
_MARKS = _rules(
    (rf"(?<![{_LATIN}])(?:\.{{3,}}|…+|。{{3,}}|⋯+)(?: ?(?:\.{{3,}}|…+|。{{3,}}|⋯+))*", "……"),
    (rf"(?<=[{_LATIN}])(?:\.{{3,}}|…+|⋯+)(?! ?[{_LATIN}.…⋯])", "……"),
    (rf"(?<![{_LATIN}]) ?(?:-{{2,}}|[—―─–]{{2,}}|[—―–](?: [—―–])+)(?: ?[—―]+)* ?", "——"),
    (rf" ?(?:-{{2,}}|[—―─–]{{2,}}|[—―–](?: [—―–])+)(?: ?[—―]+)* ?(?=[{_WIDE}])", "——"),
    (rf"(?<=[{_WIDE}”’]) [-–—―] (?=[{_WIDE}“‘])", "——"),
    (rf"(?<=[{HAN}]) ?[・‧∙⋅･·] ?(?=[{HAN}{_LATIN}])", "·"),
    (rf"(?<=[{_LATIN}]) ?[・‧∙⋅･·] ?(?=[{HAN}])", "·"),
    (rf"(?<=[{HAN}])•(?=[{HAN}])", "·"),
)
_TIDY = _rules(
    (r"([，。：；、])(?:\1)+", r"\1"),
    (r"[，、；：。]+(?=[。？！])|(?<=[。？！])[。，、；：]+", ""),
    (r"(?<=[。？！]”)。|(?<=[。？！]’”)。", ""),
    (r"(?<=……)[。，]", ""),
)
_SPACES = re.compile(" +")
_BREAK = re.compile(rf"(?<=[{HAN}]{{4}}) (?=[{HAN}]{{4}})")
_GLUED = frozenset(_STOPS + "（）《》〈〉【】—…")
_IS_HAN = re.compile(f"[{HAN}]")
_IS_LATIN = re.compile(f"[{_LATIN}]")

_FULL = dict(zip(",.:;?!", "，。：；？！", strict=True))
_ASCII_MARK = re.compile(r"[,.:;?!]")
_PARENS = re.compile(r"[(（]([^()（）]*)[)）]")
_LONE_PAREN = re.compile(rf"(?<=[{_WIDE}“”])[()]|[()](?=[{_WIDE}“”])")
_ABBREVIATION = re.compile(
    r"(?:^|[^A-Za-z.])(?:(?:[A-Za-z]\.)*[A-Za-z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Ltd|Co|Corp|No|vs|"
    r"Prof|Gen|Sen|Rep|Gov|Lt|Col|Mt|etc)$"
)
_LATIN_SUFFIX = re.compile(r", ?(?:Jr|Sr|Inc|Ltd|LLC|PhD|MD)\b|\.(?:com|net|org|cn|edu|gov|NET)\b")
_ENGLISH_BEFORE = re.compile(r"(?:[A-Za-z'’-]+[,;:]? ){2}[A-Za-z'’-]+$")
_ENGLISH_AFTER = re.compile(r"[,;:.?!] ?[A-Za-z'’-]+ [A-Za-z'’-]+")
_AFTER_FORMULA = frozenset("=+-*/^" + ascii_letters + digits)
_YEAR_COMMA = re.compile(r"\d{4},")
_ITEM_NUMBER = re.compile(r"^ *\d{1,3}\.(?!$)")
_SOURCE_END = re.compile(r"([.?!])([\"'”’)\]]*) *$")
# A quotation of whole sentences, which has its stop inside; its beginning may stand further up.
_WHOLE_QUOTE = re.compile("[：，。]“[^“”]*”$|^“[^“”]*”$")
_STOP_OUTSIDE = re.compile("(?:：“|^“|^)[^“”]*”[。？！]$")


def typeset(text: str, source: str = "") -> str:
    """Return Chinese `text` in the punctuation of printed Chinese.

    With the English `source` of a sentence, a final stop and a closing quotation mark that the
    source has and the text lacks are restored, and a space between two clauses is a comma. Text
    without any Han character, which is no Chinese, stays as it is. Lines stay apart. Idempotent.

    >>> typeset('他说:"增长3.5%,约1,000人."')
    '他说：“增长3.5%，约1,000人。”'
    """
    if "\n" in text:
        return "\n".join(typeset(line) for line in text.split("\n"))
    if not _HAS_HAN.search(text):
        return text
    addresses = iter(_ADDRESS.findall(text))
    done = _ADDRESS.sub("\ue000", text)
    for _ in range(_MOST_PASSES):
        before, done = done, _one_pass(done, source)
        if done == before:
            break
    return re.sub("\ue000", lambda _: next(addresses), done)


def _one_pass(text: str, source: str) -> str:
    """Apply every rule once. Rules see each other's results only in the next pass."""
    text = _SPACES.sub(" ", text.translate(_NARROW)).strip()
    if _SOURCE_END.search(source):
        # Engines that learned from subtitles write a space for the comma of a sentence.
        text = _BREAK.sub("，", text)
    text = enumerate_items(text, source)
    if _HAS_DIGIT.search(text):
        text = _apply(_NUMBERS, text)
    if _HAS_LONG_MARK.search(text):
        text = _apply(_MARKS, text)
    text = _ASCII_MARK.sub(_full_or_ascii, text)
    text = _SPACES.sub(_space_or_none, _PARENS.sub(_full_or_ascii_parens, text))
    text = _LONE_PAREN.sub(lambda lone: "（" if lone[0] == "(" else "）", text)
    text = _apply(_TIDY, _SPACES.sub(_space_or_none, pair_quotes(text, source)))
    return _ended_like(source, text) if source else text


def _apply(rules: tuple[_Rule, ...], text: str) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters around a span, spaces skipped; "" at an end of the text."""
    # Spaces are single here.
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return before.rstrip(" ")[-1:], after.lstrip(" ")[:1]


def _latin(ch: str) -> bool:
    return bool(_IS_LATIN.match(ch))


def _full_or_ascii(match: re.Match[str]) -> str:
    """Return the full-width form of an ASCII mark, or the mark where it belongs to Latin text."""
    text, at, mark = match.string, match.start(), match[0]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if "一" <= before <= "鿿" and (not after or "一" <= after <= "鿿"):
        return _FULL[mark]
    previous, following = _neighbours(text, at, at + 1)
    if not previous or _LATIN_SUFFIX.match(text, at):
        return mark
    if mark == "." and _keeps_dot(text, at, before, after):
        return mark
    if before.isdigit() and after.isdigit():
        return _FULL[mark] if mark in ";?!" or _YEAR_COMMA.search(text, at - 4, at + 1) else mark
    if _in_latin_brackets(text, at):
        return mark
    if mark == "!" and _latin(previous) and _IS_HAN.match(following):
        return mark
    if _latin(previous) and _latin(following):
        glued = mark in ":;" or bool(_ENGLISH_AFTER.match(text, at))
        return (
            mark
            if glued or _ENGLISH_BEFORE.search(text[max(0, at - _WINDOW) : at])
            else _FULL[mark]
        )
    return _FULL[mark]


def _keeps_dot(text: str, at: int, before: str, after: str) -> bool:
    """Say whether the dot is part of a number, an abbreviation, a file name or an item's number."""
    if before == "." or after == "." or (at < 6 and _ITEM_NUMBER.match(text[: at + 2])):
        return True
    if not (before.isascii() and before.isalnum()):
        return False
    if after.isascii() and after.isalnum():
        return True
    return _latin(before) and bool(_ABBREVIATION.search(text[max(0, at - 12) : at]))


def _in_latin_brackets(text: str, at: int) -> bool:
    """Say whether the brackets around a position hold Latin letters and no Chinese."""
    first, last = max(0, at - _WINDOW), at + _WINDOW
    opened = max(text.rfind("(", first, at), text.rfind("（", first, at))
    ends = (text.find(")", at, last), text.find("）", at, last))
    closed = min((end for end in ends if end >= 0), default=-1)
    if opened < 0 or closed < 0:
        return False
    inside = text[opened:closed]
    return not re.search(f"[)）{HAN}]", inside) and bool(re.search("[A-Za-z]", inside))


def _full_or_ascii_parens(match: re.Match[str]) -> str:
    """Return a pair of brackets in full width, but for those inside Latin text or a formula."""
    previous, following = _neighbours(match.string, match.start(), match.end())
    inside = match[1].strip(" ")
    foreign = previous.isascii() and previous.isalnum() and following in _AFTER_FORMULA
    if previous and following and foreign and not _HAS_HAN.search(inside):
        return f"({inside})"
    return f"（{inside}）"


def _space_or_none(match: re.Match[str]) -> str:
    """Return one space between Latin words or numbers, none beside anything Chinese."""
    previous, following = match.string[match.start() - 1], match.string[match.end()]
    for ch in (previous, following):
        if ch in _GLUED or _IS_HAN.match(ch):
            return ""
    if previous in "“‘" or following in "”’":
        return ""
    return " "


def _ended_like(source: str, text: str) -> str:
    """Return `text` with the closing quotation mark and the final stop that the source ends in.

    A dangling comma stays: it shows that the sentence was cut off.
    """
    end = _SOURCE_END.search(source)
    if not end or not text:
        return text
    if (
        text.count("“") == text.count("”") + 1
        and re.search('["”]', end[2])
        and text[-1] not in "，、"
    ):
        text += "”"
    body = text.rstrip("”’）》")
    if body and (body[-1].isalnum() or body[-1] in "%”’）》"):
        at = len(text) - 1 if _WHOLE_QUOTE.search(text) else len(text)
        text = text[:at] + _FULL[end[1]] + text[at:]
    elif end[2] and _STOP_OUTSIDE.search(text):
        text = text[:-2] + text[-1] + "”"
    return text


def remap(spans: Iterable[tuple[int, int]], raw: str, done: str) -> list[tuple[int, int]]:
    """Return where the character spans of `raw` stand in `done`, which is `typeset(raw)`.

    Letters, digits and Han characters are the same on both sides, in the same order, so each of
    them is found by counting. A span of punctuation only becomes the empty span at its place.
    """
    there = [at for at, ch in enumerate(done) if ch.isalnum()]
    counts = [0]
    for ch in raw:
        counts.append(counts[-1] + ch.isalnum())
    if counts[-1] != len(there):
        return [(0, 0) for _ in spans]
    ends = [at + 1 for at in there]
    return [
        (there[counts[start]], ends[counts[end] - 1])
        if counts[end] > counts[start]
        else (ends[counts[start] - 1] if counts[start] else 0,) * 2
        for start, end in spans
    ]
