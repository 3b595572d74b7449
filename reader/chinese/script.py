"""Simplified and traditional script, by OpenCC.

The configuration is `s2twp`'s plain sibling `s2tw`: characters by word (发展 發展, 头发 頭髮) in
the forms of Taiwan's standard, which learners' dictionaries use too, without exchanging words
(软件 stays 軟件, not 軟體): a reader who switches the script wants the same sentence, and the
official renderings of a glossary must not be paraphrased.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_lock = threading.Lock()


def to_traditional(text: str, overrides: Mapping[str, str] | None = None) -> str:
    """Return simplified text in traditional script.

    `overrides` maps simplified terms to the traditional form their glossary gives; longer terms
    win. Without overrides of another length the text keeps its length, character for character,
    so that offsets stay valid.
    """
    return _convert(text, "s2tw", overrides or {})


def to_simplified(text: str, overrides: Mapping[str, str] | None = None) -> str:
    """Return traditional text in simplified script; `overrides` as in `to_traditional`."""
    return _convert(text, "tw2s", overrides or {})


def without_traditional(text: str) -> str:
    """Return simplified text with the traditional characters that slipped into it replaced.

    A translation model writes 坐下來 now and then. Unlike `to_simplified`, which reads its input as
    Taiwan's standard, this leaves what is right in simplified text alone (著名 stays 著名).
    """
    converted = _plain(text, "t2s")
    return converted if len(converted) == len(text) else text


def _convert(text: str, configuration: str, overrides: Mapping[str, str]) -> str:
    given = sorted((term for term in overrides if term), key=len, reverse=True)
    converted = _plain(text, configuration)
    if len(converted) != len(text):
        # Never seen with these configurations; one character at a time keeps the offsets.
        converted = "".join(_plain(char, configuration)[:1] or char for char in text)
    at, out = 0, []
    while at < len(text):
        term = next((term for term in given if text.startswith(term, at)), "")
        out.append(overrides[term] if term else converted[at])
        at += len(term) or 1
    return "".join(out)


def _plain(text: str, configuration: str) -> str:
    with _lock:
        return str(_converter(configuration).convert(text))


@lru_cache(maxsize=3)
def _converter(configuration: str) -> Any:
    from opencc import OpenCC

    return OpenCC(configuration)
