"""The sample article through the whole pipeline with the built-in engine."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

from reader.articles import article_from_text
from reader.config import Settings
from reader.data import sample_article
from reader.services import terms, translating
from reader.toolbox import build


def sentences() -> list[str]:
    """The sentences of the sample article."""
    blocks = article_from_text(sample_article()).blocks
    return [sentence for block in blocks for sentence in block.sentences]


def run() -> None:
    """Print when the first sentence was there, when all were, and the peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        tools = build(Settings(data=Path(folder), engine="builtin"))
        tools.dictionary.build()
        terms.renew_shipped(tools)
        start = time.perf_counter()
        moments = [
            time.perf_counter() - start
            for _ in translating.translate_article(tools, article_from_text(sample_article()))
        ]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"first sentence {moments[0]:.1f} s, all {len(moments)} in {moments[-1]:.1f} s")
    print(f"peak memory of the process: {peak:.0f} MB")
