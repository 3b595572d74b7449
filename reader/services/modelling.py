"""Models: which are here, which one translates, installing and removing them."""

from __future__ import annotations

import shutil
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reader.errors import InputTooLarge, ModelRefused, NotFound
from reader.store import articles, segments
from reader.store.records import Card
from reader.toolbox import Toolbox
from reader.translation.install import kind_of
from reader.translation.installer import Installation, Stage
from reader.translation.models import BUILTIN, InstalledModel
from reader.translation.segment import Origin, Status
from reader.translation.transfer import Progress

LARGEST_UPLOAD = 400 * 1024 * 1024
DOWNLOADS = {"argos": "Argos", "firefox": "Firefox"}
NAME_LIMIT = 100
ABANDONED_SECONDS = 60 * 60


@dataclass(frozen=True, slots=True)
class Overview:
    """The installed models, best first.

    `used` is the key of the engine that translates now, `preferred` the one that was chosen, ""
    for the best; `fixed` tells that a setting decides and no choice helps. `lacking` are the
    kinds that can be downloaded and are not here.
    """

    models: tuple[InstalledModel, ...]
    used: str
    used_name: str
    preferred: str
    fixed: bool
    lacking: tuple[str, ...]
    installation: Installation


@dataclass(frozen=True, slots=True)
class Choice:
    """What an article may be translated with; `untouched` sentences are the machine's own."""

    card: Card
    models: tuple[InstalledModel, ...]
    best: str
    untouched: int


def overview(tools: Toolbox) -> Overview:
    """The models of this installation."""
    # Read before the list: a page that says «installed» must list what was installed.
    installation = tools.installer.now
    models = tuple(tools.models.list())
    here = {model.kind for model in models}
    used = tools.engine()
    return Overview(
        models=models,
        used=used.key,
        used_name=used.name,
        preferred=tools.models.preferred(),
        fixed=bool(tools.settings.engine),
        lacking=tuple(kind for kind in DOWNLOADS if kind not in here),
        installation=installation,
    )


def get_model(tools: Toolbox, key: str) -> InstalledModel:
    """One installed model.

    Raises `NotFound`.
    """
    for model in tools.models.list():
        if model.key == key:
            return model
    raise NotFound("There is no model called {key}.", key=key)


def remove(tools: Toolbox, key: str) -> InstalledModel:
    """Remove a model; articles that chose it use the best one again.

    Raises `NotFound`, and `ModelRefused` for the built-in one.
    """
    model = get_model(tools, key)
    tools.models.remove(key)
    with tools.database.writing() as session:
        articles.forget_engine(session, key)
    return model


def download(tools: Toolbox, kind: str, index: str = "") -> None:
    """Begin to download and install a model, argos or firefox.

    Raises `NotFound` for another kind, and `Conflict` while another installation runs.
    """
    if kind not in DOWNLOADS:
        raise NotFound("There is no model called {key} to download.", key=kind)

    def work(progress: Progress) -> InstalledModel:
        return tools.models.download(kind, index=index, progress=progress)

    tools.installer.start(DOWNLOADS[kind], work)


def install_upload(tools: Toolbox, name: str, save: Callable[[Path], object]) -> None:
    """Begin to install an `.argosmodel` or zip file; `save` writes it to the path it is given.

    The file is gone afterwards, whether it worked or not. Raises `ModelRefused` for a file of
    another kind, `InputTooLarge`, and `Conflict` while another installation runs.
    """
    folder = uploads(tools) / uuid.uuid4().hex
    folder.mkdir(parents=True)
    path = folder / (PurePosixPath(name.replace("\\", "/")).name[-NAME_LIMIT:] or "model")
    try:
        save(path)
        if path.stat().st_size > LARGEST_UPLOAD:
            raise InputTooLarge(
                "This file is larger than {limit} MB.", limit=LARGEST_UPLOAD // 1024 // 1024
            )
        if kind_of(path) == "gguf":
            raise ModelRefused(
                "A GGUF is too large to send. Copy it to this computer and use it with "
                "`duizhao models add FILE`."
            )
        tools.installer.start(path.name, lambda _progress: _installed(tools, path))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def uploads(tools: Toolbox) -> Path:
    """The folder of files that are being sent, made where it is not there."""
    folder = tools.settings.data / "models" / ".uploads"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def tidy(tools: Toolbox) -> None:
    """Remove what uploads that were cut off left behind; what may be at work is left alone."""
    oldest = time.time() - ABANDONED_SECONDS
    if tools.installer.now.stage is Stage.RUNNING:
        return
    for folder in (tools.settings.data / "models" / ".uploads").glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def choice(tools: Toolbox, article_id: int) -> Choice:
    """What an article may be translated with.

    Raises `NotFound`, also for a deleted article.
    """
    with tools.database.reading() as session:
        card = articles.card(session, article_id)
        if card.deleted:
            raise articles.missing(article_id)
        rows = segments.rows(session, article_id)
    untouched = sum(
        (row.segment.origin, row.segment.status) == (Origin.MACHINE, Status.DRAFT) for row in rows
    )
    return Choice(card, tuple(tools.models.list()), tools.engine().name, untouched)


def choose(tools: Toolbox, article_id: int, key: str, *, again: bool = False) -> int:
    """Translate an article with the engine of that key from now on, "" for the best.

    `again` asks for the sentences that no person touched too; how many those are. Raises
    `NotFound` for an article or a model that is not here.
    """
    if key:
        get_model(tools, key)
    with tools.database.writing() as session:
        articles.card(session, article_id)
        articles.set_engine(session, article_id, key)
        count = segments.reset_machine(session, article_id) if again else 0
    tools.queue.translate(article_id)
    return count


def can_be_removed(model: InstalledModel) -> bool:
    """Whether a model is not part of Duizhao itself."""
    return model.kind != BUILTIN


def _installed(tools: Toolbox, path: Path) -> InstalledModel:
    try:
        return tools.models.install(path)
    finally:
        shutil.rmtree(path.parent, ignore_errors=True)
