"""What can go wrong, as sentences for people.

    DuizhaoError
    ├── InputError                 the person gave something that cannot be used
    │   ├── EmptyInput             nothing to read in it
    │   ├── InputTooLarge          over a size limit
    │   ├── UnreadableFile         broken, binary, encrypted, no text, or of an unknown kind
    │   ├── NotEnglish             readable, but not English
    │   └── AddressRefused         a URL that is malformed, private, or of another scheme
    ├── FetchError                 the URL is fine, the network or the other server is not
    ├── NotFound                   no such article, segment, term, glossary or model here
    ├── Conflict                   somebody else changed it meanwhile
    ├── NotAllowed                 needs a role the person does not have
    ├── EngineError                a translation engine failed
    │   └── ModelMissing           the engine's model is not installed
    ├── ModelRefused               a model file that is broken, unsafe or for other languages
    └── SettingsError              a setting that cannot work

The text of every error is fit to show to a teacher: what happened and what to do. Messages are
English source strings; the web layer translates them. `message` keeps `{name}` placeholders and
`values` their values, so that a translation can be looked up by the message.
"""

from __future__ import annotations

import json


class DuizhaoError(Exception):
    """The base of all errors that are meant to be shown.

    >>> str(NotFound("There is no article number {number}.", number=99))
    'There is no article number 99.'
    """

    exit_code = 1

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message


class InputError(DuizhaoError):
    """The person gave something that cannot be used."""

    exit_code = 2


class EmptyInput(InputError):
    """There is nothing to read in it."""


class InputTooLarge(InputError):
    """It is over a size limit."""


class UnreadableFile(InputError):
    """It is broken, binary, encrypted, without text, or of an unknown kind."""


class NotEnglish(InputError):
    """It can be read, but it is not English."""


class AddressRefused(InputError):
    """The URL is malformed, private, or of another scheme than http and https."""


class FetchError(DuizhaoError):
    """The URL is fine, the network or the other server is not."""

    exit_code = 3


class NotFound(DuizhaoError):
    """There is no such thing here."""

    exit_code = 4


class Conflict(DuizhaoError):
    """Somebody else changed it meanwhile."""


class NotAllowed(DuizhaoError):
    """It needs a role that the person does not have."""


class EngineError(DuizhaoError):
    """A translation engine failed."""

    exit_code = 5


class ModelMissing(EngineError):
    """The model of the engine is not installed."""


class ModelRefused(DuizhaoError):
    """A model file is broken, unsafe, or for other languages."""

    exit_code = 2


class SettingsError(DuizhaoError):
    """A setting cannot work."""

    exit_code = 2


def as_text(error: DuizhaoError | None) -> str:
    """An error as text that is stored, so that it can be told in any language; "" for none.

    >>> from_text(as_text(NotFound("There is no {name}.", name="x"))).values
    {'name': 'x'}
    """
    if error is None:
        return ""
    values = {
        name: value if isinstance(value, int) else str(value)
        for name, value in error.values.items()
    }
    return json.dumps({"message": error.message, "values": values}, ensure_ascii=False)


def from_text(text: str) -> DuizhaoError | None:
    """The error that was stored; text that is none, as older rows have it, is its message."""
    if not text:
        return None
    try:
        stored = json.loads(text)
        return DuizhaoError(stored["message"], **stored["values"])
    except (ValueError, KeyError, TypeError):
        return DuizhaoError(text)
