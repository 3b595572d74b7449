"""What can go wrong with a glossary, as sentences for people.

    GlossaryError
    └── UnreadableGlossary     the file is broken, unsafe, too big or of an unknown kind

The text of every error is fit to show to a teacher. `message` keeps `{name}` placeholders and
`values` their values, so that a translation can be looked up by the message.
"""

from __future__ import annotations


class GlossaryError(Exception):
    """The base of all errors of this library.

    >>> str(GlossaryError("Line {line} is broken.", line=3))
    'Line 3 is broken.'
    """

    exit_code = 2

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message


class UnreadableGlossary(GlossaryError):
    """The file is broken, unsafe, too big or of an unknown kind."""
