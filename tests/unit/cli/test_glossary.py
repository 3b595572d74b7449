"""`duizhao glossary …` as a person or a script runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reader.cli.app import app
from reader.errors import DuizhaoError, InputError, NotFound, UnreadableFile

TABLE = "en,zh\nmonthly round,月度会谈\nquarterly round,季度会谈\n,空\n"


def run(data: Path, *arguments: str, text: str | None = None) -> Result:
    """Run the command on the library in `data`."""
    return CliRunner().invoke(app, ["--data", str(data), "glossary", *arguments], input=text)


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "terms.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def test_an_import_shows_its_preview_and_writes_nothing_without_a_yes(
    tmp_path: Path, table: str
) -> None:
    asked = run(tmp_path, "import", table, "--glossary", "Class 7", text="n\n")
    listed = run(tmp_path, "list")

    assert asked.exit_code == 1
    assert "line 4: There is no English in this line." in asked.output
    assert "Class 7" not in listed.output


@pytest.mark.parametrize(("options", "text"), [(["--yes"], None), ([], "y\n")], ids=["flag", "key"])
def test_an_import_writes_after_a_yes(
    tmp_path: Path, table: str, options: list[str], text: str | None
) -> None:
    done = run(tmp_path, "import", table, "--glossary", "Class 7", *options, text=text)

    assert done.exit_code == 0
    assert "Class 7: 2" in run(tmp_path, "list").output


def test_importing_twice_changes_nothing(tmp_path: Path, table: str) -> None:
    run(tmp_path, "import", table, "--glossary", "Class 7", "--yes")

    again = run(tmp_path, "import", table, "--glossary", "Class 7")

    assert again.exit_code == 0
    assert "There is nothing to import." in again.output


@pytest.mark.parametrize("suffix", ["csv", "tsv", "xlsx", "tbx"])
def test_what_is_exported_comes_back_the_same(tmp_path: Path, table: str, suffix: str) -> None:
    file = str(tmp_path / f"out.{suffix}")
    run(tmp_path, "import", table, "--glossary", "Class 7", "--yes")
    run(tmp_path, "export", "--glossary", "Class 7", "--to", file)

    back = run(tmp_path, "import", file, "--glossary", "Copy", "--yes")
    other = str(tmp_path / f"other.{suffix}")
    run(tmp_path, "export", "--glossary", "Copy", "--to", other)

    assert back.exit_code == 0
    assert "Copy: 2" in run(tmp_path, "list").output
    if suffix != "xlsx":
        assert Path(other).read_bytes() == Path(file).read_bytes()


def test_imported_terms_are_matched(tmp_path: Path, table: str) -> None:
    run(tmp_path, "import", table, "--glossary", "Class 7", "--yes")
    text = tmp_path / "text.txt"
    text.write_text("The monthly rounds ended.\nNothing here.\n", encoding="utf-8")

    found = run(tmp_path, "match", str(text), "--json", "--glossary", "Class 7")

    first, second = map(json.loads, found.output.splitlines())
    assert [(match["surface"], match["zh"]) for match in first] == [("monthly rounds", "月度会谈")]
    assert second == []


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        pytest.param(["export", "--glossary", "None", "--to", "x.csv"], NotFound, id="glossary"),
        pytest.param(["export", "--glossary", "Diplomacy", "--to", "x.doc"], InputError, id="kind"),
        pytest.param(["import", "missing.csv", "--glossary", "A"], NotFound, id="file"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    tmp_path: Path, arguments: list[str], kind: type[DuizhaoError]
) -> None:
    failed = run(tmp_path, *arguments)

    assert isinstance(failed.exception, kind)


def test_a_file_that_is_no_glossary_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.7")

    failed = run(tmp_path, "import", str(path), "--glossary", "A", "--yes")

    assert isinstance(failed.exception, UnreadableFile)
