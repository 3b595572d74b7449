"""A library with a server in front of it, and a translator that the test holds in its hand."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from reader.articles import article_from_text
from reader.services import library, translating
from reader.toolbox import Toolbox, for_tests
from reader.translation.engine import Draft, Request
from reader.translation.fake import FakeEngine
from tests import servers


class HeldEngine(FakeEngine):
    """The engine without a model, one sentence at a time: each waits until it is let go."""

    def __init__(self) -> None:
        self.let = threading.Semaphore(0)

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        for draft in super().translate(requests):
            self.let.acquire()
            yield draft


@dataclass
class World:
    """The server process, its address, and the same library seen from this process."""

    data: Path
    tools: Toolbox
    address: str
    process: subprocess.Popen[str]
    _threads: list[threading.Thread] = field(default_factory=list)

    def add(self, text: str) -> int:
        """The number of a new article, not translated yet."""
        return library.add_article(self.tools, article_from_text(text)).article_id

    def translate(self, article_id: int) -> None:
        """Translate all of an article now."""
        while translating.translate_some(self.tools, article_id, "test").more:
            pass

    def hold(self, article_id: int) -> HeldEngine:
        """Start to translate an article; sentences come as the engine that is returned is let."""
        engine = HeldEngine()
        tools = replace(self.tools, engines={engine.key: engine})
        thread = threading.Thread(
            target=translating.translate_some, args=(tools, article_id, "held")
        )
        thread.start()
        self._threads.append(thread)
        return engine

    def wait(self) -> None:
        """Wait until what was held is done."""
        for thread in self._threads:
            thread.join(timeout=30)

    def pull_the_plug(self) -> None:
        """End the server."""
        servers.stop(self.process)

    def plug_in(self) -> None:
        """Start the server again, at the same address."""
        port = str(urlsplit(self.address).port)
        self.process, _ = _start(self.data, "--port", port)


@contextmanager
def open_world(data: Path, dictionary: Path) -> Iterator[World]:
    """A library with the sample article, translated, and its server."""
    data.mkdir(parents=True)
    shutil.copy(dictionary, data / "dictionary.sqlite3")
    process, address = _start(data)
    world = World(data, for_tests(data), address.rstrip("/"), process)
    try:
        (sample,) = library.list_articles(world.tools)
        world.translate(sample.id)
        yield world
    finally:
        world.wait()
        servers.stop(world.process)
        world.tools.database.close()
        world.tools.dictionary.close()


def _start(data: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    return servers.start(data, servers.COMMAND, None, "--no-translate", *options)
