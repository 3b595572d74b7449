"""The reading page in Chromium on a CPU four times as slow: when it answers, how it scrolls."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from reader.services import terms
from reader.toolbox import for_tests
from tests import servers
from tests.bench._long import add_long

LENGTHS = (300, 5000)
VISITS = 5
SLOWER = 4
SCREENS = 30

# Sums up a visit when the page has come to rest: milliseconds from the click, and bytes sent.
VISIT = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const sent = performance.getEntriesByType('resource').concat(page);
  return {
    interactive: page.domInteractive,
    scripts: page.domContentLoadedEventEnd,
    paint: paint.startTime,
    kilobytes: sent.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
    nodes: document.getElementsByTagName('*').length,
  };
}"""
# Scrolls a screen at a time and returns how long each frame took.
SCROLL = """screens => new Promise(resolve => {
  const frames = [];
  let last = performance.now();
  requestAnimationFrame(function frame(now) {
    frames.push(now - last);
    last = now;
    if (frames.length > screens) return resolve(frames.slice(1));
    scrollBy({ top: innerHeight * 0.8, behavior: 'instant' });
    return requestAnimationFrame(frame);
  });
})"""


def run() -> None:
    """Print the medians of some visits for each length of article."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        numbers = _library(data)
        with servers.serving(data) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--headless=new", "--no-sandbox", "--disable-gpu"],
            )
            for length, number in numbers.items():
                visits = []
                for _ in range(VISITS):
                    context = browser.new_context(viewport={"width": 1280, "height": 800})
                    visits.append(_visit(context, f"{address.rstrip('/')}/articles/{number}"))
                    context.close()
                _print(length, visits)
            browser.close()


def _library(data: Path) -> dict[int, int]:
    """A library with an article of each length, and their numbers."""
    data.mkdir()
    tools = for_tests(data)
    terms.renew_shipped(tools)
    numbers = {length: add_long(tools, length) for length in LENGTHS}
    tools.database.close()
    return numbers


def _visit(context: BrowserContext, address: str) -> dict[str, float]:
    """One visit with an empty cache, on a slow CPU."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(
        """window.tasks = [];
        new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => e.duration)))
          .observe({ type: 'longtask', buffered: true });"""
    )
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")
    found: dict[str, Any] = page.evaluate(VISIT)
    found["longest"] = page.evaluate("Math.max(0, ...tasks)")
    frames = page.evaluate(SCROLL, SCREENS)
    return {**found, "frame": statistics.median(frames), "slowest": max(frames)}


def _print(length: int, visits: list[Mapping[str, float]]) -> None:
    middle = {key: statistics.median(visit[key] for visit in visits) for key in visits[0]}
    print(
        f"{length} sentences: first paint {middle['paint']:.0f} ms, interactive"
        f" {middle['interactive']:.0f} ms, scripts done {middle['scripts']:.0f} ms, longest task"
        f" {middle['longest']:.0f} ms; {middle['kilobytes']:.0f} kB sent,"
        f" {middle['nodes']:.0f} elements; a screen further takes {middle['frame']:.0f} ms,"
        f" at worst {middle['slowest']:.0f} ms"
    )
