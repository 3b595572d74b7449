"""The language that a file speaks about itself: its headings, labels and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A language and its messages.

    `language` is its BCP 47 tag. `lookup` returns an English message in that language; the
    exports know no catalog, so whoever asks for a file brings one.
    """

    language: str = "en"
    lookup: Callable[[str], str] = str

    def gettext(self, message: str, **values: object) -> str:
        """Return the message in this language, its `%(name)s` filled from `values`.

        >>> Wording().gettext("Engine: %(engines)s", engines="Argos")
        'Engine: Argos'
        """
        said = self.lookup(message)
        return said % values if values else said


ENGLISH = Wording()
