"""The models page: what is here, installing from a file, removing, the engine of an article."""

from __future__ import annotations

import re
import threading
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask

from reader.errors import ModelRefused
from reader.services import library, modelling
from reader.store import segments
from reader.toolbox import Toolbox
from reader.translation.installer import Stage
from reader.translation.segment import Status
from tests.small_models import build_argosmodel
from tests.unit.web.conftest import Browser


@pytest.fixture(scope="module")
def argosmodel(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("models") / "small.argosmodel"
    build_argosmodel(path)
    return path.read_bytes()


@pytest.fixture
def installed(browser: Browser, tools: Toolbox, argosmodel: bytes) -> None:
    browser.post("/models/upload", file=(BytesIO(argosmodel), "small.argosmodel"))
    tools.installer.wait()


def leftovers(tools: Toolbox) -> list[Path]:
    folder = tools.settings.data / "models"
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "model.json"]


def test_the_page_names_what_is_here_and_whose_terms_bind(browser: Browser) -> None:
    page = browser.get("/models").text

    assert "Gemma Terms of Use" in page
    assert "LoRA" in page
    assert "Download Argos" in page


def test_a_model_is_installed_from_a_file_that_is_sent(
    browser: Browser, tools: Toolbox, installed: None
) -> None:
    page = browser.get("/models").text

    assert tools.installer.now.stage is Stage.DONE
    assert "Argos en→zh 0.1 is installed." in page
    assert not list((tools.settings.data / "models" / ".uploads").iterdir())
    assert "Close" not in browser.post("/models/seen").text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("a.argosmodel", b"no zip at all", "", id="no archive"),
        pytest.param("a.gguf", b"GGUF....", "A GGUF is too large to send.", id="a GGUF"),
        pytest.param("", b"", "Please choose a file first.", id="no file"),
    ],
)
def test_a_file_that_is_no_model_is_refused_and_leaves_nothing(
    browser: Browser, tools: Toolbox, name: str, data: bytes, said: str
) -> None:
    page = browser.post("/models/upload", file=(BytesIO(data), name))

    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert said in page.text
    assert leftovers(tools) == []


def test_a_broken_model_fails_kindly_and_leaves_nothing(
    browser: Browser, tools: Toolbox, argosmodel: bytes
) -> None:
    broken = argosmodel.replace(b"from_code", b"fram_code")
    assert len(broken) == len(argosmodel)

    browser.post("/models/upload", file=(BytesIO(broken[:-200]), "small.argosmodel"))
    tools.installer.wait()

    assert leftovers(tools) == []
    assert [model.kind for model in tools.models.list()] == ["builtin"]


def test_what_fails_in_the_background_is_said_on_the_page(browser: Browser, tools: Toolbox) -> None:
    def work(_progress: object) -> None:
        raise ModelRefused("The model does not translate: it gave an empty answer.")

    tools.installer.start("a model", work)  # type: ignore[arg-type]
    tools.installer.wait()

    page = browser.get("/models/progress").text
    assert 'role="alert"' in page
    assert "it gave an empty answer." in page


def test_only_one_installation_runs_at_a_time(
    browser: Browser, tools: Toolbox, argosmodel: bytes
) -> None:
    let = threading.Event()

    def work(_progress: object) -> None:
        let.wait(10)
        raise ModelRefused("Enough.")

    tools.installer.start("a model", work)  # type: ignore[arg-type]
    second = browser.post("/models/upload", file=(BytesIO(argosmodel), "small.argosmodel"))
    let.set()
    tools.installer.wait()

    assert second.status_code == 409
    assert "Please wait until it is done." in second.text
    assert leftovers(tools) == []


def test_a_model_is_chosen_checked_and_removed(
    browser: Browser, tools: Toolbox, installed: None
) -> None:
    browser.post("/models/use", key="argos")
    chosen = tools.models.preferred()
    checked = browser.post("/models/argos/verify").text
    asked = browser.get("/models/argos/remove").text

    page = browser.post("/models/argos/remove").text

    assert chosen == "argos"
    assert "Argos en→zh 0.1 is whole." in checked
    assert "Yes, remove it" in asked
    assert "Argos en→zh 0.1 was removed." in page
    assert [model.kind for model in tools.models.list()] == ["builtin"]


def test_a_model_whose_files_changed_is_told_of(
    browser: Browser, tools: Toolbox, installed: None
) -> None:
    files = list((tools.settings.data / "models" / "argos").rglob("*.bin"))
    files[0].write_bytes(b"other")

    page = browser.post("/models/argos/verify")

    assert page.status_code == 422
    assert "is gone or has changed." in page.text


def test_the_built_in_model_cannot_be_removed(browser: Browser) -> None:
    page = browser.post("/models/builtin/remove")

    assert page.status_code == 422
    assert "The built-in model cannot be removed." in page.text


@pytest.mark.parametrize(
    "path", ["/models/none/verify", "/models/none/remove", "/models/download/x"]
)
def test_a_model_that_is_not_here_is_a_404(browser: Browser, path: str) -> None:
    assert browser.post(path).status_code == 404


def test_an_article_gets_its_own_engine_and_keeps_what_it_has(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    page = browser.post(f"/articles/{translated}/engine", key="builtin")

    card = library.get_card(tools, translated)
    assert (card.engine, card.waiting) == ("builtin", 0)
    assert "The choice is saved." in page.text


def test_what_no_person_touched_is_translated_again_on_request(
    browser: Browser, tools: Toolbox, translated: int
) -> None:
    with tools.database.reading() as session:
        rows = segments.rows(session, translated)
    asked = browser.get(f"/articles/{translated}/engine").text
    modelling_count = modelling.choice(tools, translated).untouched

    browser.post(f"/articles/{translated}/engine", key="", again="yes")

    with tools.database.reading() as session:
        after = segments.rows(session, translated)
    assert modelling_count == len(rows)
    assert "also translate again the 4 sentences" in asked
    assert {row.segment.status for row in after} == {Status.WAITING}


def test_a_removed_engine_is_forgotten_by_its_articles(
    browser: Browser, tools: Toolbox, installed: None, translated: int
) -> None:
    browser.post(f"/articles/{translated}/engine", key="argos")

    browser.post("/models/argos/remove")

    assert library.get_card(tools, translated).engine == ""


def test_an_engine_that_is_not_here_cannot_be_chosen(browser: Browser, translated: int) -> None:
    assert browser.post(f"/articles/{translated}/engine", key="none").status_code == 404


def test_the_page_speaks_chinese(browser: Browser) -> None:
    page = browser.get("/models", headers={"Accept-Language": "zh-CN"}).text

    text = re.sub(r"<pre.*?</pre>|<[^>]+>", "", page, flags=re.DOTALL)
    assert "翻译模型" in text
    assert "Install" not in text


def test_too_large_a_file_is_refused_with_the_limit_of_its_page(app: Flask) -> None:
    # The length alone is refused: nothing of the body is read.
    answers = {
        path: app.test_client().post(
            path,
            data=b"",
            content_type="multipart/form-data; boundary=x",
            environ_overrides={"CONTENT_LENGTH": str(500 * 1024 * 1024)},
        )
        for path in ("/models/upload", "/memory/import", "/articles")
    }

    said = [re.search(r"more than (\d+) MB", answer.text) for answer in answers.values()]
    assert [found and found[1] for found in said] == ["400", "100", "20"]
    assert {answer.status_code for answer in answers.values()} == {413}


def test_a_problem_with_the_engine_is_told_in_the_language_of_the_page(
    browser: Browser, tools: Toolbox, article: int
) -> None:
    problem = ModelRefused("There is no file {path}.", path="gemma.gguf")
    with tools.database.writing() as session:
        segments.take_lease(session, article, "worker")
        segments.end_lease(session, article, "worker", problem)
    chinese = {"Accept-Language": "zh-CN"}

    page = browser.get(f"/articles/{article}", headers=chinese)
    changes = browser.get(f"/articles/{article}/changes?since=0", headers=chinese)

    assert "没有文件 gemma.gguf。" in page.text
    assert changes.json is not None
    assert changes.json["problem"] == "没有文件 gemma.gguf。"
