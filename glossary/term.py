"""The term: one concept with its English and Chinese names. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """How far a term is. Only draft and approved terms are matched; retired ones are kept."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a glossary.

    `id` is a stable slug, unique within its glossary. `headword` and `variants` are English;
    `rendering` is the Chinese that translations should use, `accepted` the other Chinese that
    counts as right, both simplified. `traditional` and `pinyin` are "" where they follow from the
    rendering by rule. `case_sensitive` lists the English forms that match only as written (WHO,
    US, Fed). `year` is when the term was first seen, as the source prints it. `updated_at` is
    ISO 8601 UTC. `blocked` lists contexts in which an English form is not this term: see
    `glossary.context` for how they are written.
    """

    id: str
    headword: str
    rendering: str
    variants: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    case_sensitive: tuple[str, ...] = ()
    traditional: str = ""
    pinyin: str = ""
    category: str = ""
    definition_en: str = ""
    definition_zh: str = ""
    note: str = ""
    example_en: str = ""
    example_zh: str = ""
    source: str = ""
    year: str = ""
    status: TermStatus = TermStatus.APPROVED
    updated_by: str = ""
    updated_at: str = ""
    blocked: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The English names, headword first."""
        return (self.headword, *self.variants)

    @property
    def renderings(self) -> tuple[str, ...]:
        """The Chinese names that count as right, the wanted one first."""
        return (self.rendering, *self.accepted)
