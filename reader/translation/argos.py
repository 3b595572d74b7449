"""The Argos engine: an installed en→zh package on our own CTranslate2 translator.

`argostranslate` is used for the package's metadata and tokenizer only. Its own `translate` splits
sentences with a model that it downloads, decodes one paragraph at a time, and hard-codes a length
penalty of 0.2, which favours cut-off sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.errors import EngineError, ModelRefused
from reader.translation.argos_package import ArgosPackage, Piece, open_package
from reader.translation.attention import linked_span, links_from_attention
from reader.translation.clauses import join_parts, split_clauses
from reader.translation.code_switching import code_switched, forced_targets, improves
from reader.translation.engine import Draft, Hint, Link, Request
from reader.translation.forcing import missing
from reader.translation.llama import cpu_count
from reader.translation.on_demand import OnDemand

MAX_WORDS = 60  # of a part: OPUS-trained models have seen few longer sentences
FIRST_WINDOW, WINDOW = 4, 32  # parts decoded in one call: few at first, to show something soon
MOST_TOKENS = 256  # of a translated part


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to decode; the defaults are those of a first draft."""

    beam_size: int = 4
    hypothesis: int = 0
    length_penalty: float = 1.0
    no_repeat_ngram_size: int = 0


class ArgosEngine:
    """Translates with the Argos package in *folder*; *threads* are CPU cores to use at most."""

    key = "argos"

    def __init__(self, folder: Path, *, beam_size: int = 4, threads: int | None = None) -> None:
        self._folder = folder
        self._first = Decoding(beam_size=beam_size)
        cores = threads or cpu_count()
        self._model = OnDemand(lambda: _Model(open_package(folder), cores))

    @property
    def name(self) -> str:
        """What people see, with the version of the package. Raises ModelRefused."""
        return f"Argos en→zh {open_package(self._folder).version}".rstrip()

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        """Yield one draft per request, in order, as windows of sentences are decoded."""
        model = self._model.get()
        split = [split_clauses(request.text, max_words=MAX_WORDS) for request in requests]
        drafts = model.stream([part.request.text for parts in split for part in parts], self._first)
        for request, parts in zip(requests, split, strict=True):
            draft = join_parts(parts, [next(drafts) for _ in parts])
            yield _with_terms(model, request, draft, self._first)

    def alternatives(self, request: Request) -> Iterator[Draft]:
        """Yield drafts decoded in other ways, in the order in which they most often help."""
        model = self._model.get()
        ways = [replace(self._first, no_repeat_ngram_size=3)]
        ways += [
            replace(self._first, hypothesis=index) for index in range(1, self._first.beam_size)
        ]
        for way in ways:
            yield _with_terms(model, request, model.one(request.text, way), way)
        if request.text.endswith("."):
            draft = model.one(request.text.removesuffix("."), self._first)
            yield _with_terms(model, request, draft, self._first)
        parts = split_clauses(request.text, max_words=10)
        if len(parts) > 1:
            drafts = [model.one(part.request.text, self._first) for part in parts]
            yield _with_terms(model, request, join_parts(parts, drafts), self._first)

    def close(self) -> None:
        """Free the model's memory."""
        self._model.close()


class _Model:
    """The package's translator."""

    def __init__(self, package: ArgosPackage, threads: int) -> None:
        import ctranslate2

        self._package = package
        try:
            # One thread for each sub-batch: many short sentences leave little to share inside one.
            self._translator = ctranslate2.Translator(
                str(package.folder / "model"),
                device="cpu",
                inter_threads=threads,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise ModelRefused("The model of this Argos package cannot be loaded.") from error
        self._threads = threads

    def one(self, text: str, way: Decoding) -> Draft:
        """Return the draft of one text."""
        return next(self.stream([text], way))

    def stream(self, texts: Sequence[str], way: Decoding) -> Iterator[Draft]:
        """Yield one draft per text, in order; two windows are being decoded at any time."""
        if not texts:
            return
        pieces = [self._package.encode(text) for text in texts]
        starts = [0, *range(FIRST_WINDOW, len(texts), WINDOW)]
        windows = [slice(*pair) for pair in zip(starts, [*starts[1:], len(texts)], strict=True)]
        under_way = [self._decode(pieces[window], way) for window in windows[:2]]
        for index, window in enumerate(windows):
            if index and index + 1 < len(windows):
                under_way.append(self._decode(pieces[windows[index + 1]], way))
            results = under_way[index]
            for text, own, result in zip(texts[window], pieces[window], results, strict=True):
                yield self._draft(text, own, _result(result), way.hypothesis)

    def _decode(self, batch: Sequence[Sequence[Piece]], way: Decoding) -> list[Any]:
        """Start to decode *batch* and return what will be its results."""
        prefix = self._package.target_prefix
        try:
            results = self._translator.translate_batch(
                [[piece.text for piece in pieces] for pieces in batch],
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                max_batch_size=max(1, -(-len(batch) // self._threads)),
                asynchronous=True,
                beam_size=way.beam_size,
                num_hypotheses=way.hypothesis + 1,
                length_penalty=way.length_penalty,
                no_repeat_ngram_size=way.no_repeat_ngram_size,
                max_decoding_length=MOST_TOKENS,
                replace_unknowns=True,
                return_scores=True,
                return_attention=True,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError("The Argos model failed.") from error
        return list(results)

    def _draft(self, source: str, pieces: Sequence[Piece], result: Any, index: int) -> Draft:
        index = min(index, len(result.hypotheses) - 1)
        target, target_pieces = self._package.decode(result.hypotheses[index])
        attention = result.attention[index]
        attention = attention[len(attention) - len(target_pieces) :]
        links = links_from_attention(source, pieces, target, target_pieces, attention)
        # With length_penalty 1 the score is the mean log-probability of a token already.
        return Draft(target, links=links, score=result.scores[index])


def _result(waiting: Any) -> Any:
    try:
        return waiting.result()
    except RuntimeError as error:
        raise EngineError("The Argos model failed.") from error


def _with_terms(model: _Model, request: Request, draft: Draft, way: Decoding) -> Draft:
    """Return *draft* with the glossary renderings that it lacks, where they can be put in.

    First the English terms are written in Chinese in the source, which such models copy; what is
    still lacking replaces the words that attention links to the term.
    """
    lacking = missing(draft.text, request.hints)
    if not lacking:
        return draft
    mixed = model.one(code_switched(request.text, lacking), way)
    if improves(mixed.text, draft.text, request.hints):
        # Its links are about another source sentence.
        return replace(mixed, links=(), forced=forced_targets(mixed.text, lacking))
    for hint in lacking:
        draft = _replaced(draft, hint)
    return replace(draft, forced=forced_targets(draft.text, lacking))


def _replaced(draft: Draft, hint: Hint) -> Draft:
    """Put the rendering in place of the words linked to the term, and move the later links."""
    span = linked_span(draft.links, hint.start, hint.end)
    if span is None or span[1] - span[0] > 2 * len(hint.target) + 2:
        return draft
    start, end = span
    shift = len(hint.target) - (end - start)
    kept = [
        replace(link, target_start=link.target_start + shift, target_end=link.target_end + shift)
        if link.target_start >= end
        else link
        for link in draft.links
        if link.target_end <= start or link.target_start >= end
    ]
    kept.append(Link(hint.start, hint.end, start, start + len(hint.target)))
    text = draft.text[:start] + hint.target + draft.text[end:]
    return replace(draft, text=text, links=tuple(sorted(kept, key=lambda link: link.target_start)))
