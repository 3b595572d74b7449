"""Rendered sentence pairs, kept: a page of 300 sentences is mostly the same as a second ago."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from itertools import groupby
from typing import cast

from flask import Flask, current_app, render_template
from markupsafe import Markup

from reader.services.reading import Pair
from reader.web.i18n import current
from reader.web.reading.runs import source_runs, target_runs

KEY = "duizhao-fragments"
# A pair is about 2 kB of HTML: some 15 MB at the most.
KEPT = 8000


class Fragments:
    """The last `KEPT` rendered pairs, by everything that decides how they look."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._pairs: OrderedDict[Hashable, Markup] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Markup | None:
        """The fragment of that key, if it is still here."""
        with self._lock:
            if key in self._pairs:
                self._pairs.move_to_end(key)
            return self._pairs.get(key)

    def put(self, key: Hashable, fragment: Markup) -> Markup:
        """Keep a fragment, forgetting the one not asked for the longest; return it."""
        with self._lock:
            self._pairs[key] = fragment
            while len(self._pairs) > self._kept:
                self._pairs.popitem(last=False)
        return fragment


def install(app: Flask) -> None:
    """Give the application its store of fragments."""
    app.extensions[KEY] = Fragments()
    app.jinja_env.filters.update(pair_html=pair_html, blocks=blocks)


def pair_html(pair: Pair) -> Markup:
    """One sentence pair as HTML, in the language of the page."""
    fragments = cast("Fragments", current_app.extensions[KEY])
    row = pair.row
    key = (row.id, row.revision, row.segment.position, pair.tokens, current())
    return fragments.get(key) or fragments.put(key, _render(pair))


def blocks(pairs: Iterable[Pair]) -> list[tuple[str, list[Pair]]]:
    """The pairs in groups, one a block of the article, each with the block's kind."""
    groups = groupby(pairs, key=lambda pair: (pair.row.segment.block, pair.row.segment.kind))
    return [(kind, list(group)) for (_, kind), group in groups]


def _render(pair: Pair) -> Markup:
    segment = pair.row.segment
    return Markup(  # noqa: S704 (the template has escaped everything in it)
        render_template(
            "reading/_pair.html",
            row=pair.row,
            segment=segment,
            source=source_runs(segment.source, segment.terms),
            target=target_runs(segment.target, pair.tokens, segment.terms),
        ).strip()
    )
