from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import ModelMissing, ModelRefused, NotFound
from reader.translation.engine import Request
from reader.translation.fake import FakeEngine
from reader.translation.models import ModelStore
from tests.small_models import METADATA, build_argosmodel


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


def left_behind(store_folder: Path) -> list[str]:
    """The names in the folder of the store, if there is one."""
    return sorted(path.name for path in store_folder.glob("*"))


def test_a_fresh_store_has_the_built_in_model_only(store: ModelStore) -> None:
    assert [model.key for model in store.list()] == ["builtin"]
    assert store.best().key == "builtin"


def test_an_installed_package_is_listed_preferred_to_the_built_in_and_works(
    store: ModelStore, argosmodel: Path
) -> None:
    model = store.install(argosmodel)

    assert (model.key, model.name) == ("argos", "Argos en→zh 0.1")
    assert [found.key for found in store.list()] == ["argos", "builtin"]
    assert store.best() is store.engine("argos")
    assert next(store.best().translate([Request("The talks ended.")])).text


def test_the_preferred_model_wins_and_is_remembered(
    store: ModelStore, argosmodel: Path, tmp_path: Path
) -> None:
    store.install(argosmodel)

    store.use("builtin")

    assert ModelStore(tmp_path / "models").best().key == "builtin"


def test_a_removed_model_is_gone_and_no_longer_preferred(
    store: ModelStore, argosmodel: Path
) -> None:
    store.install(argosmodel)
    store.use("argos")

    store.remove("argos")

    assert store.best().key == "builtin"
    with pytest.raises(ModelMissing):
        store.engine("argos")


def test_installing_again_replaces_the_model(
    store: ModelStore, argosmodel: Path, tmp_path: Path
) -> None:
    store.install(argosmodel)
    newer = build_argosmodel(
        tmp_path / "newer.argosmodel", metadata={**METADATA, "package_version": "0.2"}
    )

    store.install(newer)

    assert [model.name for model in store.list()][:1] == ["Argos en→zh 0.2"]
    assert left_behind(tmp_path / "models") == ["argos"]


@pytest.mark.parametrize("damage", ["languages", "no metadata", "no tokenizer", "text", "escape"])
def test_a_bad_package_is_refused_and_leaves_nothing_behind(
    store: ModelStore, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "bad.argosmodel"
    if damage == "languages":
        build_argosmodel(path, metadata={**METADATA, "to_code": "de"})
    elif damage == "escape":
        build_argosmodel(path, extra={"../escaped": b"x"})
    elif damage == "text":
        path.write_text("hello")
    else:
        _without(path, "metadata.json" if damage == "no metadata" else "sentencepiece.model")

    with pytest.raises(ModelRefused):
        store.install(path)

    assert left_behind(tmp_path / "models") == []
    assert not (tmp_path / "escaped").exists()


def test_a_changed_file_is_found(store: ModelStore, argosmodel: Path, tmp_path: Path) -> None:
    store.install(argosmodel)
    store.verify("argos")

    (tmp_path / "models" / "argos" / "sentencepiece.model").write_bytes(b"changed")

    with pytest.raises(ModelRefused, match=r"sentencepiece\.model"):
        store.verify("argos")


def test_keys_that_mean_nothing_are_not_found(store: ModelStore) -> None:
    for key in ("nothing", "../argos", ""):
        with pytest.raises(NotFound):
            store.engine(key)
    with pytest.raises(NotFound):
        store.use("argos")
    with pytest.raises(ModelRefused):
        store.remove("builtin")


def test_the_fake_engine_can_be_asked_for(store: ModelStore) -> None:
    assert isinstance(store.engine("fake"), FakeEngine)


def test_a_file_that_is_no_gguf_is_refused(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_text("hello")

    with pytest.raises(ModelRefused):
        store.add(tmp_path / "model.gguf")


def test_a_gguf_of_ones_own_is_registered_where_it_lies_and_stays_when_removed(
    store: ModelStore, base_model: Path
) -> None:
    model = store.add(base_model)

    assert (model.kind, model.path) == ("gguf", base_model)
    assert model.key in {found.key for found in store.list()}
    store.verify(model.key)
    engine = store.engine(model.key)
    assert len(list(engine.translate([Request("Hello.")]))) == 1
    engine.close()
    store.remove(model.key)
    assert base_model.is_file()


def _without(path: Path, name: str) -> None:
    """Build a package that lacks one file."""
    import zipfile

    whole = build_argosmodel(path.with_suffix(".whole"))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for member in source.infolist():
            if not member.filename.endswith(f"/{name}"):
                target.writestr(member, source.read(member))


def test_the_careful_engine_has_its_own_key(tmp_path: Path) -> None:
    assert ModelStore(tmp_path).engine("builtin-careful").key == "builtin-careful"
