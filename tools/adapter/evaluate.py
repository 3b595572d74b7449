"""Measure an adapter: BLEU and chrF of the built-in engine on pairs, with llama.cpp on the CPU.

Pairs are JSON Lines with `en`, `zh` and, if any, `terms`. Needs Duizhao and sacrebleu.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from data import read_pairs


def main() -> None:
    """Translate the pairs that the command line names and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="the base model, a GGUF")
    parser.add_argument("--adapter", type=Path, required=True, help="the adapter, a GGUF")
    parser.add_argument("--pairs", type=Path, required=True, help="pairs, JSON Lines")
    parser.add_argument("--lines", type=int, default=200, help="how many pairs to use")
    parser.add_argument("--show", action="store_true", help="print every translation")
    options = parser.parse_args()
    evaluate(options.base, options.adapter, options.pairs, options.lines, options.show)


def evaluate(base: Path, adapter: Path, pairs: Path, lines: int, show: bool) -> None:
    """Print BLEU, chrF and seconds for the first *lines* of *pairs*."""
    import sacrebleu

    from reader.translation.engine import Request
    from reader.translation.gguf import builtin_engine

    used = list(read_pairs(pairs))[:lines]
    engine = builtin_engine(lambda: base, adapter)
    start = time.monotonic()
    written = [draft.text for draft in engine.translate([Request(pair.english) for pair in used])]
    seconds = time.monotonic() - start
    if show:
        for pair, text in zip(used, written, strict=True):
            print(f"{pair.english}\n  {text}\n  {pair.chinese}")
    references = [[pair.chinese for pair in used]]
    bleu = sacrebleu.corpus_bleu(written, references, tokenize="zh").score
    chrf = sacrebleu.corpus_chrf(written, references).score
    print(f"{len(used)} sentences, BLEU {bleu:.1f}, chrF {chrf:.1f}, {seconds:.0f} s")


if __name__ == "__main__":
    main()
