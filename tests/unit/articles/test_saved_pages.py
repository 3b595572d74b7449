"""Web pages saved as files, built as such sites build them, become clean articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import article_from_file
from tests.unit.articles.test_clean import as_text

PAGES = sorted((Path(__file__).parent / "saved").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_saved_page_becomes_the_article_that_a_person_would_cut_out(path: Path) -> None:
    article = article_from_file(path.name, path.read_bytes())

    assert as_text(article) == path.with_suffix(".expected").read_text("utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_a_browser_does_not_show_is_not_read(path: Path) -> None:
    text = as_text(article_from_file(path.name, path.read_bytes()))

    assert "nobody sees" not in text
    assert "opens in new tab" not in text
    assert "LOGO" not in text
