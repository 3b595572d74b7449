"""The page in one file, as text; `tests/e2e/test_exports.py` opens it in a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from reader.chinese.annotate import Token
from reader.chinese.levels import Level
from reader.exports import EXPORTS, Document, Options
from reader.exports.document import Pair
from reader.exports.options import Version
from reader.exports.pieces import chinese, english
from reader.translation.engine import Link


def page(document: Document, **options: Any) -> html.HtmlElement:
    """Return the parsed page."""
    return html.document_fromstring(EXPORTS["html"].write(document, Options(**options)).decode())


def text(element: html.HtmlElement) -> str:
    """Return the text of an element without its pinyin."""
    return "".join(element.xpath(".//text()[not(ancestor::rt)]")).strip()


def test_every_sentence_stands_beside_its_chinese(document: Document) -> None:
    rows = page(document).cssselect("article .pair")

    assert [text(row.cssselect(".en")[0]) for row in rows] == [
        "They held a phone call.", "“Good,” he said.", "Two flags.",
    ]  # fmt: skip
    assert text(rows[0].cssselect(".zh")[0]) == "两国通电话。"
    assert text(rows[2].cssselect(".zh")[0]) == "Not translated yet"


def test_each_side_is_marked_with_its_language(document: Document) -> None:
    row = page(document).cssselect("article .pair")[0]

    assert [side.get("lang") for side in row] == ["en", "zh-Hans", "zh-Hans"]


def test_each_word_stands_under_its_pinyin(document: Document) -> None:
    words = page(document).cssselect("#s1 .zh:not(.reviewed) ruby")

    assert [word.text for word in words] == ["两国", "通电话"]
    assert [word.cssselect("rt")[0].text for word in words] == ["liǎngguó", "tōngdiànhuà"]
    assert all(rt.get("aria-hidden") == "true" for word in words for rt in word.cssselect("rt"))


def test_a_line_may_end_after_a_word_but_not_before_a_mark(document: Document) -> None:
    left, right, _mark = chinese(document.pairs[1], {})

    assert (left.breaks, right.breaks) == (True, False)


def test_a_long_word_comes_apart_into_its_syllables(document: Document) -> None:
    text, syllables = "重阳研究院", ("chóng", "yáng", "yán", "jiū", "yuàn")
    word = Token(text, 0, 5, syllables, "Chóngyáng yánjiūyuàn")
    segment = replace(document.pairs[1].segment, target=text)

    (piece,) = chinese(Pair(segment, (word,)), {})

    assert piece.ruby == tuple(zip(text, syllables, strict=True))


def test_marks_inside_a_word_have_no_pinyin_over_them(document: Document) -> None:
    word = Token("“修昔”", 0, 4, ("xiū", "xī"), "“Xiūxī”")
    segment = replace(document.pairs[1].segment, target=word.text)

    (piece,) = chinese(Pair(segment, (word,)), {})

    assert piece.ruby == (("“", ""), ("修昔", "xiūxī"), ("”", ""))


@pytest.mark.parametrize(
    ("options", "state"),
    [({}, "off"), ({"pinyin": True}, "0"), ({"pinyin": True, "above": 3}, "3")],
)
def test_pinyin_starts_as_it_was_asked_for(
    document: Document, options: dict[str, Any], state: str
) -> None:
    tree = page(document, **options)

    assert tree.get("data-pinyin") == state
    assert tree.cssselect("[data-choice=pinyin] [selected]")[0].get("value") == state


def test_the_reviewed_version_stands_beside_the_machines_and_says_so(document: Document) -> None:
    own, reviewed = page(document).cssselect("#s1 .zh")

    assert (text(own), text(reviewed)) == ("两国通电话。", "双方通了电话。")
    seals = [side.cssselect(".seal")[0] for side in (own, reviewed)]
    assert [seal.get("data-seal") for seal in seals] == ["机", "校"]
    assert [seal.get("aria-label") for seal in seals] == [
        "machine (Engine A), not approved", "reviewed version, by a person",
    ]  # fmt: skip


def test_without_a_reviewed_version_there_is_nothing_to_switch(document: Document) -> None:
    bare = replace(document, pairs=tuple(replace(pair, reviewed="") for pair in document.pairs))
    tree = page(bare, version=Version.REVIEWED)

    assert not tree.cssselect("[data-choice=version], .reviewed, .of-reviewed")
    assert tree.get("data-version") == "machine"


def test_each_sentence_knows_its_traditional_form(document: Document) -> None:
    own, reviewed = page(document).cssselect("#s1 .zh")

    assert own.get("data-hant") == "兩國通電話。"
    assert reviewed.get("data-hant") == "雙方通了電話。"


def test_the_traditional_form_of_a_term_is_that_of_its_glossary(document: Document) -> None:
    term = replace(document.terms[0], traditional="通電語")
    tree = page(replace(document, terms=(term,)))

    assert tree.cssselect("#s1 .zh")[0].get("data-hant") == "兩國通電語。"
    assert tree.cssselect("#t1 strong")[0].get("data-hant") == "通電語"


def test_words_carry_their_level(document: Document) -> None:
    pair = document.pairs[1]
    tokens = (replace(pair.tokens[0], level=Level(hsk3=4)), *pair.tokens[1:])
    tree = page(replace(document, pairs=(replace(pair, tokens=tokens),)))

    assert [word.get("class") for word in tree.cssselect("#s1 .zh:not(.reviewed) .w")] == [
        "w h4", "w",
    ]  # fmt: skip


def test_nothing_in_the_page_asks_for_another_file(document: Document) -> None:
    tree = page(document)

    assert not tree.xpath("//@src | //@href | //@srcset | //link | //img | //iframe | //form")
    assert "url(" not in tree.cssselect("style")[0].text
    assert "@import" not in tree.cssselect("style")[0].text


def test_its_policy_allows_its_own_style_and_script_only(document: Document) -> None:
    tree = page(document)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    for element in (tree.cssselect("style")[0], tree.cssselect("script:not([type])")[0]):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not tree.xpath("//@style | //@*[starts-with(name(), 'on')]")


def test_its_cards_know_the_words_and_terms_of_the_article(document: Document) -> None:
    words = json.loads(page(document).cssselect("#words")[0].text)

    assert words["glosses"]["两国"]["senses"] == ["both countries", "two countries"]
    assert words["terms"][0]["source"] == "Ministry list"


def test_words_that_are_not_in_the_article_stay_out(document: Document) -> None:
    bare = replace(document, pairs=document.pairs[2:])

    assert json.loads(page(bare).cssselect("#words")[0].text)["glosses"] == {}


def test_the_page_says_where_it_comes_from(document: Document) -> None:
    footer = page(document).cssselect("footer")[0].text_content()

    for fact in (
        "https://news.example/call",
        "Engine A",
        "2 of 4 sentences approved",
        "2026-01-02",
    ):
        assert fact in footer


def test_hostile_text_stays_text(hostile: Document) -> None:
    tree = page(hostile)

    assert len(tree.cssselect("script")) == 2
    assert not tree.cssselect("img")
    assert not tree.xpath("//a")
    assert "<script>document.title='owned'</script>" in text(tree.cssselect("h1")[0])
    assert "{{ 7*7 }}" in text(tree.cssselect("article")[0])


def test_hostile_text_does_not_change_the_policy(document: Document, hostile: Document) -> None:
    found = [
        re.search(rb'Policy" content="([^"]*)"', EXPORTS["html"].write(each))
        for each in (document, hostile)
    ]

    assert found[0]
    assert found[1]
    assert found[0][1] == found[1][1]


def test_pieces_put_together_are_the_sentence(document: Document) -> None:
    for pair in document.pairs:
        assert "".join(piece.text for piece in english(pair.segment, {})) == pair.segment.source
        assert "".join(piece.text for piece in chinese(pair, {})) == pair.segment.target


def test_partners_carry_the_same_number(document: Document) -> None:
    pair = document.pairs[1]
    left = [piece.text for piece in english(pair.segment, {}) if piece.links == "1"]
    right = [piece.text for piece in chinese(pair, {}) if piece.links == "1"]

    assert ("".join(left), right) == ("phone call", ["通电话"])


def test_words_of_an_older_translation_are_not_shown(document: Document) -> None:
    pair = document.pairs[1]
    edited = Pair(replace(pair.segment, target="他们通了话。", links=()), pair.tokens)

    assert "".join(piece.text for piece in chinese(edited, {})) == "他们通了话。"
    assert not any(piece.ruby for piece in chinese(edited, {}))


def test_spans_outside_the_sentence_do_no_harm(document: Document) -> None:
    pair = document.pairs[1]
    wild = replace(pair.segment, links=(Link(-5, 900, -5, 900),))

    assert "".join(piece.text for piece in english(wild, {})) == wild.source


def test_a_long_article_is_laid_out_where_it_is_looked_at(document: Document) -> None:
    long = replace(document, pairs=document.pairs[1:2] * 300)

    assert page(long).get("class") == "long"
    assert page(document).get("class") is None
