"""Rendered HTML, kept: a page of 300 sentences is mostly the same as a second ago."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from flask import Flask, current_app
from markupsafe import Markup

from reader.chinese.annotate import Token
from reader.services import annotation, library, reading, terms
from reader.services.reading import Pair, Progress, Reading
from reader.services.words import article_words
from reader.store.records import Aside, Card
from reader.toolbox import Toolbox
from reader.translation.segment import TermUse
from reader.web.context import toolbox
from reader.web.i18n import current
from reader.web.reading.kept import Kept
from reader.web.reading.late import LONG, is_late, packed
from reader.web.reading.runs import Run, source_runs, target_runs
from reader.web.reading.sandhi import as_read, is_spoken
from reader.web.reading.script import in_script, runs_in_script, tag
from reader.web.reading.wordlist import as_json
from reader.web.reading.words import engines, is_bare_label

KEY = "duizhao-reading"
# A pair is about 2 kB of HTML, the page of a long article about 700 kB: some 30 MB at the most.
PAIRS_KEPT = 4000
PAGES_KEPT = 24
# Asking for what changed after this revision tells the progress and nothing else.
NO_REVISION = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Face:
    """What of an article's page is the same for every reader of one language."""

    asides: tuple[Aside, ...]
    long: bool
    reviewed: bool
    engines: str
    text: Markup
    terms: Markup


@dataclass(frozen=True, slots=True)
class Fragments:
    """What one application has rendered lately."""

    pairs: Kept[Markup]
    faces: Kept[Face]
    words: Kept[dict[str, Any]]


def install(app: Flask) -> None:
    """Give the application its store of fragments."""
    app.extensions[KEY] = Fragments(Kept(PAIRS_KEPT), Kept(PAGES_KEPT), Kept(PAGES_KEPT))
    app.jinja_env.filters.update(
        pair_html=pair_html, blocks=blocks, in_script=in_script, packed=packed
    )
    app.jinja_env.globals.update(chinese_tag=tag, tones_are_spoken=is_spoken)


def look() -> tuple[str, str, bool]:
    """What of a browser's choices decides how a fragment looks: language, script, tones."""
    return current(), tag(), is_spoken()


def fragments() -> Fragments:
    """What this application has rendered lately."""
    return cast("Fragments", current_app.extensions[KEY])


def open_face(tools: Toolbox, article_id: int) -> tuple[Card, Progress, Face]:
    """An article's page: what it is, how far its translation is, and its face.

    The face is made anew only when the article or one of its glossaries has changed. Raises
    `NotFound`, also for a deleted article.
    """
    card = library.get_card(tools, article_id)
    progress = reading.changes(tools, article_id, NO_REVISION).progress
    key = (card.id, card.revision, card.deleted, terms.fingerprint(tools, article_id), *look())
    face = fragments().faces.get(key, lambda: _face(reading.open_article(tools, article_id)))
    return card, progress, face


def open_words(tools: Toolbox, article_id: int) -> dict[str, Any]:
    """The words of an article as JSON, worked out anew only when it has changed.

    Raises `NotFound`, also for a deleted article.
    """
    card = library.get_card(tools, article_id)
    key = (card.id, card.revision, card.deleted)
    return fragments().words.get(key, lambda: as_json(article_words(tools, article_id)))


def pair_html(pair: Pair, sentences: int) -> Markup:
    """One pair of an article of so many sentences as HTML, in the language of the page."""
    row = pair.row
    late = is_late(row.segment.position, sentences)
    key = (row.id, row.revision, row.segment.position, late, *look())
    return fragments().pairs.get(key, lambda: _pair(pair, late))


def blocks(pairs: Iterable[Pair]) -> list[tuple[str, list[Pair]]]:
    """The pairs in groups, one a block of the article, each with the block's kind."""
    groups = groupby(pairs, key=lambda pair: (pair.row.segment.block, pair.row.segment.kind))
    return [(kind, list(group)) for (_, kind), group in groups]


def terms_html(opened: Reading) -> Markup:
    """The list of an article's terms as HTML."""
    return _rendered("reading/_terms.html", reading=opened)


def _face(opened: Reading) -> Face:
    return Face(
        asides=tuple(aside for aside in opened.asides if not is_bare_label(aside)),
        long=len(opened.pairs) > LONG,
        reviewed=any(pair.row.reviewed for pair in opened.pairs),
        engines=engines(opened.pairs),
        text=_rendered("reading/_text.html", pairs=opened.pairs),
        terms=terms_html(opened),
    )


def _pair(pair: Pair, late: bool) -> Markup:
    segment = pair.row.segment
    return _rendered(
        "reading/_pair.html",
        row=pair.row,
        late=late,
        segment=segment,
        source=source_runs(segment.source, segment.terms),
        target=_chinese(segment.target, pair.tokens, segment.terms),
        reviewed=_reviewed(pair),
    )


def _reviewed(pair: Pair) -> tuple[Run, ...]:
    text = pair.row.reviewed
    if not text:
        return ()
    return _chinese(text, annotation.annotator(toolbox(), ()).annotate(text), ())


def _chinese(text: str, tokens: tuple[Token, ...], uses: tuple[TermUse, ...]) -> tuple[Run, ...]:
    return runs_in_script(target_runs(text, as_read(tokens), uses), text)


def _rendered(template: str, **values: object) -> Markup:
    # Straight from the environment: Flask's own function gathers what only whole pages need.
    html = current_app.jinja_env.get_template(template).render(values)
    return Markup(html.strip())  # noqa: S704 (the template has escaped everything in it)
