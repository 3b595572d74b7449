"""`duizhao clean` on bad input: an exit code of 2 and one sentence for each, no traceback."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdf
import pytest

from tests.unit.cli.conftest import Run

CHINESE = "中国国家主席习近平同美国总统特朗普通电话。"
ARTICLE = "The two ministers signed the agreement on Friday, after nine days of talks by the lake."


def scanned_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        pytest.param("a.txt", b"", "The file is empty.", id="empty"),
        pytest.param("a.txt", b" \r\n\t \xc2\xa0 \n", "no text", id="white space"),
        pytest.param("a.txt", b"word " * 1_000_000, "The text is too long", id="five megabytes"),
        pytest.param("a.pdf", scanned_pdf(), "pictures of pages", id="scanned pdf"),
        pytest.param("a.docx", b"PK\x03\x04 broken", "broken", id="broken docx"),
        pytest.param("b.docx", b"no zip at all", "broken", id="no docx at all"),
        pytest.param("a.html", b"<div>" * 300_000 + b"x", "nested too deeply", id="html bomb"),
        pytest.param("a.txt", b"A deal\0 was made.", "NUL", id="nul bytes"),
        pytest.param(
            "a.txt", f"{ARTICLE} ".encode() + b"\xed\xa0\x80 end.", "broken char", id="surrogate"
        ),
        pytest.param(
            "a.txt",
            CHINESE.encode() * 9,
            "Chinese",
            id="chinese",
        ),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n\0\0\0", "picture", id="picture"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_sentence(
    run: Run, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    result = run("clean", str(path), "--json")

    assert (result.code, result.out) == (2, "")
    assert sentence in " ".join(result.err.split())
    assert "Traceback" not in result.err


def test_a_file_of_60_megabytes_is_refused_without_being_read_whole(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024)

    result = run("clean", str(path), "--json")

    assert (result.code, result.out) == (2, "")
    assert "20 MB" in result.err


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        pytest.param("http://127.0.0.1/", "private network", id="loopback"),
        pytest.param("http://[::1]:8000/a", "private network", id="loopback of IPv6"),
        pytest.param("http://169.254.169.254/latest", "private network", id="link local"),
        pytest.param("HTTP://127.0.0.1/", "private network", id="capital letters"),
        pytest.param("ftp://example.com/a.txt", "http", id="another scheme"),
        pytest.param("file:///etc/passwd", "http", id="a file"),
    ],
)
def test_an_address_that_is_not_opened_says_why(run: Run, url: str, sentence: str) -> None:
    result = run("clean", url, "--json")

    assert (result.code, result.out) == (2, "")
    assert sentence in " ".join(result.err.split())


def test_a_file_that_is_not_there_and_a_folder_say_so(run: Run, tmp_path: Path) -> None:
    missing = run("clean", str(tmp_path / "missing.txt"), "--json")
    folder = run("clean", str(tmp_path), "--json")

    assert "cannot be read" in " ".join(missing.err.split())
    assert "cannot be read" in " ".join(folder.err.split())
    assert missing.code != 0
    assert folder.code != 0


def test_every_word_of_a_paste_is_in_the_json(run: Run) -> None:
    page = f"Menu\nA deal by the lake at last\nBy Jane Doe\nJune 6, 2025\n{ARTICLE} It held.\n"

    facts = json.loads(run("clean", "-", "--json", given=page).out)

    parts = [facts["title"], facts["byline"], facts["date"]]
    parts += [block["text"] for block in facts["blocks"]]
    parts += [cut["text"] for cut in facts["dropped"]]
    assert sorted(" ".join(parts).split()) == sorted(page.split())
    assert facts["blocks"][0]["sentences"] == [ARTICLE, "It held."]
