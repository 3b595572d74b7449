"""JSON: the segments with everything known about them, for programs.

The keys are a promise; new ones may be added. All offsets are characters, ends exclusive.

    format     "duizhao-segments"; version: 1
    article    title, title_target, byline, date, address
    origin     made (ISO 8601, UTC), engines, and how many sentences are total, approved, machine,
               memory, person, waiting
    segments   position (from 0), block (-1 for the title), kind, source, target, reviewed,
               engine, origin (none | machine | memory | person),
               status (waiting | draft | approved),
               issues: kind, source [start, end], target [start, end], detail
               links: source [start, end], target [start, end]
               terms: id, headword, rendering, state, source [start, end],
                      target [start, end], or null where the rendering is missing
               tokens: text, start, end, pinyin
    terms      id, headword, rendering, pinyin, definition_en, definition_zh, source, traditional
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from reader.exports.document import Document, Pair
from reader.exports.options import Options
from reader.exports.origin import tally
from reader.translation.segment import Issue, TermUse


def write(document: Document, _options: Options) -> bytes:
    """Return the document as indented UTF-8."""
    content = {
        "format": "duizhao-segments",
        "version": 1,
        "article": {
            "title": document.title,
            "title_target": document.title_target,
            "byline": document.byline,
            "date": document.date,
            "address": document.address,
        },
        "origin": {
            "made": document.made.isoformat(),
            "engines": list(document.engines),
            **_counts(document),
        },
        "segments": [_segment(pair) for pair in document.pairs],
        "terms": [asdict(term) for term in document.terms],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _counts(document: Document) -> dict[str, int]:
    count = asdict(tally(document.pairs))
    # Here every segment has its own text, with the reviewed one beside it.
    del count["reviewed"]
    return count


def _segment(pair: Pair) -> dict[str, Any]:
    segment = pair.segment
    return {
        "position": segment.position,
        "block": segment.block,
        "kind": segment.kind,
        "source": segment.source,
        "target": segment.target,
        "reviewed": pair.reviewed,
        "engine": segment.engine,
        "origin": segment.origin.value,
        "status": segment.status.value,
        "issues": [_issue(issue) for issue in segment.issues],
        "links": [
            {
                "source": [link.source_start, link.source_end],
                "target": [link.target_start, link.target_end],
            }
            for link in segment.links
        ],
        "terms": [_use(use) for use in segment.terms],
        "tokens": [
            {"text": t.text, "start": t.start, "end": t.end, "pinyin": t.pinyin}
            for t in pair.tokens
        ],
    }


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "kind": issue.kind,
        "source": [issue.source_start, issue.source_end],
        "target": [issue.target_start, issue.target_end],
        "detail": issue.detail,
    }


def _use(use: TermUse) -> dict[str, Any]:
    return {
        "id": use.term_id,
        "headword": use.headword,
        "rendering": use.rendering,
        "state": use.state.value,
        "source": [use.source_start, use.source_end],
        "target": [use.target_start, use.target_end] if use.target_end else None,
    }
