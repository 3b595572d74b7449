"""The folders of imports: the file, its terms once they are read, and how far the import is.

They stand in the data folder, so that any process of the installation can look at them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from glossary.formats import ReadResult, Rejected
from reader.errors import DuizhaoError, NotFound
from reader.services.rechecking import Effect
from reader.store.glossaries import to_entry, to_term
from reader.toolbox import Toolbox

KEPT_SECONDS = 24 * 60 * 60
GONE = "This file is not kept any more. Please choose it again."
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_TRIES = 50
_PAUSE_SECONDS = 0.02


class Stage(StrEnum):
    """How far an import is: READY waits for the person's word."""

    READING = "reading"
    READY = "ready"
    WRITING = "writing"
    CHECKING = "checking"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Import:
    """An import and how far it is.

    `done` of `total` lines are read or sentences checked; a total of 0 is not known. `change` is
    the number of what was written, None where nothing differed, with `terms` terms and what that
    did to the articles. `problem` and `values` are those of the error that ended it; `told` says
    that a page has told of its end.
    """

    token: str
    glossary_id: int
    stage: Stage = Stage.READING
    done: int = 0
    total: int = 0
    change: int | None = None
    terms: int = 0
    effect: Effect = field(default_factory=Effect)
    problem: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    told: bool = False

    @property
    def is_running(self) -> bool:
        """Whether it works in the background."""
        return self.stage in (Stage.READING, Stage.WRITING, Stage.CHECKING)

    @property
    def error(self) -> DuizhaoError:
        """The error that ended it."""
        return DuizhaoError(self.problem, **self.values)


def create(tools: Toolbox, made: Import, data: bytes) -> None:
    """Make the folder of an import with its file; those of yesterday are removed."""
    _purge(_imports(tools))
    folder(tools, made.token).mkdir(parents=True)
    (folder(tools, made.token) / "file").write_bytes(data)
    store(tools, made)


def file(tools: Toolbox, token: str) -> bytes:
    """The file of an import that is not read yet."""
    return (folder(tools, token) / "file").read_bytes()


def keep(tools: Toolbox, token: str, result: ReadResult) -> None:
    """Keep the terms of an import in place of its file."""
    facts = {
        "terms": [(term.id, to_entry(term)) for term in result.terms],
        "rejected": [(each.line, each.reason, each.text) for each in result.rejected],
        "has_status": result.has_status,
    }
    _replace(folder(tools, token) / "terms.json", facts)
    (folder(tools, token) / "file").unlink()


def kept(tools: Toolbox, token: str) -> ReadResult:
    """The terms of an import.

    Raises `NotFound`.
    """
    try:
        text = (folder(tools, token) / "terms.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NotFound(GONE) from error
    facts = json.loads(text)
    return ReadResult(
        tuple(to_term(slug, entry) for slug, entry in facts["terms"]),
        tuple(Rejected(*each) for each in facts["rejected"]),
        facts["has_status"],
    )


def load(tools: Toolbox, glossary_id: int, token: str) -> Import:
    """An import.

    Raises `NotFound`.
    """
    try:
        text = (folder(tools, token) / "state.json").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NotFound(GONE) from error
    facts = json.loads(text)
    effect = facts.pop("effect")
    effect["articles"] = tuple(effect["articles"])
    found = Import(**{**facts, "stage": Stage(facts["stage"]), "effect": Effect(**effect)})
    if found.glossary_id != glossary_id:
        raise NotFound(GONE)
    return found


def store(tools: Toolbox, made: Import) -> None:
    """Keep how far an import is."""
    _replace(folder(tools, made.token) / "state.json", asdict(made))


def age(tools: Toolbox, token: str) -> float:
    """How many seconds ago an import was last heard of."""
    return time.time() - (folder(tools, token) / "state.json").stat().st_mtime


def folder(tools: Toolbox, token: str) -> Path:
    """The folder of an import.

    Raises `NotFound` for what cannot be one.
    """
    if not _TOKEN.fullmatch(token):
        raise NotFound(GONE)
    return _imports(tools) / token


def _imports(tools: Toolbox) -> Path:
    return tools.settings.data / "imports"


def _purge(folder: Path) -> None:
    oldest = time.time() - KEPT_SECONDS
    for path in folder.glob("*"):
        if path.stat().st_mtime < oldest:
            shutil.rmtree(path, ignore_errors=True)


def _replace(path: Path, facts: Mapping[str, Any]) -> None:
    # Replaced whole: whoever looks meanwhile sees the old facts or the new ones.
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(facts), encoding="utf-8")
    for _ in range(_TRIES):
        # Windows refuses while somebody reads the old facts, which takes a moment only.
        with suppress(PermissionError):
            os.replace(fresh, path)
            return
        time.sleep(_PAUSE_SECONDS)
    os.replace(fresh, path)
