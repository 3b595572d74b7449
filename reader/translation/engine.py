"""The promise that every translation engine keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hint:
    """A glossary term found in a source sentence, and the Chinese it should become.

    `start` and `end` are character offsets in the source; `accepted` are the other renderings
    that count as right.
    """

    start: int
    end: int
    source: str
    target: str
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A word link: a span of the source and the span of the target that says the same.

    All four are character offsets, ends exclusive.
    """

    source_start: int
    source_end: int
    target_start: int
    target_end: int


@dataclass(frozen=True, slots=True)
class Request:
    """One English sentence to translate, with the glossary terms found in it."""

    text: str
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine made of one request.

    `text` is raw: typography and checks come after. `score` is the mean log-probability of a
    token where the engine tells it, else None. `links` refer to `text`. `forced` names the
    targets of the hints that the engine had to be made to write.
    """

    text: str
    links: tuple[Link, ...] = ()
    score: float | None = None
    forced: tuple[str, ...] = ()


class Engine(Protocol):
    """Turns English sentences into Chinese ones.

    `name` is shown to people and stored with every sentence. `key` is what `--engine` takes.
    """

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        """Yield one draft per request, in the order asked, each as soon as it is ready.

        Raises `reader.errors.EngineError`, never an error of the library underneath. Closing
        the iterator early stops the work.
        """
        ...

    def alternatives(self, request: Request) -> Iterator[Draft]:
        """Yield other drafts of one sentence, each decoded in another way, best guess first.

        The pipeline asks for them when the checks refuse a draft. May yield nothing.
        """
        ...

    def close(self) -> None:
        """Free the model's memory. The next `translate` loads it again."""
        ...
