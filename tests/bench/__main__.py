"""Measure: `make bench`, or `python -m tests.bench NAME …` for some of them.

Every module of this folder has a `run()` that prints its own rows. Figures depend on the machine:
compare only what one run printed side by side.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import platform
import sys
from pathlib import Path


def main() -> None:
    """Run the named measurements, or all of them."""
    found = sorted(
        module.name
        for module in pkgutil.iter_modules([str(Path(__file__).parent)])
        if not module.name.startswith("_")
    )
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    for name in sys.argv[1:] or found:
        print(f"\n== {name}")
        importlib.import_module(f"tests.bench.{name}").run()


if __name__ == "__main__":
    main()
