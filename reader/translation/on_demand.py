"""What the engines share: a model that is loaded late, and sentences worked on in parallel."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Generic, TypeVar

Model = TypeVar("Model")


class OnDemand(Generic[Model]):
    """A model that *load* loads when it is first asked for, and again after `close`.

    Safe to use from several threads: it is loaded once for all.
    """

    def __init__(self, load: Callable[[], Model]) -> None:
        self._load = load
        self._model: Model | None = None
        self._lock = threading.Lock()

    def get(self) -> Model:
        """Return the model. Raises what loading raises, and tries again the next time."""
        with self._lock:
            if self._model is None:
                self._model = self._load()
            return self._model

    def close(self) -> None:
        """Free the model's memory; whoever is at work with it ends first."""
        with self._lock:
            self._model = None


@contextmanager
def workers(count: int) -> Iterator[tuple[ThreadPoolExecutor, Callable[[], bool]]]:
    """Give a pool of *count* threads, and what says that nobody wants their results any more.

    Leaving the block stops them: what has not begun is dropped, what has is waited for.
    """
    stop = threading.Event()
    pool = ThreadPoolExecutor(count, thread_name_prefix="engine")
    try:
        yield pool, stop.is_set
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)
