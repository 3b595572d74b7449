"""Importing a glossary file: reading it, a look at what it would change, writing it.

The work is done in the background. The terms are written in one transaction and compared anew
before, so an import that was cut off has written all or nothing and can be asked for again.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import replace

from glossary import Preview
from reader.errors import DuizhaoError
from reader.services import glossary_files, term_edits
from reader.services import import_states as states
from reader.services.glossary import open_glossary
from reader.services.glossary_files import Decisions
from reader.services.import_states import Import, Stage
from reader.store.glossaries import GlossaryCard
from reader.toolbox import Toolbox

# Work of which nothing was heard for so long has ended with its process.
SILENT_SECONDS = 60
TELL_SECONDS = 0.2
CUT_OFF = "The reading of the file was cut off. Please choose it again."
UNEXPECTED = "The import stopped because of an error in Duizhao. Please try again."
log = logging.getLogger(__name__)


def begin(tools: Toolbox, glossary_id: int, data: bytes, name: str) -> Import:
    """Keep a file and begin to read it. Raises `NotFound`."""
    open_glossary(tools, glossary_id)
    made = Import(secrets.token_urlsafe(16), glossary_id)
    states.create(tools, made, data)
    tools.background.start(lambda: _guarded(tools, made, lambda: _read(tools, made, name)))
    return get(tools, glossary_id, made.token)


def get(tools: Toolbox, glossary_id: int, token: str, patience: float = 0) -> Import:
    """An import; with `patience`, after waiting up to so many seconds for its work to end.

    Work that was cut off with its process is taken up again where that is possible. Raises
    `NotFound` when the import is not kept any more.
    """
    end = time.monotonic() + patience
    while (found := states.load(tools, glossary_id, token)).is_running and time.monotonic() < end:
        time.sleep(0.02)
    if found.is_running and states.age(tools, token) > SILENT_SECONDS:
        return _taken_up(tools, found)
    return found


def preview(tools: Toolbox, glossary_id: int, token: str) -> tuple[GlossaryCard, Preview]:
    """What an import that is ready would change.

    Raises `NotFound`.
    """
    states.load(tools, glossary_id, token)
    return glossary_files.preview(tools, glossary_id, states.kept(tools, token))


def apply(tools: Toolbox, glossary_id: int, token: str, decisions: Decisions) -> Import:
    """Begin to do what was looked at and agreed to; once for each import.

    Raises `NotFound`.
    """
    found = states.load(tools, glossary_id, token)
    if found.stage is not Stage.READY:
        return found
    made = replace(found, stage=Stage.WRITING, done=0, total=0)
    states.store(tools, made)
    tools.background.start(lambda: _guarded(tools, made, lambda: _write(tools, made, decisions)))
    return get(tools, glossary_id, token)


def tell(tools: Toolbox, ended: Import) -> bool:
    """Whether the end of an import is to be told; it is told once."""
    if not ended.told:
        states.store(tools, replace(ended, told=True))
    return not ended.told


def _read(tools: Toolbox, made: Import, name: str) -> None:
    result = glossary_files.parse(states.file(tools, made.token), name, _teller(tools, made))
    states.keep(tools, made.token, result)
    states.store(tools, replace(made, stage=Stage.READY))


def _write(tools: Toolbox, made: Import, decisions: Decisions) -> None:
    _, found = glossary_files.preview(tools, made.glossary_id, states.kept(tools, made.token))
    written = glossary_files.write_preview(tools, made.glossary_id, found, decisions)
    if written is None:
        states.store(tools, replace(made, stage=Stage.DONE))
        return
    checking = replace(
        made, stage=Stage.CHECKING, change=written.number, terms=len(written.changes)
    )
    states.store(tools, checking)
    effect = term_edits.check(tools, made.glossary_id, written, _teller(tools, checking))
    states.store(tools, replace(checking, stage=Stage.DONE, effect=effect))


def _taken_up(tools: Toolbox, found: Import) -> Import:
    if found.stage is Stage.READING:
        taken = _failed(found, DuizhaoError(CUT_OFF))
    elif found.change is None:
        taken = replace(found, stage=Stage.READY)
    else:
        taken, number = found, found.change
        states.store(tools, taken)
        tools.background.start(
            lambda: _guarded(tools, taken, lambda: _check_again(tools, taken, number))
        )
        return states.load(tools, found.glossary_id, found.token)
    states.store(tools, taken)
    return taken


def _check_again(tools: Toolbox, made: Import, number: int) -> None:
    written = term_edits.written(tools, made.glossary_id, number)
    effect = term_edits.check(tools, made.glossary_id, written, _teller(tools, made))
    states.store(tools, replace(made, stage=Stage.DONE, effect=effect))


def _guarded(tools: Toolbox, made: Import, work: Callable[[], None]) -> None:
    try:
        work()
    except DuizhaoError as error:
        states.store(tools, _failed(made, error))
    except Exception:
        # The edge of a thread: whatever happens must reach the person who waits.
        log.exception("importing failed")
        states.store(tools, _failed(made, DuizhaoError(UNEXPECTED)))


def _failed(made: Import, error: DuizhaoError) -> Import:
    values = {name: str(value) for name, value in error.values.items()}
    return replace(made, stage=Stage.FAILED, problem=error.message, values=values)


def _teller(tools: Toolbox, made: Import) -> Callable[[int, int], None]:
    last = 0.0

    def tell_of(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > TELL_SECONDS:
            last = time.monotonic()
            states.store(tools, replace(made, done=done, total=total))

    return tell_of
