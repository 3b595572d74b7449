"""The one place where real parts are wired; tests wire fakes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from glossary import Matcher, Term
from reader.config import Settings
from reader.errors import SettingsError
from reader.queue import DirectQueue, Queue, open_queue
from reader.store.database import Database, open_database
from reader.translation.engine import Engine
from reader.translation.fake import FakeEngine
from reader.translation.models import ModelStore

MATCHERS_KEPT = 8


class Matchers:
    """Matchers already built, the last few: building one for 10,000 terms takes half a second."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Matcher] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, terms: Callable[[], Iterable[Term]]) -> Matcher:
        """The matcher for `key`, built from `terms()` where it is not there yet."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = Matcher(terms())
            self._kept.move_to_end(key)
            while len(self._kept) > MATCHERS_KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Everything that the use cases work with."""

    settings: Settings
    database: Database
    queue: Queue
    models: ModelStore
    engines: Mapping[str, Engine] = field(default_factory=dict)
    matchers: Matchers = field(default_factory=Matchers)

    def engine(self, key: str = "") -> Engine:
        """The engine of that key, else of the settings, else the best that is installed.

        Raises `NotFound` for an unknown key and `ModelMissing` where its model is not here.
        """
        wished = key or self.settings.engine
        if wished in self.engines:
            return self.engines[wished]
        return self.models.engine(wished) if wished else self.models.best()


def build(settings: Settings) -> Toolbox:
    """The real parts, for `settings`.

    Raises `SettingsError` where the data folder or the database cannot be used.
    """
    _make_folder(settings.data)
    return _toolbox(settings, open_queue(settings.data, settings.redis_url))


def for_tests(data: Path) -> Toolbox:
    """Real parts in a scratch folder, but the engine that needs no model and no waiting.

    Nothing is translated until `queue.handler` is set.
    """
    return _toolbox(Settings(data=data, engine=FakeEngine.key), DirectQueue())


def _toolbox(settings: Settings, queue: Queue) -> Toolbox:
    return Toolbox(
        settings=settings,
        database=open_database(settings.database),
        queue=queue,
        models=ModelStore(settings.data / "models"),
        engines={FakeEngine.key: FakeEngine()},
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            "The data folder {folder} cannot be made: {reason}.",
            folder=folder,
            reason=error.strerror,
        ) from error
