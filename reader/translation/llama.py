"""llama.cpp, run inside this process through xllamacpp: load a GGUF, complete a prompt."""

from __future__ import annotations

import os
import queue
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import EngineError, ModelMissing, ModelRefused

CHOICES = 40  # how many candidates of each token an answer carries
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
        slots: int = 4,
        context: int = 1024,
        lanes: int = 1,
    ) -> None:
        """Load *model*, with *context* tokens for each slot; it decodes *slots* texts at once.

        llama.cpp's threads wait for each other by spinning, after every step. Where another
        program takes one of their cores that costs ten times the time and more (measured: 67 s
        for 4 s of work). So one core is left free; or, with *lanes*, the model is loaded that
        many times (what it maps from the file is shared) with the cores dealt out among them.

        Raises ModelMissing where there is no such file and ModelRefused where llama.cpp cannot
        load it.
        """
        for path in (model, adapter):
            if path is not None and not path.is_file():
                raise ModelMissing("The model file {path} is not there.", path=path)
        cores = cpu_count()
        threads = cores // lanes if lanes > 1 else cores - 1
        share = -(-slots // lanes)
        servers = [_serve(model, adapter, share, context, max(1, threads)) for _ in range(lanes)]
        self._free: queue.SimpleQueue[Any] = queue.SimpleQueue()
        for server in servers * share:
            self._free.put(server)
        self.addresses = tuple(str(server.listening_address) for server in servers)

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
        stopped: Callable[[], bool] = lambda: False,
    ) -> Answer:
        """Return the answer to *messages* by the chat template of the file, without thinking."""
        body = {
            "messages": [dict(message) for message in messages],
            "max_tokens": limit,
            "chat_template_kwargs": {"enable_thinking": False},
            **sampling,
        }
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

        server = self._free.get()
        try:
            handle = getattr(server, method)
            refused = handle({**body, "cache_prompt": True, "stream": True}, keep)
        except RuntimeError as error:
            raise EngineError("The translation model failed.") from error
        finally:
            self._free.put(server)
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


def _serve(model: Path, adapter: Path | None, slots: int, context: int, threads: int) -> Any:
    """Start llama.cpp's server object and shut the door that it opens by itself.

    xllamacpp always listens. On POSIX it listens on a socket file that is deleted at once, so
    nobody can connect; elsewhere on a local port with a secret path and a secret key.
    """
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.n_ctx, params.n_parallel = context * slots, slots
    params.n_gpu_layers = 0
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
