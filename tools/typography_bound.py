"""How much typography alone could gain: the best marks between letters that stay as they are.

    python tools/typography_bound.py --eval FILE [--half odd|even] [--show N]

FILE holds one JSON object a line: `en`, `zh` (a human translation), and the raw output of systems
under other keys. For every system is printed the BLEU of the typeset text, and of two texts that
have the same letters, digits and Han characters but were given marks with the human translation
before the eyes, which no program without it can do:

- aligned: between two letters that stand side by side in the human translation too, the marks
  that stand there; elsewhere our own;
- best: whatever mark of the human translation raises BLEU, at any place, by hill climbing.

With --show, the N commonest changes from ours to aligned.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from sys import path as search_path

search_path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.translation.typography import typeset

_ORDERS = range(1, 5)
_ROUNDS = 2


def gaps_of(text: str) -> tuple[list[str], list[str]]:
    """Return the letters of a text, and the marks before each and after the last.

    >>> gaps_of("“是，")
    (['是'], ['“', '，'])
    """
    letters: list[str] = []
    gaps = [""]
    for ch in text.strip():
        if ch.isalnum():
            letters.append(ch)
            gaps.append("")
        else:
            gaps[-1] += ch
    return letters, gaps


def woven(letters: Sequence[str], gaps: Sequence[str]) -> str:
    """Return the text of letters and the marks around them; undoes `gaps_of`."""
    return "".join(gap + ch for gap, ch in zip(gaps, [*letters, ""], strict=True))


def aligned(text: str, reference: str) -> list[str]:
    """Return the gaps of `text`, those that the reference has too as they are there."""
    letters, gaps = gaps_of(text)
    others, wanted = gaps_of(reference)
    found = list(gaps)
    found[0], found[-1] = wanted[0], wanted[-1]
    for a, b, size in SequenceMatcher(None, letters, others, autojunk=False).get_matching_blocks():
        found[a + 1 : a + size] = wanted[b + 1 : b + size]
    return found


class Corpus:
    """Sentences with their references, and the counts that BLEU is made of."""

    def __init__(self, texts: Sequence[str], references: Sequence[str]) -> None:
        from sacrebleu.tokenizers.tokenizer_zh import TokenizerZh

        self._tokens = TokenizerZh()
        self.texts = list(texts)
        self.references = list(references)
        self._wanted = [self._ngrams(reference) for reference in references]
        self._reference_length = sum(sum(n[0].values()) for n in self._wanted)

    def climbed(self, starts: Sequence[Sequence[str]]) -> list[str]:
        """Return the texts with the marks that raise BLEU most, beginning at gaps `starts`."""
        letters = [gaps_of(text)[0] for text in self.texts]
        state = [list(gaps) for gaps in starts]
        for _ in range(_ROUNDS):
            texts = [woven(ls, gs) for ls, gs in zip(letters, state, strict=True)]
            counts = [self._counts(text, n) for n, text in enumerate(texts)]
            total = [sum(column) for column in zip(*counts, strict=True)]
            for n, gaps in enumerate(state):
                self._climb(n, letters[n], gaps, total)
        return [woven(ls, gs) for ls, gs in zip(letters, state, strict=True)]

    def _climb(self, n: int, letters: list[str], gaps: list[str], total: Sequence[int]) -> None:
        choices = {"", *gaps_of(self.references[n])[1]}
        best = self._worth(woven(letters, gaps), n, total)
        for at, before in enumerate(gaps):
            for choice in choices - {before}:
                kept, gaps[at] = gaps[at], choice
                worth = self._worth(woven(letters, gaps), n, total)
                if worth > best:
                    best = worth
                else:
                    gaps[at] = kept

    def _worth(self, text: str, n: int, total: Sequence[int]) -> float:
        """The logarithm of corpus BLEU, linear in the counts of one sentence."""
        counts = self._counts(text, n)
        right, all_ = counts[:4], counts[4:]
        gain = sum(r / t for r, t in zip(right, total[:4], strict=True))
        gain -= sum(a / t for a, t in zip(all_, total[4:], strict=True))
        short = total[4] < self._reference_length
        return gain / 4 + short * all_[0] * self._reference_length / total[4] ** 2

    def _counts(self, text: str, n: int) -> list[int]:
        """Return the matching n-grams of each order, then all of them."""
        ours = self._ngrams(text)
        right = [(a & b).total() for a, b in zip(ours, self._wanted[n], strict=True)]
        return right + [a.total() for a in ours]

    def _ngrams(self, text: str) -> list[Counter[tuple[str, ...]]]:
        tokens = self._tokens(text).split()
        return [
            Counter(zip(*(tokens[start:] for start in range(order)), strict=False))
            for order in _ORDERS
        ]


def main() -> None:
    """Read the arguments and print the bounds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="JSON lines with en, zh, systems")
    parser.add_argument("--half", choices=("odd", "even"), help="only every other line")
    parser.add_argument("--show", type=int, default=0, help="so many changes to aligned")
    parser.add_argument("--systems", nargs="*", help="only these keys")
    chosen = parser.parse_args()
    pairs = [json.loads(line) for line in chosen.eval.read_text("utf-8").splitlines() if line]
    if chosen.half:
        pairs = pairs[chosen.half == "odd" :: 2]
    names = chosen.systems or [name for name in pairs[0] if name not in ("en", "zh", "id")]
    print(f"{len(pairs)} sentences\n{'system':24}{'ours':>8}{'aligned':>9}{'best':>8}")
    for name in names:
        print_bounds(name, pairs, chosen.show)


def print_bounds(name: str, pairs: Sequence[dict[str, str]], show: int) -> None:
    """Print BLEU of a system's typeset text and its two bounds."""
    from sacrebleu import corpus_bleu

    references = [pair["zh"] for pair in pairs]
    ours = [typeset(pair[name], pair["en"]) for pair in pairs]
    gaps = [aligned(text, ref) for text, ref in zip(ours, references, strict=True)]
    near = [woven(gaps_of(text)[0], marks) for text, marks in zip(ours, gaps, strict=True)]
    best = Corpus(ours, references).climbed(gaps)
    figures = [
        corpus_bleu(texts, [references], tokenize="zh").score for texts in (ours, near, best)
    ]
    print(f"{name:24}{figures[0]:8.2f}{figures[1]:9.2f}{figures[2]:8.2f}", flush=True)
    changes = Counter(
        (old, new)
        for text, marks in zip(ours, gaps, strict=True)
        for old, new in zip(gaps_of(text)[1], marks, strict=True)
        if old != new
    )
    for (old, new), count in changes.most_common(show):
        print(f"{count:8} {old!r} -> {new!r}")


if __name__ == "__main__":
    main()
