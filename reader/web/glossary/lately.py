"""The glossary in which a person worked lately: there new terms go unless another is named."""

from __future__ import annotations

from flask import session

from reader.services import glossary
from reader.store.glossaries import GlossaryCard
from reader.web.context import toolbox
from reader.web.texts import gettext as _

_KEY = "glossary"


def work_in(glossary_id: int) -> None:
    """Remember that the person works in this glossary."""
    session[_KEY] = glossary_id


def worked_in() -> int:
    """The number of the glossary in which the person worked lately, 0 where there is none."""
    found = session.get(_KEY, 0)
    return found if isinstance(found, int) else 0


def own() -> GlossaryCard:
    """The glossary to which a new term goes; a first one is made where there is none."""
    return glossary.own(toolbox(), _("My glossary"), worked_in())


def name() -> str:
    """What the glossary to which a new term goes is called."""
    found = glossary.goal(toolbox(), worked_in())
    if found is None:
        return _("My glossary")
    return _("Diplomacy") if found.shipped else found.name
