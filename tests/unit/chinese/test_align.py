from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from reader.chinese.align import Aligner, Span
from reader.chinese.dictionary import Dictionary
from reader.chinese.words import Words

LEAST_PRECISION = 0.92
LEAST_RECALL = 0.5
PAIRS = [
    json.loads(line)
    for line in Path(__file__).with_name("links.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def aligner(dictionary: Dictionary, words: Words) -> Aligner:
    return Aligner(dictionary, words)


def place(text: str, marked: str) -> tuple[int, int]:
    """Return where a marked word stands; `word@2` is the second time."""
    word, _, time = marked.partition("@")
    start = -1
    for _ in range(int(time or 1)):
        start = text.index(word, start + 1)
    return start, start + len(word)


def expected(pair: dict[str, object]) -> list[Span]:
    english, chinese = str(pair["en"]), str(pair["zh"])
    links: list[list[str]] = pair["links"]  # type: ignore[assignment]
    return [(*place(english, source), *place(chinese, target)) for source, target in links]


def agree(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_links_agree_with_those_marked_by_hand(aligner: Aligner) -> None:
    right = found = covered = marked = 0
    for pair in PAIRS:
        wanted = expected(pair)
        links = aligner.link(pair["en"], pair["zh"])
        found += len(links)
        right += sum(any(agree(link, want) for want in wanted) for link in links)
        marked += len(wanted)
        covered += sum(any(agree(link, want) for link in links) for want in wanted)

    assert right / found >= LEAST_PRECISION, f"precision {right / found:.3f}"
    assert covered / marked >= LEAST_RECALL, f"recall {covered / marked:.3f}"


@pytest.mark.parametrize(
    ("english", "chinese", "wanted"),
    [
        pytest.param("90 minutes", "90分钟", ("90", "90"), id="number"),
        pytest.param("On May 22", "5月22日", ("May", "5"), id="month"),
        pytest.param("50 percent of it", "其中50%", ("50", "50%"), id="percent"),
        pytest.param("CGTN said", "CGTN说", ("CGTN", "CGTN"), id="latin-name"),
        pytest.param("Donald Trump", "唐纳德·特朗普", ("Donald Trump", "唐纳德·特朗普"), id="name"),
        pytest.param("a trade war", "贸易战", ("trade war", "贸易战"), id="phrase"),
    ],
)  # fmt: skip
def test_a_pair_is_linked(
    aligner: Aligner, english: str, chinese: str, wanted: tuple[str, str]
) -> None:
    links = aligner.link(english, chinese)

    assert wanted in [(english[a:b], chinese[c:d]) for a, b, c, d in links]


def test_what_may_happen_is_not_linked_to_a_month(aligner: Aligner) -> None:
    assert aligner.link("it may rain", "5人") == ()


def test_glossary_terms_are_links_and_their_words_take_part_in_no_other(aligner: Aligner) -> None:
    english, chinese = "new model of major-country relationship", "新型大国关系"
    term = (0, len(english), 0, len(chinese))

    assert aligner.link(english, chinese, [term]) == (term,)


def test_links_do_not_share_words(aligner: Aligner) -> None:
    for pair in PAIRS:
        links = aligner.link(pair["en"], pair["zh"])

        by_target = sorted(links, key=lambda link: link[2])
        assert all(one[1] <= other[0] for one, other in pairwise(links))
        assert all(one[3] <= other[2] for one, other in pairwise(by_target))


@pytest.mark.parametrize(
    ("english", "chinese"), [("", ""), ("China", ""), ("", "中国"), ("…", "。")]
)
def test_nothing_is_linked_to_nothing(aligner: Aligner, english: str, chinese: str) -> None:
    assert aligner.link(english, chinese) == ()
