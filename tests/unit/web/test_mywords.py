"""My words, as far as the server knows of them: the page, and the Anki deck it makes."""

from __future__ import annotations

import hashlib
import io
import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from reader.errors import InputError
from reader.toolbox import Toolbox
from reader.web.app import HERE
from reader.web.mywords.form import MOST_WORDS, TEXTS, words_of
from tests.unit.web.conftest import Browser

WORD = {
    "id": "word:合作:1x",
    "kind": "word",
    "chinese": "合作",
    "pinyin": "hézuò",
    "english": "to cooperate",
    "sentence_zh": "双方继续合作。",
    "sentence_en": "The two sides go on cooperating.",
    "gap": "双方继续＿＿＿。",
    "hint": "The two sides go on cooperating.",
    "article": "Talks resume in Geneva",
}


def token(browser: Browser) -> str:
    found = re.search(r'data-token="([^"]+)"', browser.get("/words").text)
    assert found
    return found[1]


def ask_for_deck(browser: Browser, sent: Any) -> TestResponse:
    headers = {"X-CSRFToken": token(browser)}
    return browser.client.post("/words/anki", json=sent, headers=headers)


def notes(answer: TestResponse) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        data = package.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(data)
        return collection.execute("SELECT guid, flds FROM notes").fetchall()


def test_the_page_knows_the_articles_that_words_may_come_from(
    browser: Browser, article: int
) -> None:
    page = browser.get("/words").text

    assert f'href="/articles/{article}" data-article="{article}"' in page
    assert "Talks resume in Geneva" in page


def test_every_page_leads_to_my_words(browser: Browser, article: int) -> None:
    for path in ("/", f"/articles/{article}", "/words", "/nowhere"):
        assert 'href="/words"' in browser.get(path).text


def test_scripts_find_every_sentence_that_they_say(browser: Browser) -> None:
    page = browser.get("/words").text
    scripts = [path.read_text("utf-8") for path in (HERE / "static/js/mywords").glob("*.js")]
    said = {key for script in scripts for key in re.findall(r'\bsay\(\s*"([\w-]+)"', script)}
    reasons = {key for script in scripts for key in re.findall(r'BadFile\("([\w-]+)"', script)}

    assert len(said) > 15
    for key in said | reasons:
        assert f'data-key="{key}"' in page, key


def test_the_values_of_sentences_are_left_for_the_script(browser: Browser) -> None:
    for language in ("en", "zh-CN"):
        page = browser.get("/words", headers={"Accept-Language": language}).text
        texts = page.partition("<template data-texts>")[2].partition("</template>")[0]

        assert "{count}" in texts
        assert "%(" not in texts


def test_the_deck_holds_the_words_that_were_sent(browser: Browser) -> None:
    answer = ask_for_deck(browser, {"words": [WORD]})

    assert answer.status_code == 200
    assert "duizhao-my-words.apkg" in answer.headers["Content-Disposition"]
    ((_, fields),) = notes(answer)
    assert fields.split("\x1f")[:3] == ["合作", "hézuò", "to cooperate"]


def test_a_deck_needs_the_token_of_the_page(browser: Browser) -> None:
    answer = browser.client.post("/words/anki", json={"words": [WORD]})

    assert answer.status_code == 400


def test_nothing_of_the_words_stays_on_the_server(browser: Browser, tools: Toolbox) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in tools.settings.data.rglob("*.sqlite3")}

    before = files()

    assert ask_for_deck(browser, {"words": [WORD]}).status_code == 200

    assert files() == before


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param({"words": []}, 422, id="no words"),
        pytest.param({"words": {"a": 1}}, 422, id="not a list"),
        pytest.param([WORD], 422, id="no object"),
        pytest.param(None, 422, id="null"),
        pytest.param({"words": ["合作"]}, 422, id="words that are texts"),
        pytest.param({"words": [{**WORD, "id": ""}]}, 422, id="no id"),
        pytest.param({"words": [{**WORD, "pinyin": 3}]}, 422, id="a number for a text"),
        pytest.param({"words": [{**WORD, "gap": "x" * 5000}]}, 422, id="endless text"),
        pytest.param({"words": [WORD] * (MOST_WORDS + 1)}, 413, id="too many"),
    ],
)
def test_what_is_no_list_of_words_is_refused_with_a_sentence(
    browser: Browser, sent: Any, status: int
) -> None:
    answer = ask_for_deck(browser, sent)

    assert answer.status_code == status
    assert re.search(r'class="trouble-said">[^<]{20,}<', answer.text)


def test_a_word_needs_one_language_only() -> None:
    (word,) = words_of({"words": [{"id": "x", "chinese": "合作"}]})

    assert word.chinese == "合作"
    assert word.english == ""
    with pytest.raises(InputError):
        words_of({"words": [{**dict.fromkeys(TEXTS, ""), "id": "x"}]})


def test_code_of_others_is_what_its_list_says_with_its_licence() -> None:
    vendor = HERE / "static" / "vendor"
    listed = (vendor / "README.md").read_text("utf-8")

    for path in vendor.glob("*.js"):
        assert path.with_suffix(".LICENSE").read_text("utf-8").startswith("MIT License")
        assert hashlib.sha256(path.read_bytes()).hexdigest() in listed
