"""The diplomatic glossary that ships with the library."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from glossary.formats import csv
from glossary.term import Term


@lru_cache(maxsize=1)
def shipped() -> tuple[Term, ...]:
    """The terms of `glossary/data/diplomatic.csv`, in its order.

    What was corrected in it against its sources, and why, stands in `glossary/data/README.md`.
    """
    return csv.read(files("glossary.data").joinpath("diplomatic.csv").read_bytes()).terms
