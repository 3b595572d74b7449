"""What a person filled in: the filters of a list, and the form of a term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from glossary import Term, TermStatus
from reader.services.glossary import Filters

# Fields that hold several names, one a line.
LISTS = frozenset({"variants", "accepted", "case_sensitive", "blocked"})
# Fields that the form has, in its order.
FIELDS = (
    "headword",
    "rendering",
    "variants",
    "accepted",
    "pinyin",
    "traditional",
    "category",
    "status",
    "definition_en",
    "definition_zh",
    "note",
    "example_en",
    "example_zh",
    "source",
    "year",
    "case_sensitive",
    "blocked",
)


@dataclass(frozen=True, slots=True)
class TermForm:
    """A term as it was typed, and the version of the stored one that was edited (0: a new one)."""

    term: Term
    version: int = 0

    @classmethod
    def of(cls, form: Mapping[str, str], term: Term) -> TermForm:
        """The form that a request carries, laid over `term`: fields that it lacks stay."""
        given = {name: _value(name, form[name]) for name in FIELDS if name in form}
        version = form.get("version", "")
        return cls(
            replace(term, **given),  # type: ignore[arg-type]
            int(version) if version.isdecimal() else 0,
        )


def differing(theirs: Term, mine: Term) -> tuple[str, ...]:
    """The fields of the form in which two terms differ, in its order."""
    return tuple(name for name in FIELDS if getattr(theirs, name) != getattr(mine, name))


def picked(form: Mapping[str, str], theirs: Term, mine: Term) -> Term:
    """The term of the merge page: `mine`, but for the fields for which `theirs` was picked."""
    names = {field.name for field in fields(Term)}
    kept = {
        name: getattr(theirs, name)
        for name in differing(theirs, mine)
        if name in names and form.get(f"pick-{name}") == "theirs"
    }
    return replace(mine, **kept)


def filters_of(arguments: Mapping[str, str]) -> Filters:
    """The filters in an address."""
    article = arguments.get("article", "")
    status = arguments.get("status", "")
    return Filters(
        query=arguments.get("q", "").strip()[:200],
        category=arguments.get("category", ""),
        status=status if status in set(TermStatus) else "",
        letter=arguments.get("letter", "")[:1].upper(),
        article_id=int(article) if article.isdecimal() else None,
    )


def page_of(arguments: Mapping[str, str]) -> int:
    """The number of the page in an address, 1 where there is none."""
    number = arguments.get("page", "")
    return int(number) if number.isdecimal() and len(number) < 9 else 1


def _value(name: str, typed: str) -> object:
    if name in LISTS:
        lines = (" ".join(line.split()) for line in typed.splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))
    if name == "status":
        return TermStatus(typed) if typed in set(TermStatus) else TermStatus.APPROVED
    return " ".join(typed.split())
