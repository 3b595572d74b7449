"""Who may change what: the one gate that every changing request passes.

Today everyone who reaches the server is its teacher. Sign-in will change `everyone_teaches`,
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum

from flask import Flask, request

from reader.errors import NotAllowed

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Role(IntEnum):
    """What a person may do; a higher role may do all that a lower one may."""

    READER = 0
    TEACHER = 1


# Every endpoint that changes something, and the role it needs. One that is not here is refused.
NEEDS: Mapping[str, Role] = {
    "glossary.accept": Role.TEACHER,
    "glossary.add": Role.TEACHER,
    "glossary.add_somewhere": Role.TEACHER,
    "glossary.apply": Role.TEACHER,
    "glossary.choose": Role.TEACHER,
    "glossary.create": Role.TEACHER,
    "glossary.delete": Role.TEACHER,
    "glossary.many": Role.TEACHER,
    "glossary.remove": Role.TEACHER,
    "glossary.rename": Role.TEACHER,
    "glossary.save": Role.TEACHER,
    "glossary.undo": Role.TEACHER,
    "glossary.upload": Role.TEACHER,
    "library.add": Role.TEACHER,
    "library.delete": Role.TEACHER,
    "library.restore": Role.TEACHER,
    "models.choose": Role.TEACHER,
    "models.download": Role.TEACHER,
    "models.remove": Role.TEACHER,
    "models.seen": Role.TEACHER,
    "models.upload": Role.TEACHER,
    "models.use": Role.TEACHER,
    "models.verify": Role.TEACHER,
    "mywords.anki": Role.READER,
    "reading.put_back": Role.TEACHER,
    "reading.retry": Role.TEACHER,
    "site.language": Role.READER,
    "teaching.again": Role.TEACHER,
    "teaching.approve": Role.TEACHER,
    "teaching.approve_all": Role.TEACHER,
    "teaching.bring_back": Role.TEACHER,
    "teaching.bring_memory": Role.TEACHER,
    "teaching.forget_correction": Role.TEACHER,
    "teaching.forget_memory": Role.TEACHER,
    "teaching.save": Role.TEACHER,
    "teaching.save_correction": Role.TEACHER,
    "teaching.take_back": Role.TEACHER,
}

Who = Callable[[], Role]


def everyone_teaches() -> Role:
    """The role of whoever sent this request."""
    return Role.TEACHER


def check(endpoint: str, role: Role) -> None:
    """Raise `NotAllowed` where `role` may not use a changing endpoint."""
    needed = NEEDS.get(endpoint)
    if needed is None or role < needed:
        raise NotAllowed("Only a teacher can do this.")


def install(app: Flask, who: Who) -> None:
    """Let every changing request of the application pass through `check`."""

    def gate() -> None:
        if request.method not in SAFE and request.endpoint is not None:
            check(request.endpoint, who())

    app.before_request(gate)
