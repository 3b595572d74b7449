"""Make a language model write a glossary rendering that it left out.

A greedy answer says, for each of its tokens, what else the model might have written there. Where
the first token of the missing rendering is among those, the answer forks: it is kept up to that
place, the rendering is written, and the model goes on from there. That reads far better than a
grammar that lets the term come anywhere: the term stands where the model itself would put it.
The grammar is the last resort. Pure functions, no model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary import abbreviated
from reader.translation.engine import Hint
from reader.translation.llama import Token

_QUOTES = re.compile(r"[\s“”‘’\"'「」『』《》·]")
_OFFICE = re.compile(
    r"(?i)\b(?:president|premier|minister|secretary|chancellor|king|queen|chair(?:man|woman|person)?"
    r"|ceo|chief executive(?: officer)?|director|governor|mayor|ambassador|spokes\w+|leader)$"
)
_BESIDE = 2  # characters between an office and its name: ", "
_FAR = 20  # characters between two terms that do not belong together
_LOOP = re.compile(r"([^\W\d_])\1{3,}|(.{2,12}?)\2{2,}|([^，。、]{4,})[，、的“”和]{0,3}\3")


def missing(text: str, hints: Iterable[Hint]) -> tuple[Hint, ...]:
    """Return the hints of which neither the target nor an accepted form stands in *text*.

    Spaces and quotation marks make no difference, and a country may be one character.
    """
    bare = _QUOTES.sub("", text)
    return tuple(
        hint
        for hint in hints
        if not any(_QUOTES.sub("", form) in bare for form in (hint.target, *hint.accepted))
        and abbreviated(bare, hint.target) is None
    )


def misplaced(text: str, hint: Hint, hints: Iterable[Hint]) -> bool:
    """Return whether *hint*, an office, stands in *text* before the name of another person.

    That is a name among the *hints* which the office does not stand beside in the source.
    """
    if not _OFFICE.search(hint.source):
        return False
    for other in hints:
        if other is hint or not other.source[:1].isupper():
            continue
        beside = min(abs(other.start - hint.end), abs(hint.start - other.end)) <= _BESIDE
        written = any(hint.target + form in text for form in (other.target, *other.accepted))
        if written and not beside:
            return True
    return False


def crowded(text: str, hint: Hint, hints: Iterable[Hint]) -> bool:
    """Return whether *hint* stands in *text* right beside a rendering that it is far from.

    Two names from two ends of the English, 坦桑尼亚肯尼亚, say something else together.
    """
    for other in hints:
        far = max(other.start - hint.end, hint.start - other.end) > _FAR
        beside = (hint.target + other.target, other.target + hint.target)
        if far and any(both in text for both in beside):
            return True
    return False


def loops(text: str) -> bool:
    """Return whether *text* says the same thing over and over."""
    return bool(_LOOP.search(text))


@dataclass(frozen=True, slots=True)
class Fork:
    """A place to force a hint: the tokens before it, and how good the place looks.

    `chance` is the log-probability of the rendering's first token there, `fit` says how well the
    rendering as such would stand there, in the same unit.
    """

    tokens: tuple[Token, ...]
    hint: Hint
    chance: float
    fit: float

    @property
    def before(self) -> str:
        """The answer up to the fork."""
        return "".join(token.text for token in self.tokens)

    @property
    def text(self) -> str:
        """The answer up to the fork, with the rendering."""
        return self.before + self.hint.target

    def followed_by(self, rest: Sequence[Token]) -> tuple[Token, ...]:
        """Return the tokens of the forced answer, the rendering as one token of its own."""
        return (*self.tokens, Token(self.hint.target, 0.0), *rest)


def forks(
    source: str, tokens: Sequence[Token], hint: Hint, others: Iterable[Hint] = (), most: int = 3
) -> list[Fork]:
    """Return the best places of the answer *tokens* to force *hint*, best first, at most *most*.

    Only places where the rendering's beginning is among the model's choices, and none inside
    the rendering of one of the *others*.
    """
    answer = "".join(token.text for token in tokens)
    closed = [found.span() for other in others for found in _occurrences(other, answer)]
    found = []
    place = 0
    for index, token in enumerate(tokens):
        if "\n" in token.text:
            break
        chances = [
            logprob
            for choice, logprob in token.choices
            if (start := choice.lstrip()) and hint.target.startswith(start)
        ]
        if chances and not any(start < place < end for start, end in closed):
            fit = _fit(source, hint, answer, place)
            found.append(Fork(tuple(tokens[:index]), hint, max(chances), fit))
        place += len(token.text)
    return sorted(found, key=lambda fork: -fork.chance - fork.fit)[:most]


def _fit(source: str, hint: Hint, answer: str, place: int) -> float:
    """Return how well *hint* would stand at *place*, in the unit of log-probability.

    It should replace words like its own, not follow them; a quoted term should open a quotation;
    and a term should stand about as far into the Chinese as into the English.
    """
    size = len(hint.target)
    before, after = answer[max(0, place - size) : place], answer[place : place + size + 2]
    alike = _share(hint.target, after) - _share(hint.target, before)
    quoted = source[: hint.start].endswith(("“", '"')) and before.endswith(("“", '"'))
    distance = abs(hint.start / max(1, len(source)) - place / max(1, len(answer)))
    return 3 * alike + 2 * quoted - 3 * distance


def _occurrences(hint: Hint, answer: str) -> Iterable[re.Match[str]]:
    for form in (hint.target, *hint.accepted):
        if form:
            yield from re.finditer(re.escape(form), answer)


def _share(rendering: str, text: str) -> float:
    """Return the share of the characters of *rendering* that are in *text*, 0 to 1."""
    return sum(character in text for character in rendering) / max(1, len(rendering))


def spelled(rendering: str) -> str:
    """Return a GBNF grammar of nothing but *rendering*."""
    return f"root ::= {_literal(rendering)}"


def said(tokens: Iterable[Token], rendering: str) -> float:
    """Return the log-probability of the *tokens* that spell *rendering*; what follows is left out.

    0 where they are none.
    """
    total, written = 0.0, ""
    for token in tokens:
        if written.strip() == rendering:
            break
        total, written = total + token.logprob, written + token.text
    return total


def grammar(rendering: str, length: int) -> str:
    """Return a GBNF grammar: one sentence of up to *length* characters with *rendering* in it."""
    return (
        f"root ::= before {_literal(rendering)} after\n"
        f"before ::= [^\\n。！？]{{0,{length}}}\n"
        f"after ::= [^\\n。！？]{{0,{length}}} [。！？]?"
    )


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
