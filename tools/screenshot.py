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

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
MINUTE = 60_000
DESKTOP, TABLET, PHONE = (1440, 900), (768, 1024), (360, 760)


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


def take(browser: Browser, address: str, folder: Path) -> None:
    """Take every picture."""
    with page_of(browser, address, DESKTOP) as page:
        page.goto("/articles/1")
        page.wait_for_selector(
            "[data-progress][data-finished]", state="attached", timeout=MINUTE * 3
        )
        page.reload()
        place = page.locator("#s5").bounding_box()
        assert place
        page.mouse.move(place["x"] + 300, place["y"] + 6)
        page.screenshot(path=folder / "reading.png")
        page.goto("/")
        page.screenshot(path=folder / "library.png")
    with page_of(browser, address, DESKTOP, "dark", pinyin=True) as page:
        page.goto("/articles/1#s6")
        page.locator("#s6 .term").first.hover()
        page.wait_for_selector("[data-float]:not([hidden])")
        page.screenshot(path=folder / "reading-dark.png")
    with page_of(browser, address, TABLET) as page:
        page.goto("/articles/1")
        page.screenshot(path=folder / "reading-tablet.png")
    with page_of(browser, address, PHONE, pinyin=True) as page:
        page.goto("/articles/1#s6")
        page.screenshot(path=folder / "reading-phone.png")


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
        take(browser, address, given.folder)
        browser.close()


if __name__ == "__main__":
    main()
