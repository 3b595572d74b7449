from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.translation.argos import ArgosEngine
from reader.translation.base_model import ADAPTER, assembled
from reader.translation.engine import Hint, Request
from reader.translation.gguf import GgufEngine, builtin_engine
from reader.translation.install import install_argos
from tests.small_models import build_argosmodel


@pytest.fixture(scope="session")
def argosmodel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small real package with random weights."""
    return build_argosmodel(tmp_path_factory.mktemp("argos") / "small.argosmodel")


@pytest.fixture(scope="session")
def argos_folder(argosmodel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small package, installed."""
    folder = tmp_path_factory.mktemp("models") / "argos"
    install_argos(argosmodel, folder)
    return folder


@pytest.fixture
def argos(argos_folder: Path) -> ArgosEngine:
    return ArgosEngine(argos_folder, threads=2)


@pytest.fixture(scope="session")
def base_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base model of the built-in engine, assembled."""
    return assembled(tmp_path_factory.mktemp("base"))


@pytest.fixture(scope="session")
def builtin(base_model: Path) -> Iterator[GgufEngine]:
    """The built-in engine, loaded once for all tests."""
    engine = builtin_engine(lambda: base_model, ADAPTER, slots=2)
    yield engine
    engine.close()


@pytest.fixture
def hinted() -> Callable[..., Request]:
    """Make a request with hints from English terms and their Chinese."""

    def make(text: str, **terms: str) -> Request:
        hints = []
        for name, target in terms.items():
            source = name.replace("_", " ")
            start = text.index(source)
            hints.append(Hint(start, start + len(source), source, target))
        return Request(text, tuple(hints))

    return make
