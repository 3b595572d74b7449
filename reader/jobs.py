"""The worker: works off the queue in the background and survives being killed.

What is waiting is in the database, not in the queue: at its start a worker asks for every
unfinished article again, so a queue that died with its process loses nothing.
"""

from __future__ import annotations

import logging
import os
import socket
import threading

from filelock import FileLock, Timeout

from reader.queue import HueyQueue
from reader.services import translating
from reader.store import segments
from reader.toolbox import Toolbox

SWEEP_SECONDS = 30
log = logging.getLogger(__name__)


class Worker:
    """Translates in a thread of this process until `stop`.

    On a laptop (no Redis) one worker may run for a library: a lock on the data folder, which the
    system releases even when the process is killed, sees to that. With Redis many may.
    """

    def __init__(self, tools: Toolbox, queue: HueyQueue) -> None:
        self._tools = tools
        self._queue = queue
        self._name = f"{socket.gethostname()}:{os.getpid()}"
        self._lock = FileLock(tools.settings.data / "worker.lock")
        self._consumer = queue.consumer(self._translate)
        self._stopped = threading.Event()
        self._busy = threading.Lock()
        self._sweeper = threading.Thread(target=self._sweep, name="sweeper", daemon=True)

    def start(self) -> bool:
        """Start; whether it did. False where another process works on this library already."""
        if not self._tools.settings.shared:
            try:
                self._lock.acquire(blocking=False)
            except Timeout:
                return False
            self._queue.clear()
            with self._tools.database.writing() as session:
                segments.end_all_leases(session)
        self._consumer.start()
        self._sweeper.start()
        return True

    def wait(self) -> None:
        """Block until `stop`."""
        self._stopped.wait()

    def stop(self) -> None:
        """Stop after the sentence that is being translated."""
        self._stopped.set()
        self._consumer.stop()
        self._lock.release()

    def _sweep(self) -> None:
        while not self._stopped.is_set():
            if self._queue.empty():
                self._look_around()
            self._stopped.wait(SWEEP_SECONDS)

    def _look_around(self) -> None:
        # Also finds what a worker on another machine left when it died: its lease runs out.
        with self._tools.database.reading() as session:
            unfinished = segments.unfinished(session)
        for article_id in unfinished:
            self._queue.translate(article_id)
        if not unfinished and self._busy.acquire(blocking=False):
            # While people only read, the room's laptop gets the model's memory back.
            try:
                self._tools.models.close()
            finally:
                self._busy.release()

    def _translate(self, article_id: int) -> None:
        if self._stopped.is_set():
            return
        with self._busy:
            outcome = translating.translate_some(self._tools, article_id, self._name)
        if outcome.more:
            self._queue.translate(article_id)
