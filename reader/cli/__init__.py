"""The command line: `duizhao …`."""

from reader.cli.app import main

__all__ = ["main"]
