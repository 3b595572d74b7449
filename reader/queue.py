"""Work for later: the queue of articles to translate, and work beside the pages.

The queue stands on huey: SQLite on a laptop, Redis in a school.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from huey import Huey, RedisHuey, SqliteHuey
from huey.consumer import Consumer

NAME = "duizhao"
IDLE_SECONDS = 0.5
Handler = Callable[[int], None]
log = logging.getLogger(__name__)


class Queue(Protocol):
    """Where the use cases say that an article wants translating."""

    def translate(self, article_id: int) -> None:
        """Have the waiting sentences of an article translated soon. Asking twice does no harm."""
        ...


class HueyQueue:
    """A queue that other threads or processes work off."""

    def __init__(self, huey: Huey) -> None:
        self._huey = huey
        self._handler: Handler | None = None
        self._task = huey.task(name="translate")(self._run)

    def translate(self, article_id: int) -> None:
        """Put an article into the queue."""
        self._task(article_id)

    def empty(self) -> bool:
        """Whether no article is in the queue."""
        return not self._huey.pending_count()

    def clear(self) -> None:
        """Forget what is in the queue."""
        self._huey.flush()

    def consumer(self, handler: Handler) -> Consumer:
        """A consumer, not yet started, whose one thread gives every article to `handler`."""
        self._handler = handler
        return _Consumer(
            self._huey, workers=1, periodic=False, max_delay=IDLE_SECONDS, worker_type="thread"
        )

    def _run(self, article_id: int) -> None:
        if self._handler is not None:
            self._handler(article_id)


class DirectQueue:
    """A queue without waiting: for tests and scripts, where asking is doing.

    Until a handler is set, what is asked is only remembered in `asked`.
    """

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.handler: Handler | None = None

    def translate(self, article_id: int) -> None:
        """Translate now, or remember what was asked."""
        self.asked.append(article_id)
        if self.handler is not None:
            self.handler(article_id)


class Background(Protocol):
    """Where work goes for which a page would have to wait too long."""

    def start(self, work: Callable[[], object]) -> None:
        """Do `work` soon; what it raises is logged."""
        ...


class Threads:
    """Work in threads of this process, beside its pages. It ends with the process."""

    def start(self, work: Callable[[], object]) -> None:
        """Do `work` in a thread of its own."""
        threading.Thread(target=self._run, args=(work,), name="background", daemon=True).start()

    def _run(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Exception:
            # The edge of a thread: nobody else would hear of it.
            log.exception("work in the background failed")


class AtOnce:
    """Work without waiting: for tests and for the command line, where there is no page."""

    def start(self, work: Callable[[], object]) -> None:
        """Do `work` now."""
        work()


class _Consumer(Consumer):  # type: ignore[misc]
    def _set_signal_handlers(self) -> None:
        # It runs in a thread of the server, where Python refuses signal handlers; the server's
        # own shutdown stops it.
        pass


def open_queue(data: Path, redis_url: str) -> HueyQueue:
    """The queue of this installation."""
    options: dict[str, Any] = {"results": False}
    if redis_url:
        return HueyQueue(RedisHuey(NAME, url=redis_url, **options))
    data.mkdir(parents=True, exist_ok=True)
    return HueyQueue(SqliteHuey(NAME, filename=str(data / "queue.sqlite3"), **options))
