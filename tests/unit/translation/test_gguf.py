from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import EngineError, ModelMissing, ModelRefused
from reader.translation.base_model import ADAPTER, assembled
from reader.translation.engine import Hint, Request
from reader.translation.forcing import loops, missing
from reader.translation.gguf import GgufEngine, builtin_engine, prompt
from reader.translation.llama import Llama


@pytest.fixture(scope="module")
def plain(base_model: Path) -> Llama:
    """The base model alone, with little room."""
    return Llama(base_model, slots=1, context=256)


def test_the_prompt_is_the_one_of_the_card() -> None:
    hints = (
        Hint(2, 28, "small yard with high fences", "小院高墙"),
        Hint(30, 50, "win-win cooperation", "合作共赢"),
        Hint(60, 80, "win-win cooperation", "合作共赢"),
    )

    assert prompt(Request("One.", hints)) == (
        "Terms: small yard with high fences=小院高墙; win-win cooperation=合作共赢\n"
        "English: One.\nChinese:\n"
    )
    assert prompt(Request("One.")) == "English: One.\nChinese:\n"


def test_a_missing_model_says_so(tmp_path: Path) -> None:
    engine = builtin_engine(lambda: tmp_path / "none.gguf", ADAPTER)

    with pytest.raises(ModelMissing):
        list(engine.translate([Request("Hello there.")]))


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.gguf").write_text("hello")

    with pytest.raises(ModelRefused, match=r"text\.gguf"):
        Llama(tmp_path / "text.gguf")


@pytest.mark.model
def test_a_sentence_comes_back_in_chinese_with_its_terms(
    builtin: GgufEngine, hinted: Callable[..., Request]
) -> None:
    request = hinted(
        'The "small yard with high fences" strategy hurts bilateral trade, critics said in 2025.',
        small_yard_with_high_fences="小院高墙",
        bilateral_trade="双边贸易",
    )

    (draft,) = builtin.translate([request])

    assert missing(draft.text, request.hints) == ()
    assert "2025" in draft.text
    assert "\n" not in draft.text
    assert not loops(draft.text)


@pytest.mark.model
def test_a_rendering_that_the_model_would_not_choose_is_forced(
    builtin: GgufEngine, hinted: Callable[..., Request]
) -> None:
    request = hinted("The US President arrived in Beijing on Monday.", US_President="美利坚总统")

    (draft,) = builtin.translate([request])

    assert "美利坚总统" in draft.text
    assert "北京" in draft.text


@pytest.mark.model
def test_a_very_long_sentence_ends_in_time_and_keeps_its_last_clause(builtin: GgufEngine) -> None:
    text = "Prices rose in China, and factories closed in Germany, " * 4 + "but Japan was calm."

    (draft,) = builtin.translate([Request(text)])

    assert "日本" in draft.text


@pytest.mark.model
def test_alternatives_are_other_drafts(builtin: GgufEngine) -> None:
    drafts = builtin.alternatives(Request("The two sides agreed to meet again, but set no date."))

    assert len({next(drafts).text for _ in range(2)}) == 2


@pytest.mark.model
def test_two_threads_can_translate_at_once(builtin: GgufEngine) -> None:
    results: dict[int, str] = {}

    def work(index: int) -> None:
        results[index] = next(builtin.translate([Request("Spring has come.")])).text

    threads = [threading.Thread(target=work, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(results) == {0, 1}
    assert all(results.values())


@pytest.mark.model
def test_nobody_can_reach_the_model_from_outside(plain: Llama) -> None:
    (address,) = plain.addresses

    assert plain.complete("English: Hello.\nChinese:\n", limit=3, seconds=20).tokens
    with socket.socket(socket.AF_UNIX) as client, pytest.raises(OSError, match="No such file"):
        client.connect(address.removeprefix("unix://"))


@pytest.mark.model
def test_a_prompt_that_does_not_fit_is_an_engine_error(plain: Llama) -> None:
    with pytest.raises(EngineError):
        plain.complete("word " * 2000, limit=3, seconds=20)


@pytest.mark.model
def test_the_base_model_is_verified_once(base_model: Path) -> None:
    before = base_model.stat().st_mtime_ns

    again = assembled(base_model.parent)

    assert again == base_model
    assert base_model.stat().st_mtime_ns == before


@pytest.mark.model
def test_a_model_that_is_dropped_at_once_does_not_wait_for_itself(base_model: Path) -> None:
    for _ in range(2):
        loaded = Llama(base_model, slots=1, context=256)

        assert loaded.addresses
        del loaded
