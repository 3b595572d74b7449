"""How fast Chinese is cut, read, looked up, annotated and linked, and how much memory it takes."""

from __future__ import annotations

import json
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reader.chinese.align import Aligner
from reader.chinese.annotate import Annotator
from reader.chinese.build import build_apart
from reader.chinese.dictionary import Dictionary
from reader.chinese.pinyin import Pinyin
from reader.chinese.words import Words
from reader.english.lookup import English

SENTENCES = 300
_PAIRS = Path(__file__).parents[1] / "unit" / "chinese" / "links.jsonl"


def run() -> None:
    """Print the figures."""
    pairs = [json.loads(line) for line in _PAIRS.read_text(encoding="utf-8").splitlines()]
    pairs = (pairs * (SENTENCES // len(pairs) + 1))[:SENTENCES]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chinese.sqlite"
        print(f"dictionary built     {_seconds(lambda: build_apart(path)):8.2f} s")
        dictionary = Dictionary(path)
        _measure(dictionary, pairs)
        dictionary.close()
    print(f"largest memory       {_memory():8.0f} MB")


def _measure(dictionary: Dictionary, pairs: list[dict[str, str]]) -> None:
    before = _memory()
    words, pinyin = Words(dictionary), Pinyin(dictionary)
    annotator, aligner = Annotator(words, pinyin), Aligner(dictionary, words)
    english = English(dictionary)
    print(f"first sentence       {_seconds(lambda: annotator.annotate('你好，世界。')):8.2f} s")

    chinese = [pair["zh"] for pair in pairs]
    seconds = _seconds(lambda: [annotator.annotate(text) for text in chinese])
    print(f"annotated            {SENTENCES / seconds:8.0f} sentences/s ({seconds:.2f} s for 300)")
    cut = [word.text for text in chinese for word in words.cut(text)]
    seconds = _seconds(lambda: [words.cut(text) for text in chinese])
    print(f"cut                  {len(cut) / seconds:8.0f} words/s")
    fresh = [row[0] for row in dictionary.rows("SELECT simplified FROM entry LIMIT 4000")]
    seconds = _seconds(lambda: [dictionary.lookup(word) for word in fresh])
    print(f"Chinese looked up    {seconds / len(fresh) * 1e6:8.0f} µs")
    keys = [row[0] for row in dictionary.rows("SELECT DISTINCT key FROM english LIMIT 2000")]
    seconds = _seconds(lambda: [english.english(key) for key in keys])
    print(f"English looked up    {seconds / len(keys) * 1e6:8.0f} µs")
    seconds = _seconds(lambda: [aligner.link(pair["en"], pair["zh"]) for pair in pairs])
    print(f"linked               {SENTENCES / seconds:8.0f} sentence pairs/s")
    print(f"memory added         {_memory() - before:8.0f} MB")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _memory() -> float:
    """Return the largest resident memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    run()
