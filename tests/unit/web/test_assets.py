"""Style sheets and modules in few requests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.web.assets import imported, whole_sheet
from tests.unit.web.conftest import Browser


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_a_sheet_is_sent_with_those_that_it_imports_in_their_order(tmp_path: Path) -> None:
    folder = written(
        tmp_path, all_css='@import "a.css";\n@import "b.css";\n', a_css="a {}\n", b_css="b {}\n"
    )

    assert whole_sheet(folder / "all.css").split() == ["a", "{}", "b", "{}"]


def test_an_import_for_one_medium_holds_only_there(tmp_path: Path) -> None:
    folder = written(tmp_path, all_css='@import "p.css" print;\n', p_css="p {}\n")

    assert whole_sheet(folder / "all.css") == "@media print {\np {}\n}\n"


def test_modules_are_found_through_one_another_and_once(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        main_js='import { a } from "./a.js";\nimport {\n  b,\n} from "./b.js";\n'
        'import("./c.js");\n',
        a_js='import { b } from "./b.js";\n',
        b_js="export const b = 1;\n",
        c_js="",
    )

    assert {path.name for path in imported(folder / "main.js")} == {"a.js", "b.js"}


def test_the_reading_page_names_every_module_and_few_sheets(
    browser: Browser, translated: int
) -> None:
    page = browser.get(f"/articles/{translated}").text

    preloaded = re.findall(r'<link rel="modulepreload" href="([^"]+)"', page)
    assert any(name.endswith("/reading/words.js") for name in preloaded)
    assert all(browser.get(name).status_code == 200 for name in preloaded)
    assert len(re.findall(r'<link rel="stylesheet"', page)) == 2


def test_sheets_are_kept_for_good_and_hold_their_parts(browser: Browser) -> None:
    address = re.search(r'href="(/static/[^"]+base\.css)"', browser.get("/").text)
    assert address

    answer = browser.get(address[1])

    assert answer.mimetype == "text/css"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "@import" not in answer.text
    assert "--paper" in answer.text


@pytest.mark.parametrize("name", ["none", "../js/boot", "../../templates/base"])
def test_what_is_no_sheet_is_a_404(browser: Browser, name: str) -> None:
    address = re.search(r'href="(/static/[^"]+/css/)base\.css"', browser.get("/").text)
    assert address

    assert browser.get(f"{address[1]}{name}.css").status_code == 404
