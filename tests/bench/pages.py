"""The reading page of a 300-sentence article: time to build it, its size, memory while reading."""

from __future__ import annotations

import gzip
import resource
import statistics
import tempfile
import time
from pathlib import Path

from reader.services import terms
from reader.toolbox import for_tests
from reader.web import create_app
from tests.bench._long import add_long

SENTENCES = 300
VIEWS = 200


def run() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        tools = for_tests(Path(folder))
        terms.renew_shipped(tools)
        number = add_long(tools, SENTENCES)
        client = create_app(tools).test_client()
        times = []
        for _ in range(VIEWS):
            start = time.perf_counter()
            page = client.get(f"/articles/{number}")
            times.append(1000 * (time.perf_counter() - start))
        cuts = statistics.quantiles(times[1:], n=20)
        print(f"first view {times[0]:.0f} ms, then median {cuts[9]:.0f} ms, 95th {cuts[18]:.0f} ms")
        print(f"{len(page.data) / 1000:.0f} kB, {len(gzip.compress(page.data)) / 1000:.0f} kB gzip")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process, no model loaded: {peak:.0f} MB")
