"""Measure translations against human ones: BLEU, chrF, and how often each check speaks.

    python tools/quality.py --eval FILE [--engine KEY] [--lines N] [--half odd|even] [--save FILE]

FILE holds one JSON object a line: `en`, the source; `zh`, a human translation; and any other key
but `id` and `terms`, the raw output of one system. Every system is scored as it is and typeset;
with --engine, an installed engine of Duizhao translates the sources and is scored beside them;
--save keeps what it wrote, in the format of FILE, to be measured again. BLEU is sacreBLEU's with
its `zh` tokenizer, chrF its default. Check rates are sentences in a hundred.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.errors import DuizhaoError
from reader.translation.checks import KINDS, check
from reader.translation.typography import typeset

_NO_SYSTEM = frozenset(("en", "zh", "id", "terms"))
_COLUMNS = (*KINDS, "any")


def translate_with(key: str, sentences: Sequence[str]) -> list[str]:
    """Return what the installed engine of that key makes of `sentences`, raw.

    Raises `DuizhaoError` where there is no such engine, or its model is not installed.
    """
    from rich.progress import track

    from reader.config import read_settings
    from reader.toolbox import build
    from reader.translation.engine import Request

    engine = build(read_settings()).engine(key)
    drafts = engine.translate([Request(sentence) for sentence in sentences])
    shown = track(drafts, total=len(sentences), description=engine.name)
    return [draft.text for draft in shown]


def scores(targets: Sequence[str], references: Sequence[str]) -> tuple[float, float]:
    """Return BLEU and chrF of a whole set of sentences."""
    from sacrebleu import corpus_bleu, corpus_chrf

    bleu = corpus_bleu(list(targets), [list(references)], tokenize="zh").score
    return bleu, corpus_chrf(list(targets), [list(references)]).score


def check_rates(sources: Sequence[str], targets: Sequence[str]) -> dict[str, float]:
    """Return, for each kind of issue, the sentences in a hundred that have it."""
    counts: Counter[str] = Counter()
    for source, target in zip(sources, targets, strict=True):
        kinds = {issue.kind for issue in check(source, target)}
        counts.update(kinds)
        counts["any"] += bool(kinds)
    return {kind: 100 * counts[kind] / len(sources) for kind in _COLUMNS}


def print_scores(systems: dict[str, list[str]], pairs: Sequence[dict[str, str]]) -> None:
    """Print BLEU and chrF of every system, raw and typeset."""
    references = [pair["zh"] for pair in pairs]
    print(f"{'system':24}{'BLEU':>8}{'typeset':>9}{'chrF':>8}{'typeset':>9}")
    for name, raw in systems.items():
        done = [typeset(text, pair["en"]) for text, pair in zip(raw, pairs, strict=True)]
        (bleu, chrf), (bleu_done, chrf_done) = scores(raw, references), scores(done, references)
        print(f"{name:24}{bleu:8.2f}{bleu_done:9.2f}{chrf:8.2f}{chrf_done:9.2f}")


def print_rates(systems: dict[str, list[str]], pairs: Sequence[dict[str, str]]) -> None:
    """Print how often each check speaks: on the human translations, and on typeset systems."""
    sources = [pair["en"] for pair in pairs]
    # A term is only missing where a glossary is in use; here is none.
    columns = [kind for kind in _COLUMNS if kind != "term-missing"]
    print("\n" + f"{'% of sentences':24}" + "".join(f"{kind:>13}" for kind in columns))
    rows = {"human": [pair["zh"] for pair in pairs]}
    for name, raw in systems.items():
        rows[name] = [typeset(text, source) for text, source in zip(raw, sources, strict=True)]
    for name, targets in rows.items():
        rates = check_rates(sources, targets)
        print(f"{name:24}" + "".join(f"{rates[kind]:13.2f}" for kind in columns))


def save(path: Path, pairs: Sequence[dict[str, str]], name: str, texts: Sequence[str]) -> None:
    """Write the pairs with one more system, `name`, as JSON lines."""
    lines = (
        json.dumps({**pair, name: text}, ensure_ascii=False)
        for pair, text in zip(pairs, texts, strict=True)
    )
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Read the arguments and print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="JSON lines with en, zh, systems")
    parser.add_argument("--engine", help="also translate with this installed engine")
    parser.add_argument("--lines", type=int, help="only the first lines of the file")
    parser.add_argument("--half", choices=("odd", "even"), help="only every other line, from 0")
    parser.add_argument("--save", type=Path, help="write the lines with the engine's to this file")
    chosen = parser.parse_args()
    pairs = [json.loads(line) for line in chosen.eval.read_text("utf-8").splitlines() if line]
    if chosen.half:
        pairs = pairs[chosen.half == "odd" :: 2]
    pairs = pairs[: chosen.lines]
    names = [name for name in pairs[0] if name not in _NO_SYSTEM]
    systems = {name: [pair[name] for pair in pairs] for name in names}
    if chosen.engine:
        sentences = [pair["en"] for pair in pairs]
        systems[chosen.engine] = translate_with(chosen.engine, sentences)
        if chosen.save:
            save(chosen.save, pairs, chosen.engine, systems[chosen.engine])
    print(f"{len(pairs)} sentences of {chosen.eval.name}")
    if systems:
        print_scores(systems, pairs)
    print_rates(systems, pairs)


if __name__ == "__main__":
    try:
        main()
    except (DuizhaoError, OSError) as error:
        sys.exit(str(error))
