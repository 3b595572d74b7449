"""The sample article that a new library starts with, and its reviewed translation."""

from __future__ import annotations

import json
from importlib.resources import files

SAMPLE_SOURCE = "CGTN"


def sample_article() -> str:
    """The sample as it was pasted: one news page, whole."""
    return files(__name__).joinpath("sample_article.txt").read_text(encoding="utf-8")


def sample_reference() -> dict[str, str]:
    """A careful human translation of the sample: English sentence to Chinese sentence."""
    lines = files(__name__).joinpath("sample_reference.jsonl").read_text(encoding="utf-8")
    pairs = [json.loads(line) for line in lines.splitlines()]
    return {pair["en"]: pair["zh"] for pair in pairs}
