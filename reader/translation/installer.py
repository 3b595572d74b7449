"""One installation of a model at a time, in the background, and how far it is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from reader.errors import Conflict, DuizhaoError
from reader.translation.models import InstalledModel
from reader.translation.transfer import Progress

UNEXPECTED = "The model could not be installed because of an error in Duizhao."
Work: TypeAlias = Callable[[Progress], InstalledModel]
log = logging.getLogger(__name__)


class Stage(StrEnum):
    """How far an installation is."""

    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation: what is installed, and how far it is.

    `done` and `total` are bytes of its download, both 0 where nothing can be counted. `problem`
    tells why it failed.
    """

    stage: Stage = Stage.IDLE
    what: str = ""
    done: int = 0
    total: int = 0
    problem: DuizhaoError | None = None


class Installer:
    """Installs in a thread of this process. Safe to use from several threads."""

    def __init__(self) -> None:
        self._now = Installation()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def now(self) -> Installation:
        """The installation that runs, or how the last one ended."""
        with self._lock:
            return self._now

    def start(self, what: str, work: Work) -> None:
        """Begin to install; `what` is its name for people. `work` tells its progress.

        Raises `Conflict` while another installation runs.
        """
        with self._lock:
            if self._now.stage is Stage.RUNNING:
                raise Conflict("Another model is being installed. Please wait until it is done.")
            self._now = Installation(Stage.RUNNING, what)
            self._thread = threading.Thread(
                target=self._run, args=(work,), name="installer", daemon=True
            )
            self._thread.start()

    def wait(self) -> None:
        """Block until nothing is being installed."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def seen(self) -> None:
        """Forget how the last installation ended."""
        with self._lock:
            if self._now.stage is not Stage.RUNNING:
                self._now = Installation()

    def _run(self, work: Work) -> None:
        try:
            model = work(self._progress)
            self._set(stage=Stage.DONE, what=model.name)
        except DuizhaoError as error:
            self._set(stage=Stage.FAILED, problem=error)
        except Exception as error:
            # The edge of a thread: whatever happens must reach the person who waits.
            log.exception("installing failed")
            failed = DuizhaoError(UNEXPECTED)
            failed.__cause__ = error
            self._set(stage=Stage.FAILED, problem=failed)

    def _progress(self, done: int, total: int) -> None:
        self._set(done=done, total=total)

    def _set(self, **facts: object) -> None:
        with self._lock:
            self._now = replace(self._now, **facts)  # type: ignore[arg-type]
