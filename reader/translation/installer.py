"""One installation of a model at a time, in the background, and how far it is."""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from filelock import FileLock, Timeout

from reader.errors import Conflict, DuizhaoError, as_text, from_text
from reader.translation.models import InstalledModel
from reader.translation.transfer import Progress

UNEXPECTED = "The model could not be installed because of an error in Duizhao."
INTERRUPTED = "The installation was interrupted. Please try again."
Work: TypeAlias = Callable[[Progress], InstalledModel]
_EVERY = 0.5  # seconds between two notes of a progress
_PATIENCE = 1.0  # seconds; another process that only looks holds the lock for a moment
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
    """Installs in a thread of this process; other processes see how far it is by notes in *folder*.

    A file lock is held meanwhile, which the system releases when the process is killed. Safe to
    use from several threads.
    """

    def __init__(self, folder: Path) -> None:
        self._note = folder / "installation.json"
        self._under_way = FileLock(folder / "installation.lock", thread_local=False)
        self._now = Installation()
        self._noted = 0.0
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def now(self) -> Installation:
        """The installation that runs, here or elsewhere, or how the last one ended."""
        with self._lock:
            if self._now.stage is Stage.RUNNING:
                return self._now
            noted = self._read()
            if noted.stage is Stage.RUNNING and not self._runs_elsewhere():
                # It may have ended while we looked.
                noted = self._read()
                if noted.stage is Stage.RUNNING:
                    problem = DuizhaoError(INTERRUPTED)
                    return replace(noted, stage=Stage.FAILED, problem=problem)
            return noted

    def start(self, what: str, work: Work) -> None:
        """Begin to install; `what` is its name for people. `work` tells its progress.

        Raises `Conflict` while another installation runs.
        """
        with self._lock:
            try:
                if self._now.stage is Stage.RUNNING:
                    raise Timeout(self._under_way.lock_file)
                self._under_way.acquire(timeout=_PATIENCE)
            except Timeout as error:
                raise Conflict(
                    "Another model is being installed. Please wait until it is done."
                ) from error
            self._write(Installation(Stage.RUNNING, what))
            self._thread = threading.Thread(
                target=self._run, args=(work,), name="installer", daemon=True
            )
            self._thread.start()

    def wait(self) -> None:
        """Block until nothing is being installed by this process."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def seen(self) -> None:
        """Forget how the last installation ended."""
        with self._lock:
            if self._now.stage is not Stage.RUNNING and not self._runs_elsewhere():
                self._now = Installation()
                self._note.unlink(missing_ok=True)

    def _run(self, work: Work) -> None:
        try:
            model = work(self._progress)
            self._end(stage=Stage.DONE, what=model.name)
        except DuizhaoError as error:
            self._end(stage=Stage.FAILED, problem=error)
        except Exception as error:
            # The edge of a thread: whatever happens must reach the person who waits.
            log.exception("installing failed")
            failed = DuizhaoError(UNEXPECTED)
            failed.__cause__ = error
            self._end(stage=Stage.FAILED, problem=failed)

    def _progress(self, done: int, total: int) -> None:
        with self._lock:
            self._now = replace(self._now, done=done, total=total)
            if time.monotonic() - self._noted > _EVERY:
                self._write(self._now)

    def _end(self, **facts: object) -> None:
        with self._lock:
            self._write(replace(self._now, **facts))  # type: ignore[arg-type]
            self._under_way.release()

    def _runs_elsewhere(self) -> bool:
        try:
            with self._under_way.acquire(blocking=False):
                return False
        except Timeout:
            return True

    def _write(self, now: Installation) -> None:
        self._now, self._noted = now, time.monotonic()
        facts = {
            "stage": now.stage,
            "what": now.what,
            "done": now.done,
            "total": now.total,
            "problem": as_text(now.problem),
        }
        part = self._note.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
        part.replace(self._note)

    def _read(self) -> Installation:
        try:
            facts = json.loads(self._note.read_text("utf-8"))
            return Installation(
                Stage(facts["stage"]),
                str(facts["what"]),
                int(facts["done"]),
                int(facts["total"]),
                from_text(str(facts["problem"])),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return Installation()
