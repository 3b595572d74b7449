"""The dictionary's addresses: JSON for the page's script. They change nothing."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request, url_for

from reader.chinese.cedict import Entry
from reader.chinese.levels import level
from reader.services import lookup
from reader.store.checking import Found
from reader.web.context import toolbox
from reader.web.reading.script import in_script
from reader.web.texts import gettext as _

pages = Blueprint("dictionary", __name__, url_prefix="/dictionary")

MOST_SENSES = 6


@pages.get("")
def look_up() -> dict[str, Any]:
    """What the dictionary says of the Chinese or English text `q`: entries, or its parts'."""
    looked = lookup.look_up(toolbox(), request.args.get("q", ""))
    return {"whole": looked.whole, "entries": [_entry(entry) for entry in looked.entries]}


@pages.get("/sentences")
def sentences() -> dict[str, Any]:
    """Other sentences of the library with the word `q`.

    `article` and `sentence` (which counts from 1) tell which one is known already.
    """
    ask = request.args.get
    article_id, number = ask("article", 0, type=int), ask("sentence", 0, type=int)
    found = lookup.sentences_with(toolbox(), ask("q", ""), article_id, number - 1)
    return {"sentences": [_sentence(one) for one in found]}


def _entry(entry: Entry) -> dict[str, Any]:
    levels = level(entry.simplified)
    return {
        "text": entry.simplified,
        "traditional": entry.traditional if entry.traditional != entry.simplified else "",
        "pinyin": entry.pinyin,
        "senses": entry.senses[:MOST_SENSES],
        "hsk3": levels.label,
        "hsk2": levels.hsk2,
    }


def _sentence(one: Found) -> dict[str, Any]:
    segment = one.row.segment
    number = segment.position + 1
    return {
        "address": url_for("reading.read", article_id=one.article_id, _anchor=f"s{number}"),
        "title": one.title or _("Without a title"),
        "source": segment.source,
        "target": in_script(segment.target),
    }
