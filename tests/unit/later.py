"""Work in the background that a test holds in its hand."""

from __future__ import annotations

from collections.abc import Callable

from reader.queue import Background


class Later(Background):
    """Work that waits until it is asked for."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def start(self, work: Callable[[], object]) -> None:
        """Remember the work."""
        self.waiting.append(work)

    def catch_up(self) -> None:
        """Do what waits."""
        while self.waiting:
            self.waiting.pop(0)()
