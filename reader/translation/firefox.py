"""The Firefox engine: Mozilla's own offline translation model, run by fxtranslate."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from reader.errors import EngineError, ModelMissing, ModelRefused
from reader.translation.clauses import join_parts, split_clauses
from reader.translation.code_switching import code_switched, forced_targets, improves
from reader.translation.engine import Draft, Request
from reader.translation.forcing import missing
from reader.translation.on_demand import OnDemand

MODEL_FILE = "model.enzh.intgemm.alphas.bin"
VOCABULARY_FILES = ("srcvocab.enzh.spm", "trgvocab.enzh.spm")
SHORTLIST_PATTERN = "lex*.bin"
MAX_WORDS = 60  # the engine silently truncates what is much longer


class Translator(Protocol):
    """The part of `fxtranslate.Translator` that is used here."""

    def translate(self, text: str) -> str: ...


class FirefoxEngine:
    """Translates with the model files in *folder*.

    *open_translator* loads them; it is called at the first translation and after `close`.
    """

    key = "firefox"
    name = "Firefox Translations en→zh"

    def __init__(
        self, folder: Path, open_translator: Callable[[Path], Translator] | None = None
    ) -> None:
        load = open_translator or load_translator
        self._translator = OnDemand(lambda: load(folder))
        self._lock = threading.Lock()  # the library is not documented to be safe for two threads

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        """Yield one draft per request, in order."""
        for request in requests:
            yield self._with_terms(request, self._whole(request.text, MAX_WORDS))

    def alternatives(self, request: Request) -> Iterator[Draft]:
        """Yield drafts without the final dot and cut at every clause."""
        if request.text.endswith("."):
            draft = self._whole(request.text.removesuffix("."), MAX_WORDS)
            yield self._with_terms(request, draft)
        if len(split_clauses(request.text, max_words=10)) > 1:
            yield self._with_terms(request, self._whole(request.text, 10))

    def close(self) -> None:
        """Free the model's memory."""
        self._translator.close()

    def _with_terms(self, request: Request, draft: Draft) -> Draft:
        lacking = missing(draft.text, request.hints)
        if not lacking:
            return draft
        mixed = self._whole(code_switched(request.text, lacking), MAX_WORDS)
        if not improves(mixed.text, draft.text, request.hints):
            return draft
        return replace(mixed, forced=forced_targets(mixed.text, lacking))

    def _whole(self, text: str, max_words: int) -> Draft:
        parts = split_clauses(text, max_words=max_words)
        return join_parts(parts, [Draft(self._one(part.request.text)) for part in parts])

    def _one(self, text: str) -> str:
        if not text.strip():
            return text
        with self._lock:
            translator = self._translator.get()
            try:
                return translator.translate(text)
            except (ValueError, RuntimeError) as error:
                raise EngineError("The Firefox model failed.") from error


def load_translator(folder: Path) -> Translator:
    """Load the model files in *folder*.

    Raises ModelMissing where one is not there and ModelRefused where the library refuses them.
    """
    import fxtranslate

    wanted = [folder / name for name in (MODEL_FILE, *VOCABULARY_FILES)]
    for path in wanted:
        if not path.is_file():
            raise ModelMissing("The Firefox model has no file {name}.", name=path.name)
    shortlist = next(iter(sorted(folder.glob(SHORTLIST_PATTERN))), None)
    try:
        model, source, target = (path.read_bytes() for path in wanted)
        words = shortlist.read_bytes() if shortlist else None
        return fxtranslate.Translator(model, source, target, words)
    except ValueError as error:
        raise ModelRefused("The Firefox model is broken: {reason}", reason=error) from error
