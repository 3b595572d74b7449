"""Saving one term in a library of 200 articles of 40 sentences with a glossary of 20,000 terms.

Printed are seconds until the save is done: its sentences checked, those that lack it given back to
the machine. "Everywhere" is a term that stands in nearly every article. Making the library takes a
minute or so and is not counted.
"""

from __future__ import annotations

import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from glossary import Term
from reader.articles import article_from_text
from reader.services import glossary, library, term_edits, terms, translating
from reader.services.rechecking import PERSON
from reader.store import terms as store
from reader.toolbox import Toolbox, for_tests
from tests.bench import article as sample
from tests.bench import glossary as invented

ARTICLES = 200
SENTENCES = 40
TERMS = 20_000
_CHANGES = (
    ("a new term that stands nowhere", Term("", "lighthouse keeper", "灯塔看守")),
    ("a new term that stands everywhere", Term("", "talk show", "脱口秀")),
)


def run() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        tools = for_tests(Path(folder))
        number = _library(tools)
        terms.termbase(tools, None)
        for what, term in _CHANGES:
            slug = _timed(what, tools, number, term, 0)
        saved = glossary.view(tools, number, slug).stored
        _timed("its note", tools, number, replace(saved.term, note="Seen."), saved.version)
        started = time.perf_counter()
        glossary.browse(tools, number, glossary.Filters())
        print(f"{'the list after that':<36} {time.perf_counter() - started:>6.2f} s")


def _timed(what: str, tools: Toolbox, number: int, term: Term, version: int) -> str:
    started = time.perf_counter()
    made = term_edits.save(tools, number, term, version)
    seconds = time.perf_counter() - started
    print(f"{what:<36} {seconds:>6.2f} s, {made.effect.again:>4} sentences translated again")
    return made.slugs[0]


def _library(tools: Toolbox) -> int:
    terms.renew_shipped(tools)
    sentences = sample.sentences()
    chance = random.Random(1)
    for n in range(ARTICLES):
        body = "\n\n".join(chance.choice(sentences) for _ in range(SENTENCES - 1))
        made = library.add_article(tools, article_from_text(f"Article {n}\n\n{body}"))
        while translating.translate_some(tools, made.article_id, "bench").more:
            pass
    number = glossary.create(tools, "Large").id
    found = [term for term in invented.terms(TERMS + 1_000) if term.id.startswith("invented")]
    term_edits.change(
        tools,
        number,
        lambda session, at: store.save(
            session, number, found[:TERMS], person=PERSON, action="imported", at=at
        ),
    )
    return number
