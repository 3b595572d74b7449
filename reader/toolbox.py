"""The one place where real parts are wired; tests wire fakes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from glossary import Catalogue, Matcher, Term
from reader.chinese.align import Aligner
from reader.chinese.annotate import Annotator
from reader.chinese.dictionary import Dictionary
from reader.chinese.pinyin import Pinyin
from reader.chinese.words import Words
from reader.config import Settings
from reader.errors import SettingsError
from reader.queue import AtOnce, Background, DirectQueue, Queue, Threads, open_queue
from reader.store.database import Database, open_database
from reader.store.glossaries import GlossaryCard
from reader.translation.engine import Engine
from reader.translation.fake import FakeEngine
from reader.translation.installer import Installer
from reader.translation.memory import TranslationMemory
from reader.translation.models import ModelStore

KEPT = 8
Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Termbase:
    """What the glossaries of an article are used for: finding terms, and keeping them whole.

    `rivals` gives, by the id of a term, what other terms want for the same English.
    """

    matcher: Matcher
    annotator: Annotator
    rivals: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finder:
    """The terms of some glossaries, made ready for finding them; see `Termbase` for `rivals`."""

    terms: tuple[Term, ...]
    matcher: Matcher
    rivals: Mapping[str, Sequence[str]]


class Kept(Generic[Key, Made]):
    """Things already built, the last few: building one for 10,000 terms takes a moment."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Made] = OrderedDict()
        # What is made may be made from what is kept here, so the lock can be taken twice.
        self._lock = threading.RLock()

    def get(self, key: Key, make: Callable[[], Made]) -> Made:
        """The thing of that key, made where it is not there yet."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = make()
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return self._kept[key]

    def last(self, fits: Callable[[Key], bool]) -> Made | None:
        """The thing used last among those whose key fits, None where there is none."""
        with self._lock:
            return next((self._kept[key] for key in reversed(self._kept) if fits(key)), None)


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Everything that the use cases work with."""

    settings: Settings
    database: Database
    queue: Queue
    models: ModelStore
    installer: Installer
    dictionary: Dictionary
    words: Words
    pinyin: Pinyin
    aligner: Aligner
    engines: Mapping[str, Engine] = field(default_factory=dict)
    background: Background = field(default_factory=Threads)
    # By card: the terms of a glossary as its pages show them, and with the ids they are found by.
    catalogues: Kept[GlossaryCard, Catalogue] = field(default_factory=Kept)
    numbered: Kept[GlossaryCard, tuple[Term, ...]] = field(default_factory=Kept)
    finders: Kept[tuple[GlossaryCard, ...], Finder] = field(default_factory=Kept)
    termbases: Kept[Hashable, Termbase] = field(default_factory=Kept)
    # One of what was approved, one of what files brought: a large one takes much memory.
    memories: Kept[Hashable, TranslationMemory] = field(default_factory=lambda: Kept(2))

    def engine(self, key: str = "") -> Engine:
        """The engine of that key, else of the settings, else the best that is installed.

        Raises `NotFound` for an unknown key and `ModelMissing` where its model is not here.
        """
        wished = key or self.settings.engine
        if wished in self.engines:
            return self.engines[wished]
        return self.models.engine(wished) if wished else self.models.best()

    def another_engine(self, engine: Engine) -> Engine | None:
        """The engine for sentences that `engine` cannot do, None where no other is installed.

        The engine that needs no model is never helped: its output means nothing anyway.
        """
        if engine.key in self.engines or engine.key == FakeEngine.key:
            return None
        return self.models.another(engine.key)


def build(settings: Settings) -> Toolbox:
    """The real parts, for `settings`.

    Raises `SettingsError` where the data folder or the database cannot be used.
    """
    _make_folder(settings.data)
    return _toolbox(settings, open_queue(settings.data, settings.redis_url))


def for_tests(data: Path, words: Words | None = None) -> Toolbox:
    """Real parts in a scratch folder, but the engine that needs no model and no waiting.

    Nothing is translated until `queue.handler` is set. `words`, with their dictionary, can be
    shared by several toolboxes, since building them takes seconds.
    """
    settings = Settings(data=data, engine=FakeEngine.key)
    return replace(_toolbox(settings, DirectQueue(), words), background=AtOnce())


def _toolbox(settings: Settings, queue: Queue, words: Words | None = None) -> Toolbox:
    words = words or Words(Dictionary(settings.data / "dictionary.sqlite3"))
    return Toolbox(
        settings=settings,
        database=open_database(settings.database),
        queue=queue,
        models=ModelStore(settings.data / "models"),
        installer=Installer(settings.data),
        dictionary=words.dictionary,
        words=words,
        pinyin=Pinyin(words.dictionary),
        aligner=Aligner(words.dictionary, words),
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
