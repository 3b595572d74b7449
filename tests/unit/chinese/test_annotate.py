from __future__ import annotations

import pytest

from reader.chinese.annotate import Annotator, as_spoken
from reader.chinese.dictionary import Dictionary
from reader.chinese.pinyin import Pinyin
from reader.chinese.words import Words


@pytest.fixture(scope="module")
def pinyin(dictionary: Dictionary) -> Pinyin:
    return Pinyin(dictionary)


def test_tokens_are_the_sentence_with_pinyin_and_level(words: Words, pinyin: Pinyin) -> None:
    sentence = "通话持续了90分钟。"

    tokens = Annotator(words, pinyin).annotate(sentence)

    assert "".join(token.text for token in tokens) == sentence
    assert [token.pinyin for token in tokens] == [
        "tōnghuà", "chíxù", "le", "", "fēnzhōng", "",
    ]  # fmt: skip
    assert tokens[1].level.hsk2 == 5
    assert tokens[3].level.hsk3 == 0


def test_a_glossary_term_is_one_token_read_as_the_glossary_says(
    words: Words, pinyin: Pinyin
) -> None:
    annotator = Annotator(words, pinyin, {"中美关系": "zhōng měi guān xì"})

    tokens = annotator.annotate("对中美关系", terms=[(1, 5)])

    assert tokens[1].is_term
    assert tokens[1].syllables == ("zhōng", "měi", "guān", "xì")
    assert not tokens[0].is_term


def test_spoken_tones_can_be_asked_for(words: Words, pinyin: Pinyin) -> None:
    (token,) = as_spoken(Annotator(words, pinyin).annotate("领导"))

    assert token.pinyin == "língdǎo"
