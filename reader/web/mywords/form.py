"""What the page's script sends: starred words as JSON, checked."""

from __future__ import annotations

from typing import Any

from reader.errors import EmptyInput, InputError, InputTooLarge
from reader.exports.my_words import StarredWord

MOST_WORDS = 20_000
# The page cuts every text at this many characters.
LONGEST = 2000
# Of each word: the name in the JSON, which is the name of the field.
TEXTS = (
    "id", "kind", "chinese", "pinyin", "english", "sentence_zh", "sentence_en", "gap", "hint",
    "article",
)  # fmt: skip


def words_of(sent: Any) -> tuple[StarredWord, ...]:
    """The words of `{"words": [{…}, …]}`, each a mapping of the names in `TEXTS` to texts.

    Raises `InputError` for anything else, `EmptyInput` for no words, `InputTooLarge` for too many.
    """
    words = sent.get("words") if isinstance(sent, dict) else None
    if not isinstance(words, list):
        raise InputError("The list of words could not be read. Reload the page and try again.")
    if not words:
        raise EmptyInput("There are no words yet. Star some while you read.")
    if len(words) > MOST_WORDS:
        raise InputTooLarge("These are more than {most} words.", most=MOST_WORDS)
    return tuple(_word(word) for word in words)


def _word(sent: Any) -> StarredWord:
    texts = {name: sent.get(name, "") for name in TEXTS} if isinstance(sent, dict) else {}
    readable = all(isinstance(text, str) and len(text) <= LONGEST * 2 for text in texts.values())
    if not readable or not texts.get("id") or not (texts["chinese"] or texts["english"]):
        raise InputError("The list of words could not be read. Reload the page and try again.")
    return StarredWord(**texts)
