"""Whatever box a page puts between two paragraphs, no paragraph of the article is dropped."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.articles import BlockKind, article_from_text

PARAGRAPHS = (
    "You cannot drive your own car into the old town, so leave it at the gate and walk.",
    "He wrote about himself in 1998.",
    "A couple of thousand staff live there in summer; a small number stay over winter.",
    "In Berlin, the police counted 6,500 people.",
    "Maybe one day your children will stand on another planet and wonder about their forebears?",
    "The work can be done at home, and the hours are free. (Bremer, 1998)",
    "There was no motion to ask him.",
    "The first goal came from the captain, the second from his brother, the third from the wind;",
    "Visa rules differ from country to country, and so do your costs.",
)
BOXES = (
    ("Advertisement",),
    ("Related", "How a small town lost its river"),
    ("Sign up for our newsletter", "Enter your email", "Subscribe"),
    ("Share", "Save"),
    ("Read more: Another story of note",),
    ("Related stories", "A first link of some words", "A second link of some words"),
    ("Watch: A ship turns", "02:14"),
)
HEAD = (
    "Home",
    "World",
    "What the old town knows about its visitors",
    "By Jane Doe",
    "June 5, 2025",
)
TAIL = (
    "Related",
    "A headline of something else",
    "Comments (3)",
    "© 2025 A Site. All rights reserved.",
)


def lost(lines: list[str]) -> list[str]:
    """Return the paragraphs that are not blocks of the article."""
    texts = {block.text for block in article_from_text("\n".join((*HEAD, *lines, *TAIL))).blocks}
    return [text for text in PARAGRAPHS if text not in texts]


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box[0])
@pytest.mark.parametrize("place", range(1, len(PARAGRAPHS)))
def test_a_box_takes_no_paragraph_with_it(box: tuple[str, ...], place: int) -> None:
    assert lost([*PARAGRAPHS[:place], *box, *PARAGRAPHS[place:]]) == []


@pytest.mark.parametrize(("above", "below"), list(pairwise(BOXES)), ids=lambda box: box[0])
def test_two_boxes_take_no_paragraph_between_them(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    for place in range(2, len(PARAGRAPHS) - 1):
        here = PARAGRAPHS[place]

        lines = [*PARAGRAPHS[:place], *above, here, *below, *PARAGRAPHS[place + 1 :]]

        assert lost(lines) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("The big picture: Both firms buy at home.", BlockKind.PARAGRAPH, id="lead"),
        pytest.param("It ends here, by 2027. Enditem", BlockKind.PARAGRAPH, id="agency's end"),
        pytest.param("Day 1", BlockKind.HEADING, id="numbered day"),
        pytest.param("“We are tired,” he said.", BlockKind.PARAGRAPH, id="short quotation"),
        pytest.param("“Nobody will ever know it.”", BlockKind.PARAGRAPH, id="bare quotation"),
    ],
)
def test_a_line_of_the_article_is_what_a_reader_takes_it_for(line: str, kind: BlockKind) -> None:
    body = (PARAGRAPHS[0], line, PARAGRAPHS[2], PARAGRAPHS[4])

    article = article_from_text("\n".join((*HEAD, *body, *TAIL)))

    assert {block.text: block.kind for block in article.blocks}[line] is kind
