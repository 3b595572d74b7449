from __future__ import annotations

from reader.translation.argos_package import Piece
from reader.translation.attention import linked_span, links_from_attention
from reader.translation.engine import Link

SOURCE, TARGET = "Trade wars hurt.", "贸易战伤人。"
SOURCE_PIECES = [
    Piece("▁Trade", 0, 5),
    Piece("▁wa", 5, 8),
    Piece("rs", 8, 10),
    Piece("▁hurt", 10, 15),
]
TARGET_PIECES = [Piece("贸易", 0, 2), Piece("战", 2, 3), Piece("伤人", 3, 5), Piece("。", 5, 6)]


def linked(attention: list[list[float]]) -> list[tuple[str, str]]:
    links = links_from_attention(SOURCE, SOURCE_PIECES, TARGET, TARGET_PIECES, attention)
    return [
        (SOURCE[a.source_start : a.source_end], TARGET[a.target_start : a.target_end])
        for a in links
    ]


def test_the_pieces_of_a_word_are_summed_and_punctuation_is_left_out() -> None:
    attention = [
        [0.7, 0.1, 0.1, 0.1],
        [0.2, 0.3, 0.4, 0.1],
        [0.1, 0.1, 0.1, 0.7],
        [0.1, 0.1, 0.1, 0.7],
    ]

    assert linked(attention) == [("Trade", "贸易"), ("wars", "战"), ("hurt", "伤人")]


def test_neighbouring_pieces_of_one_word_make_one_link() -> None:
    attention = [[0.8, 0.1, 0.0, 0.1], [0.8, 0.1, 0.0, 0.1], [0.0, 0.1, 0.0, 0.9], [0.1] * 4]

    assert linked(attention) == [("Trade", "贸易战"), ("hurt", "伤人")]


def test_a_weak_one_sided_weight_makes_no_link() -> None:
    assert ("wars", "战") not in linked([[0.4, 0.3, 0.1, 0.2]] * 4)


def test_pieces_without_offsets_give_no_links() -> None:
    pieces = [Piece("Trade", 0, 0)]

    assert links_from_attention(SOURCE, pieces, TARGET, TARGET_PIECES, [[1.0]] * 4) == ()


def test_a_span_with_a_stranger_inside_is_not_replaced() -> None:
    own = [Link(0, 5, 0, 2), Link(6, 10, 4, 5)]

    assert linked_span(own, 0, 10) == (0, 5)
    assert linked_span([*own, Link(11, 15, 2, 3)], 0, 10) is None
    assert linked_span(own, 20, 25) is None
