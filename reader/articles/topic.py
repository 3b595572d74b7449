"""What an article is about: its content words, against which a line can be held."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{3,}")
# Letters. "factory" and "factories", "China" and "Chinese" share so many: a stem that needs no
# dictionary (truncation stemming, as in early retrieval systems).
_STEM = 5
_EMPTY = frozenset(
    """the and for but not are was has had his her him its our out off new one two six ten she
    you who how why can may all any now day see say get got did yes too own per via let set
    way use put about above according across after again against ahead almost along already
    also although always among another anyone around asked away back because been before began
    behind being below between beyond both came come comes could days does doing done down
    during each early either else enough even ever every everything first five following four
    from gets give given goes going good great half have having help here hers herself himself
    however inside instead into itself just keep kept know known last late later least left
    less like likely little long longer look looks made make makes making many meanwhile might
    more most much must near need needs never news next nine nothing often once only other
    others ours over people perhaps quite read really same says said seen several shall should
    since some someone something soon still such take taken takes than that their them
    themselves then there these they thing things think this those though three through times
    today told took toward towards under until upon used using very want wants week weeks well
    went were what when where whether which while whom whose will with within without work
    world would year years your yours yourself""".split()  # noqa: SIM905
)


class Topic:
    """The content words of a text, as stems."""

    def __init__(self, text: str) -> None:
        self._stems = _stems(text)

    @property
    def size(self) -> int:
        """The number of different content words."""
        return len(self._stems)

    def share(self, text: str) -> float:
        """Return which part of a text's content words the article has too, from 0 to 1.

        >>> Topic("The factories in Shaoxing make umbrellas.").share("A factory of umbrellas")
        1.0
        """
        stems = _stems(text)
        return len(stems & self._stems) / len(stems) if stems else 0.0


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _EMPTY}
