"""llama.cpp, run inside this process through xllamacpp: load a GGUF, complete a prompt."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import EngineError, ModelMissing, ModelRefused

CHOICES = 40  # how many candidates of each token an answer carries
_TRIAL_SECONDS = 120.0
GREEDY: Mapping[str, object] = {"temperature": 0.0, "top_k": 1}


@dataclass(frozen=True, slots=True)
class Token:
    """A token of an answer. `choices` are (text, log-probability), most likely first."""

    text: str
    logprob: float
    choices: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote. `finished` is False where a limit or the clock ended it."""

    text: str
    tokens: tuple[Token, ...]
    finished: bool

    @property
    def score(self) -> float | None:
        """The mean log-probability of a token."""
        if not self.tokens:
            return None
        return sum(token.logprob for token in self.tokens) / len(self.tokens)


class Llama:
    """A loaded GGUF with several slots; `complete` and `chat` may be called from many threads.

    `addresses` are where llama.cpp listens, though nobody can get in (see `_serve`).
    """

    def __init__(
        self,
        model: Path,
        *,
        adapter: Path | None = None,
        slots: int = 6,
        context: int = 512,
    ) -> None:
        """Load *model*, with *context* tokens for each slot; it decodes *slots* texts at once.

        All cores work on one batch: xllamacpp cannot share a model between two servers, and a
        second copy with a core for each takes 330 MB more. The short context, the small batches
        and no prompt cache in memory are for the same reason.

        Raises ModelMissing where there is no such file and ModelRefused where llama.cpp cannot
        load it.
        """
        for path in (model, adapter):
            if path is not None and not path.is_file():
                raise ModelMissing("The model file {path} is not there.", path=path)
        self._server = _serve(model, adapter, slots, context)
        self._free = threading.BoundedSemaphore(slots)
        self.addresses = (str(self._server.listening_address),)
        # xllamacpp waits for itself for ever where a server is dropped before its loop has begun
        # (seen in 2026.10). One token proves that the loop runs, and that the model works.
        try:
            self.complete("1", limit=1, seconds=_TRIAL_SECONDS)
        except EngineError as error:
            raise ModelRefused("{name} does not write anything.", name=model.name) from error

    def complete(
        self,
        prompt: str,
        *,
        limit: int,
        seconds: float,
        sampling: Mapping[str, object] = GREEDY,
        grammar: str = "",
        stopped: Callable[[], bool] = lambda: False,
    ) -> Answer:
        """Return what follows *prompt* up to a line break, at most *limit* tokens.

        The work ends early after *seconds* or when *stopped* says so. Raises EngineError.
        """
        body: dict[str, object] = {
            "prompt": prompt,
            "n_predict": limit,
            "stop": ["\n"],
            "n_probs": CHOICES,
            **sampling,
        }
        if grammar:
            body["grammar"] = grammar
        return self._answer("handle_completions", body, seconds, stopped)

    def chat(
        self,
        messages: Sequence[Mapping[str, str]],
        *,
        limit: int,
        seconds: float,
        sampling: Mapping[str, object] = GREEDY,
        grammar: str = "",
        stopped: Callable[[], bool] = lambda: False,
    ) -> Answer:
        """Return the answer to *messages* by the chat template of the file, without thinking."""
        body: dict[str, object] = {
            "messages": [dict(message) for message in messages],
            "max_tokens": limit,
            "chat_template_kwargs": {"enable_thinking": False},
            **sampling,
        }
        if grammar:
            body["grammar"] = grammar
        return self._answer("handle_chat_completions", body, seconds, stopped)

    def _answer(
        self,
        method: str,
        body: Mapping[str, object],
        seconds: float,
        stopped: Callable[[], bool],
    ) -> Answer:
        chunks: list[dict[str, Any]] = []
        end = time.monotonic() + seconds

        def keep(chunk: dict[str, Any] | list[dict[str, Any]]) -> bool:
            chunks.extend(chunk if isinstance(chunk, list) else [chunk])
            return stopped() or time.monotonic() > end

        try:
            with self._free:
                handle = getattr(self._server, method)
                refused = handle({**body, "cache_prompt": True, "stream": True}, keep)
        except RuntimeError as error:
            raise EngineError("The translation model failed.") from error
        return _collect([*chunks, *([refused] if isinstance(refused, dict) else [])])


def cpu_count() -> int:
    """Return how many CPU cores this process may use, at most 8: more slow small models down."""
    if hasattr(os, "sched_getaffinity"):
        return min(8, len(os.sched_getaffinity(0)))
    return min(8, os.cpu_count() or 1)


def _collect(chunks: Sequence[dict[str, Any]]) -> Answer:
    text, tokens, finished = "", [], False
    for chunk in chunks:
        if "error" in chunk:
            reason = chunk["error"].get("message", "")
            raise EngineError("The translation model failed: {reason}", reason=reason)
        for choice in chunk.get("choices", ()):
            text += choice.get("text") or choice.get("delta", {}).get("content") or ""
            finished = finished or choice.get("finish_reason") == "stop"
            tokens += [_token(entry) for entry in (choice.get("logprobs") or {}).get("content", ())]
    return Answer(text, tuple(tokens), finished)


def _token(entry: dict[str, Any]) -> Token:
    choices = tuple((top["token"], top["logprob"]) for top in entry.get("top_logprobs", ()))
    return Token(entry["token"], entry["logprob"], choices)


def _library() -> Any:
    """Import xllamacpp, so that its threads spin only shortly where they wait for each other.

    By default they spin 300,000 times, which costs two threads ten times the time as soon as
    another program takes one of their cores; never to spin doubles the time on quiet cores.
    Measured on two cores, 14 sentences, quiet and beside two busy programs: 0 turns 13.8 s and
    19.8 s, 1,000 turns 6.5 s and 14.4 s, 5,000 turns 6.5 s and 24.4 s. libgomp reads the setting
    only while it is loaded.
    """
    if "xllamacpp" not in sys.modules:
        os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    import xllamacpp

    return xllamacpp


def _serve(model: Path, adapter: Path | None, slots: int, context: int) -> Any:
    """Start llama.cpp's server object and shut the door that it opens by itself.

    xllamacpp always listens. On POSIX it listens on a socket file that is deleted at once, so
    nobody can connect; elsewhere on a local port with a secret path and a secret key.
    """
    xllamacpp = _library()
    # Without OpenMP llama.cpp's threads always spin: a free core keeps them out of the way.
    sleeping = "OPENMP = 1" in xllamacpp.get_system_info()
    threads = cpu_count() if sleeping else max(1, cpu_count() - 1)
    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.n_ctx, params.n_parallel = context * slots, slots
    params.n_gpu_layers, params.n_ubatch, params.cache_ram_mib = 0, 128, 0
    for cpu in (params.cpuparams, params.cpuparams_batch):
        cpu.n_threads, cpu.poll = threads, 0
    params.warmup, params.verbosity, params.offline = False, 0, True
    if adapter is not None:
        params.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(adapter), 1.0)]
    params.api_keys, params.api_prefix = [secrets.token_hex(32)], f"/{secrets.token_hex(32)}"
    params.ui = params.endpoint_slots = params.endpoint_metrics = params.endpoint_props = False
    params.n_threads_http = 1
    folder = tempfile.mkdtemp(prefix="duizhao-")
    if os.name == "posix":
        params.hostnames = [str(Path(folder, "llama.sock"))]
    try:
        return xllamacpp.Server(params)
    except RuntimeError as error:
        raise ModelRefused(
            "{name} is not a model that can be used here: it is broken, or too new or too big.",
            name=model.name,
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
