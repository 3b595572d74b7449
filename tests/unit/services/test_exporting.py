"""Exporting: an article of the library, or of none, as a file to take away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import article_from_text
from reader.chinese.annotate import Token
from reader.chinese.dictionary import Dictionary
from reader.chinese.words import Words
from reader.errors import NotFound
from reader.exports import EXPORTS, Options
from reader.exports.document import Pair
from reader.services import exporting, library, terms, translating
from reader.services.glosses import glosses_of
from reader.toolbox import Toolbox, for_tests
from reader.translation.engine import Link
from reader.translation.segment import Segment

PAGE = """Trade war and small yard with high fences

By Ann Author

The trade war has no winner, the minister said on Monday.

They agreed on win-win cooperation.
"""


@pytest.fixture
def tools(tmp_path: Path, words: Words) -> Iterator[Toolbox]:
    built = for_tests(tmp_path, words)
    terms.renew_shipped(built)
    yield built
    built.database.close()


def sentence(source: str, target: str) -> Segment:
    return Segment(0, 0, "paragraph", source, target)


def translated(tools: Toolbox) -> int:
    number = library.add_article(tools, article_from_text(PAGE)).article_id
    translating.translate_some(tools, number, "worker")
    return number


@pytest.mark.parametrize("key", sorted(EXPORTS))
def test_an_article_of_the_library_leaves_in_every_kind(tools: Toolbox, key: str) -> None:
    file = exporting.export_article(tools, translated(tools), key)

    assert file.name == f"Trade-war-and-small-yard-with-high-fences{EXPORTS[key].suffix}"
    assert file.mimetype == EXPORTS[key].mimetype
    assert file.data


def test_terms_words_and_engine_go_with_it(tools: Toolbox) -> None:
    document = exporting.library_document(tools, translated(tools))

    assert "贸易战" in [term.rendering for term in document.terms]
    assert all(term.pinyin for term in document.terms)
    assert document.engines
    assert document.byline == "Ann Author"
    assert document.glosses["贸易战"].senses


def test_an_article_in_no_library_leaves_the_same_way(tools: Toolbox) -> None:
    article = article_from_text(PAGE)
    segments = list(translating.translate_article(tools, article))
    alone = exporting.export_segments(tools, article, segments, "json")
    stored = exporting.export_article(tools, translated(tools), "json")

    left, right = json.loads(alone.data), json.loads(stored.data)
    assert left["segments"] == right["segments"]
    assert left["terms"] == right["terms"]
    assert alone.name == stored.name


def test_an_article_that_waits_for_its_chinese_can_leave_too(tools: Toolbox) -> None:
    number = library.add_article(tools, article_from_text(PAGE)).article_id

    content = json.loads(exporting.export_article(tools, number, "json").data)

    assert content["origin"]["waiting"] == 3


def test_options_reach_the_file(tools: Toolbox) -> None:
    file = exporting.export_article(tools, translated(tools), "html", Options(pinyin=True))

    assert b'data-pinyin="0"' in file.data


def test_an_unknown_article_is_said_to_be_unknown(tools: Toolbox) -> None:
    with pytest.raises(NotFound):
        exporting.export_article(tools, 99, "html")


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(NotFound, match=r"“xyz”.*\.html.*\.epub"):
        exporting.check_key("xyz")


@pytest.mark.parametrize("key", ["anki", "apkg", ".apkg", "APKG"])
def test_a_kind_has_a_key_and_a_suffix(key: str) -> None:
    assert exporting.check_key(key).key == "anki"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param("Trade talks: what next?", "Trade-talks-what-next.html", id="marks go"),
        pytest.param("../../etc/passwd", "etc-passwd.html", id="no way out of the folder"),
        pytest.param("", "article.html", id="no title"),
        pytest.param("NUL", "article-NUL.html", id="a device of Windows"),
        pytest.param("con.txt", "article-con.txt.html", id="a device with a suffix"),
        pytest.param("a\r\nSet-Cookie: b", "a-Set-Cookie-b.html", id="no line break in a header"),
        pytest.param("中美元首通话", "中美元首通话.html", id="Chinese stays"),
        pytest.param("x" * 300, "x" * 60 + ".html", id="long ones are cut"),
        pytest.param("\udc80\u202eexe", "exe.html", id="half characters and turned writing"),
    ],
)
def test_file_names_are_safe(title: str, name: str) -> None:
    assert exporting.file_name(title, ".html") == name


def test_the_gloss_is_read_as_the_word_is_here(dictionary: Dictionary) -> None:
    pair = Pair(sentence("A chief.", "长"), (Token("长", 0, 1, ("zhǎng",), "zhǎng"),))

    gloss = glosses_of(dictionary, [pair])["长"]

    assert gloss.pinyin == "zhǎng"
    assert any("grow" in sense or "chief" in sense for sense in gloss.senses)


def test_the_sense_of_the_linked_english_stands_first(dictionary: Dictionary) -> None:
    tokens = (Token("代表", 0, 2, ("dài", "biǎo"), "dàibiǎo"),)
    firsts = []

    for english in ("delegate", "represent"):
        segment = replace(sentence(english, "代表"), links=(Link(0, len(english), 0, 2),))
        firsts.append(glosses_of(dictionary, [Pair(segment, tokens)])["代表"].senses[0])

    assert "delegate" in firsts[0]
    assert "represent" in firsts[1]


def test_a_word_in_no_dictionary_is_glossed_by_its_parts(dictionary: Dictionary) -> None:
    tokens = (Token("经贸会谈", 0, 4, (), "jīngmào huìtán"), Token("。", 4, 5))

    gloss = glosses_of(dictionary, [Pair(sentence("Talks.", "经贸会谈。"), tokens)])

    assert list(gloss) == ["经贸会谈"]
    assert [sense.split(":")[0] for sense in gloss["经贸会谈"].senses] == ["经贸", "会谈"]


def test_the_page_of_the_sample_fits_on_any_stick(tools: Toolbox) -> None:
    library.add_sample(tools)
    (card,) = library.list_articles(tools)
    translating.translate_some(tools, card.id, "worker")

    file = exporting.export_article(tools, card.id, "html", Options(pinyin=True))

    assert 200_000 < len(file.data) < 1_000_000


def test_the_reviewed_version_leaves_with_its_words_and_their_meanings(tools: Toolbox) -> None:
    library.add_sample(tools)
    (card,) = library.list_articles(tools)

    document = exporting.library_document(tools, card.id)

    pair = next(pair for pair in document.pairs if pair.reviewed)
    assert "".join(token.text for token in pair.reviewed_tokens) == pair.reviewed
    assert any(token.text in document.glosses for token in pair.reviewed_tokens)
