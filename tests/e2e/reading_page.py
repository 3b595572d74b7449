"""What the tests of the reading page's words share."""

from __future__ import annotations

from playwright.sync_api import Page


def opened(page: Page, path: str) -> None:
    """Open an article and wait until its words are there."""
    with page.expect_response("**/words?*"):
        page.goto(path)


def lit(page: Page, name: str) -> str:
    """The text that the browser paints as `word` or `partner`."""
    said = page.evaluate(
        "name => [...(CSS.highlights.get(name) ?? [])].map(range => range.toString()).join('|')",
        name,
    )
    return str(said)
