"""Take the pictures of the documentation: a scratch library with the sample article.

`python tools/screenshot.py [FOLDER] [--engine KEY]` writes them to docs/images. The translation
in them is what the engine really makes, the built-in one if none is named.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from reader.data import sample_article

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
MINUTE = 60_000
DESKTOP, TABLET, PHONE, TOUR = (1440, 900), (768, 1024), (360, 760), (1080, 760)


@contextmanager
def serving(engine: str) -> Iterator[str]:
    """The address of a server on a library of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "reader", "--data", folder, "serve", "--port", "0"]
        process = subprocess.Popen(
            [*command, *(["--engine", engine] if engine else [])],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://[^ ]+", line)
        assert found, f"the server did not say its address: {line!r}"
        try:
            yield found[0].rstrip("/")
        finally:
            process.terminate()
            process.wait()


@contextmanager
def page_of(
    browser: Browser,
    address: str,
    size: tuple[int, int],
    scheme: str = "light",
    pinyin: bool = False,
) -> Iterator[Page]:
    """A page of that size and look, with pinyin or without."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
    )
    choice = "on" if pinyin else "off"
    context.add_init_script(f"localStorage.setItem('duizhao.pinyin', '{choice}')")
    yield context.new_page()
    context.close()


def opened(page: Page, path: str) -> None:
    """Open an article and wait until the cards of its words are there."""
    with page.expect_response("**/words?*"):
        page.goto(path)


def overview(browser: Browser, address: str, folder: Path) -> None:
    """What it is: the library and the reading page, wide, middling and narrow, light and dark."""
    with page_of(browser, address, DESKTOP) as page:
        page.goto("/articles/1")
        page.wait_for_selector(
            "[data-progress][data-finished]", state="attached", timeout=MINUTE * 3
        )
        opened(page, "/articles/1")
        place = page.locator("#s5").bounding_box()
        assert place
        page.mouse.move(place["x"] + 300, place["y"] + 6)
        page.screenshot(path=folder / "reading.png")
        page.goto("/")
        page.screenshot(path=folder / "library.png")
    with page_of(browser, address, DESKTOP, "dark", pinyin=True) as page:
        opened(page, "/articles/1#s6")
        page.locator("#s6 .term").first.hover()
        page.wait_for_selector("[data-float]:not([hidden])")
        page.screenshot(path=folder / "reading-dark.png")
    with page_of(browser, address, TABLET) as page:
        opened(page, "/articles/1")
        page.screenshot(path=folder / "reading-tablet.png")
    with page_of(browser, address, PHONE, pinyin=True) as page:
        opened(page, "/articles/1#s6")
        page.screenshot(path=folder / "reading-phone.png")


def tour(browser: Browser, address: str, folder: Path) -> None:
    """A learner's five minutes, a picture for each step."""
    with page_of(browser, address, TOUR) as page:
        page.goto("/")
        page.get_by_label("The text of the article").fill(sample_article())
        page.screenshot(path=folder / "tour-1-add.png")
        opened(page, "/articles/1")
        page.get_by_text("Before reading").click()
        page.wait_for_selector("[data-first-words] li")
        page.screenshot(path=folder / "tour-2-before.png")
    with page_of(browser, address, TOUR, pinyin=True) as page:
        opened(page, "/articles/1#s5")
        page.locator("#s6 .zh ruby").nth(2).click()
        page.wait_for_selector("[data-float]:not([hidden])")
        page.screenshot(path=folder / "tour-3-word.png")
        page.get_by_role("button", name="Keep in my words").first.click()
        page.goto("/words")
        page.get_by_role("button", name="Practise", exact=True).click()
        page.get_by_role("button", name="Show the answer").click()
        page.screenshot(path=folder / "tour-5-practise.png")
    with page_of(browser, address, TOUR) as page:
        opened(page, "/articles/1?layout=interlinear#s5")
        page.wait_for_selector("#s6 .zh .cell")
        page.screenshot(path=folder / "tour-4-interlinear.png")


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--engine", default="")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        sys.exit("Chromium is not installed.")
    with serving(given.engine) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        overview(browser, address, given.folder)
        tour(browser, address, given.folder)
        browser.close()


if __name__ == "__main__":
    main()
