"""Long articles for the measurements: the sample's blocks over and over."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

from reader.articles import Block, article_from_text
from reader.data import sample_article
from reader.services import library, translating
from reader.toolbox import Toolbox


def add_long(tools: Toolbox, length: int) -> int:
    """The number of a new article of at least `length` sentences, translated."""
    sample = article_from_text(sample_article())
    blocks: list[Block] = []
    missing = length
    for block in cycle(sample.blocks):
        if missing <= 0:
            break
        blocks.append(block)
        missing -= len(block.sentences)
    article = replace(sample, title=f"An article of {length} sentences", blocks=tuple(blocks))
    number = library.add_article(tools, article).article_id
    while translating.translate_some(tools, number, "bench").more:
        pass
    return number
