"""Pinyin of renderings, and the plain forms people type it in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from glossary.term import Term

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
# Combining grave, acute, macron and caron; the diaeresis of ü stays.
_TONES = re.compile("[\u0300\u0301\u0304\u030c]")


def pinyin_of(term: Term) -> str:
    """The term's pinyin: its own where it has one, else by rule, syllables apart by spaces.

    >>> pinyin_of(Term("x", "tariff", "关税"))
    'guān shuì'
    """
    return term.pinyin or " ".join(syllables_of(term.rendering))


def syllables_of(chinese: str) -> list[str]:
    """One syllable with tone marks for each Chinese character, all else left out (pypinyin)."""
    from pypinyin import Style, lazy_pinyin

    return [
        syllable for run in _HAN.findall(chinese) for syllable in lazy_pinyin(run, style=Style.TONE)
    ]


def without_tones(pinyin: str) -> str:
    """Pinyin as it is typed: small letters, no tones, no spaces or apostrophes, v for ü.

    >>> without_tones("Lǜ sè fā zhǎn")
    'lvsefazhan'
    """
    plain = _TONES.sub("", unicodedata.normalize("NFD", pinyin.lower()))
    plain = unicodedata.normalize("NFC", plain).replace("ü", "v").replace("u:", "v")
    return re.sub(r"[^a-z]", "", plain)


def initials(syllables: Sequence[str]) -> str:
    """The first letters of syllables.

    >>> initials("xīn xíng dà guó guān xì".split())
    'xxdggx'
    """
    return "".join(without_tones(syllable)[:1] for syllable in syllables)
