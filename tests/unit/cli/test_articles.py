"""`duizhao add`, `list`, `clean`, `translate`, `typeset`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.data import sample_article
from tests.unit.cli.conftest import Run

PAGE = "Talks resume\n\nThe officials met on Monday. They agreed on win-win cooperation.\n"


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_clean_prints_what_cleaning_made_of_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_text(sample_article(), encoding="utf-8")

    facts = json.loads(run("clean", str(path), "--json").out)

    assert facts["title"].startswith("Opportunities and concerns")
    assert (facts["byline"], facts["date"]) == ("Xu Tianqi", "")
    kinds = [block["kind"] for block in facts["blocks"]]
    assert {kind: kinds.count(kind) for kind in kinds} == {"caption": 3, "note": 1, "paragraph": 12}
    assert [piece["text"] for piece in facts["dropped"]][-1] == "Search Trends"
    for block in facts["blocks"]:
        assert " ".join(block["sentences"]) == block["text"]


def test_an_added_article_is_listed(run: Run, page: str) -> None:
    added = run("add", page)
    listed = run("list", "--json")

    titles = [card["title"] for card in json.loads(listed.out)]
    assert added.code == 0
    assert "Talks resume" in titles


def test_an_article_is_added_from_standard_input(run: Run) -> None:
    result = run("add", "-", given=PAGE)

    assert (result.code, "Talks resume" in result.out) == (0, True)


def test_adding_the_same_text_again_says_so(run: Run, page: str) -> None:
    run("add", page)

    again = run("add", page)

    assert "In the library already" in again.out


def test_translate_writes_every_segment_as_json(run: Run, page: str, tmp_path: Path) -> None:
    target = tmp_path / "out.json"

    result = run("translate", page, "--to", str(target))

    segments = json.loads(target.read_text(encoding="utf-8"))["segments"]
    assert result.code == 0
    assert [segment["source"] for segment in segments] == [
        "Talks resume",
        "The officials met on Monday.",
        "They agreed on win-win cooperation.",
    ]
    assert "合作共赢" in segments[2]["target"]
    assert {"engine", "status", "issues", "links"} <= set(segments[0])


@pytest.mark.parametrize(
    ("suffix", "beginning"),
    [
        pytest.param("html", b"<!doctype html>", id="a page of its own"),
        pytest.param("tsv", b"\xef\xbb\xbf", id="a table that Excel reads"),
        pytest.param("docx", b"PK", id="a Word document"),
        pytest.param("epub", b"PK", id="a book"),
        pytest.param("tmx", b"<?xml", id="a translation memory"),
    ],
)
def test_translate_writes_what_the_name_of_the_file_says(
    run: Run, page: str, tmp_path: Path, suffix: str, beginning: bytes
) -> None:
    target = tmp_path / f"out.{suffix}"

    result = run("translate", page, "--to", str(target))

    assert result.code == 0
    assert target.read_bytes()[: len(beginning)].lower() == beginning.lower()


def test_translate_prints_pairs(run: Run, page: str) -> None:
    result = run("translate", page)

    assert "They agreed on win-win cooperation." in result.out
    assert "合作共赢" in result.out


def test_typeset_sets_lines_as_printed_chinese(run: Run) -> None:
    result = run("typeset", given='你好,世界.\n1,000人说:"是的"\n')

    assert result.out == "你好，世界。\n1,000人说：“是的”\n"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        pytest.param(["clean", "nowhere.txt"], 4, "cannot be read", id="no such file"),
        pytest.param(["add", "http://127.0.0.1/"], 2, "private network", id="a private address"),
        pytest.param(["clean", "-"], 2, "empty", id="nothing given"),
        pytest.param(["clean"], 2, "Missing argument", id="a word is missing"),
        pytest.param(["translate", "-", "--to", "x.xyz"], 4, "xyz", id="an unknown kind"),
        pytest.param(["models", "use", "nothing"], 4, "nothing", id="an unknown model"),
        pytest.param(["models", "install", "no.argosmodel"], 4, "no.argosmodel", id="no model"),
    ],
)
def test_a_mistake_gets_one_sentence_and_its_exit_code(
    run: Run, words: list[str], code: int, sentence: str
) -> None:
    result = run(*words)

    assert result.code == code
    assert sentence in result.err.replace("\n", " ")
    assert "Traceback" not in result.err


def test_models_are_listed_with_the_one_in_use(run: Run) -> None:
    result = run("models", "list")

    assert "builtin" in result.out


def test_glossary_matches_are_one_json_list_a_line(run: Run) -> None:
    given = "A trade war.\nNothing here.\n"

    lines = run("glossary", "match", "-", "--json", given=given).out.splitlines()

    found = [json.loads(line) for line in lines]
    assert found == [
        [{"start": 2, "end": 11, "surface": "trade war", "en": "trade war", "zh": "贸易战"}],
        [],
    ]
