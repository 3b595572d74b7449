"""The worker in the background."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.articles import article_from_text
from reader.chinese.words import Words
from reader.jobs import Worker
from reader.queue import open_queue
from reader.services import library, reading, terms
from reader.toolbox import Toolbox, for_tests
from reader.translation.models import ModelStore

PAGE = "Talks resume\n\nThe officials met on Monday in the city of Geneva.\n"


class WatchedModels(ModelStore):
    """Tells when the models are freed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.freed = threading.Event()

    def close(self) -> None:
        super().close()
        self.freed.set()


@pytest.fixture
def tools(tmp_path: Path, words: Words) -> Iterator[Toolbox]:
    built = for_tests(tmp_path, words)
    terms.renew_shipped(built)
    yield replace(built, queue=open_queue(tmp_path, ""), models=WatchedModels(tmp_path / "models"))
    built.database.close()


def test_an_idle_worker_frees_the_models_memory(tools: Toolbox) -> None:
    worker = Worker(tools, tools.queue)  # type: ignore[arg-type]

    started = worker.start()

    assert started
    assert isinstance(tools.models, WatchedModels)
    assert tools.models.freed.wait(timeout=20)
    worker.stop()


def test_what_was_waiting_before_the_start_is_translated(tools: Toolbox) -> None:
    number = library.add_article(tools, article_from_text(PAGE)).article_id
    worker = Worker(tools, tools.queue)  # type: ignore[arg-type]

    worker.start()
    finished = threading.Event()
    for _ in range(400):
        if reading.open_article(tools, number).progress.finished:
            finished.set()
            break
        finished.wait(0.05)
    worker.stop()

    assert finished.is_set()
