"""Refuse what is not English, kindly, before anyone waits for its translation."""

from __future__ import annotations

import re
import unicodedata

from reader.articles.raw import RawText
from reader.errors import NotEnglish

# Characters looked at: enough to be sure, little enough to be quick.
_SAMPLE = 20_000
# Words. Below this, word statistics guess wrong too often to refuse by them.
_SHORTEST = 12
_LETTER = re.compile(r"[^\W\d_]")
_COMMON = re.compile(
    r"(?i)\b(the|of|and|to|in|is|was|are|for|with|that|on|it|as|by|from|has|have|will|said|he|she"
    r"|they|this|not|but|at|be|an|who|his|her|its|their|after|over)\b"
)
_NAMES = {
    "zh": "Chinese", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "ru": "Russian", "ja": "Japanese", "ko": "Korean",
    "ar": "Arabic", "vi": "Vietnamese", "id": "Indonesian", "tr": "Turkish", "pl": "Polish",
    "la": "Latin",
}  # fmt: skip


def require_english(raw: RawText) -> None:
    """Raise `NotEnglish` where the text is plainly in another language or script."""
    text = " ".join(block.text for block in raw.blocks)[:_SAMPLE]
    letters = _LETTER.findall(text)
    if not letters:
        raise NotEnglish("There are no English words in this text.")
    latin = sum(1 for letter in letters if unicodedata.name(letter, "").startswith("LATIN"))
    if latin < 0.5 * len(letters):
        raise _refusal(_by_script(letters) or _language(text))
    words = text.split()
    common = len(_COMMON.findall(text))
    if len(words) < _SHORTEST or common > 0.15 * len(words):
        return
    language = _language(text)
    if language != "en" and common < 0.1 * len(words):
        raise _refusal(language)
    if common == 0 and len(words) >= 60:
        raise NotEnglish("This does not read like English. Duizhao reads English articles.")


def _by_script(letters: list[str]) -> str:
    """Return the language that a script alone tells, "" where it tells none."""
    names = [unicodedata.name(letter, "") for letter in letters]
    for script, language in (("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko")):
        if sum(1 for name in names if name.startswith(script)) > 0.1 * len(names):
            return language
    return "zh" if sum(1 for name in names if name.startswith("CJK")) > 0.4 * len(names) else ""


def _language(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])


def _refusal(language: str) -> NotEnglish:
    name = _NAMES.get(language)
    if name:
        return NotEnglish(
            "This text looks like {language}. Duizhao reads English articles.", language=name
        )
    return NotEnglish("This text is not in English. Duizhao reads English articles.")
