from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import EngineError, ModelMissing, ModelRefused
from reader.translation.engine import Request
from reader.translation.firefox import (
    MODEL_FILE,
    VOCABULARY_FILES,
    FirefoxEngine,
    Translator,
    load_translator,
)
from reader.translation.install import install_firefox, kind_of


class Stub:
    """Stands in for `fxtranslate.Translator`: no model can be had where there is no internet."""

    def __init__(self, answers: dict[str, str] | None = None) -> None:
        self.answers = answers or {}
        self.asked: list[str] = []

    def translate(self, text: str) -> str:
        self.asked.append(text)
        if "\x00" in text:
            raise ValueError("nul byte")
        return self.answers.get(text, f"译{len(self.asked)}。")


def engine(stub: Stub) -> FirefoxEngine:
    def load(folder: Path) -> Translator:
        return stub

    return FirefoxEngine(Path("unused"), load)


def test_a_long_sentence_is_never_given_to_the_engine_whole() -> None:
    stub = Stub()
    text = "The two leaders held a call in Geneva, and " * 12 + "it ended."

    (draft,) = engine(stub).translate([Request(text)])

    assert max(len(asked.split()) for asked in stub.asked) <= 60
    assert draft.text == "译1，译2。"


def test_a_missing_term_is_asked_for_in_a_mixed_sentence(hinted: Callable[..., Request]) -> None:
    stub = Stub({"The trade war ended.": "商战结束。", "The 贸易战 ended.": "贸易战结束了。"})

    (draft,) = engine(stub).translate([hinted("The trade war ended.", trade_war="贸易战")])

    assert draft.text == "贸易战结束了。"
    assert draft.forced == ("贸易战",)


def test_a_mixed_sentence_that_does_not_help_is_thrown_away(
    hinted: Callable[..., Request],
) -> None:
    stub = Stub({"The trade war ended.": "商战结束。"})

    (draft,) = engine(stub).translate([hinted("The trade war ended.", trade_war="贸易战")])

    assert (draft.text, draft.forced) == ("商战结束。", ())


def test_an_error_of_the_library_is_an_engine_error() -> None:
    with pytest.raises(EngineError):
        list(engine(Stub()).translate([Request("A\x00B")]))


def test_the_real_library_refuses_a_malformed_model(tmp_path: Path) -> None:
    for name in (MODEL_FILE, *VOCABULARY_FILES):
        (tmp_path / name).write_bytes(b"not a model")

    with pytest.raises(ModelRefused):
        load_translator(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"model\.enzh"):
        load_translator(tmp_path)


@pytest.mark.parametrize("packing", ["folder", "zip", "gzip"])
def test_a_malformed_model_is_refused_and_leaves_nothing_behind(
    tmp_path: Path, packing: str
) -> None:
    source = tmp_path / "given"
    source.mkdir()
    for name in (MODEL_FILE, *VOCABULARY_FILES):
        if packing == "gzip":
            (source / f"{name}.gz").write_bytes(gzip.compress(b"not a model"))
        else:
            (source / name).write_bytes(b"not a model")
    given = _zipped(source, tmp_path / "given.zip") if packing == "zip" else source

    assert kind_of(given) == "firefox"
    with pytest.raises(ModelRefused, match="broken"):
        install_firefox(given, tmp_path / "store" / "firefox")

    assert list((tmp_path / "store").iterdir()) == []


def test_a_folder_without_a_vocabulary_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / MODEL_FILE).write_bytes(b"x")

    with pytest.raises(ModelRefused, match=VOCABULARY_FILES[0]):
        install_firefox(tmp_path, tmp_path / "store" / "firefox")


def _zipped(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"model/{file.name}")
    return path
