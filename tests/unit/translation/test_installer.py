"""An installation runs once for a data folder, and every process sees how far it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import Conflict, ModelRefused
from reader.translation.installer import INTERRUPTED, Installer, Stage
from reader.translation.models import InstalledModel
from reader.translation.transfer import Progress

MODEL = InstalledModel("argos", "Argos en→zh 1.9", "argos", 1, Path("argos"))


class Slow:
    """Work that tells its progress once and then waits until it is let go."""

    def __init__(self, end: Callable[[], InstalledModel] = lambda: MODEL) -> None:
        self.told = threading.Event()
        self.let_go = threading.Event()
        self._end = end

    def __call__(self, progress: Progress) -> InstalledModel:
        progress(30, 70)
        self.told.set()
        assert self.let_go.wait(10)
        return self._end()


def refuse() -> InstalledModel:
    raise ModelRefused("There is no file {path}.", path="a.zip")


@pytest.fixture
def here(tmp_path: Path) -> Installer:
    return Installer(tmp_path)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Installer:
    """The installer of another server process: it shares the folder only."""
    return Installer(tmp_path)


def test_another_process_sees_that_it_runs_and_cannot_start_a_second(
    here: Installer, elsewhere: Installer
) -> None:
    work = Slow()
    here.start("Argos", work)
    work.told.wait(10)

    seen = elsewhere.now
    with pytest.raises(Conflict):
        elsewhere.start("Firefox", work)
    elsewhere.seen()
    after = here.now
    work.let_go.set()
    here.wait()

    assert (seen.stage, seen.what) == (Stage.RUNNING, "Argos")
    assert (after.stage, after.done, after.total) == (Stage.RUNNING, 30, 70)
    assert (elsewhere.now.stage, elsewhere.now.what) == (Stage.DONE, MODEL.name)


def test_another_process_is_told_why_it_failed_and_may_forget_it(
    here: Installer, elsewhere: Installer
) -> None:
    work = Slow(refuse)
    here.start("a.zip", work)
    work.let_go.set()
    here.wait()

    seen = elsewhere.now
    elsewhere.seen()

    assert seen.problem is not None
    assert (seen.stage, seen.problem.message, seen.problem.values) == (
        Stage.FAILED,
        "There is no file {path}.",
        {"path": "a.zip"},
    )
    assert here.now.stage is Stage.IDLE


def test_an_installation_whose_process_was_killed_has_failed_and_another_can_begin(
    here: Installer, tmp_path: Path
) -> None:
    (tmp_path / "installation.json").write_text(
        '{"stage": "running", "what": "Argos", "done": 1, "total": 2, "problem": ""}'
    )

    seen = here.now
    here.start("Argos", lambda progress: MODEL)
    here.wait()

    assert (seen.stage, str(seen.problem)) == (Stage.FAILED, INTERRUPTED)
    assert here.now.stage is Stage.DONE


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"stage": "flying"}'])
def test_a_note_that_cannot_be_read_says_nothing(
    here: Installer, tmp_path: Path, note: str
) -> None:
    (tmp_path / "installation.json").write_text(note)

    assert here.now.stage is Stage.IDLE
