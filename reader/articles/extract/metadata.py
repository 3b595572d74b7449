"""What the head of a web page says of it: meta elements and JSON-LD (schema.org/Article)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_MACHINE_TIME = re.compile(r"\d{4}-\d\d-\d\dT")
_KINDS = ("Article", "BlogPosting", "LiveBlogPosting", "Report")


def metadata(root: Any) -> tuple[str, str, str]:
    """Return title, author and date from a page's head, "" for what it does not say."""
    facts = next(_linked_facts(root), {})
    title = _text(facts.get("headline")) or _meta(root, "og:title", "twitter:title")
    byline = _names(facts.get("author")) or _meta(root, "author", "article:author", "byl")
    date = _text(facts.get("datePublished")) or _meta(
        root, "article:published_time", "date", "pubdate", "publishdate"
    )
    title = title or " ".join((root.findtext(".//title") or "").split())
    # A machine's time is no text for readers: its day is enough.
    if _MACHINE_TIME.match(date):
        date = date[:10]
    return title, "" if byline.startswith("http") else byline, date


def _meta(root: Any, *names: str) -> str:
    for name in names:
        for attribute in ("property", "name"):
            for element in root.iter("meta"):
                content = (element.get("content") or "").strip()
                if element.get(attribute) == name and content:
                    return " ".join(content.split())
    return ""


def _linked_facts(root: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles that the page's JSON-LD describes."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        found = data if isinstance(data, list) else [data]
        found += [part for one in found if isinstance(one, dict) for part in _graph(one)]
        for one in found:
            kinds = one.get("@type") if isinstance(one, dict) else ""
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.endswith(_KINDS) for kind in named):
                yield one


def _graph(data: dict[str, Any]) -> list[Any]:
    graph = data.get("@graph")
    return graph if isinstance(graph, list) else []


def _names(author: Any) -> str:
    authors = author if isinstance(author, list) else [author]
    names = [_text(one.get("name")) if isinstance(one, dict) else _text(one) for one in authors]
    return ", ".join(name for name in names if name)


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
