"""What the glossary's pages say, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Flask

from glossary import ConflictKind, Term, TermStatus, pinyin_of
from reader.services.glossary_files import Decision
from reader.services.import_states import Import, Stage
from reader.services.rechecking import Effect
from reader.translation.segment import Segment, TermState, TermUse
from reader.web.reading.runs import source_runs, target_runs
from reader.web.texts import gettext, gettext_noop, ngettext

FIELD_WORDS: Mapping[str, str] = {
    "headword": gettext_noop("English"),
    "rendering": gettext_noop("Chinese"),
    "variants": gettext_noop("Other English forms"),
    "accepted": gettext_noop("Other accepted Chinese"),
    "pinyin": gettext_noop("Pinyin"),
    "traditional": gettext_noop("Traditional characters"),
    "category": gettext_noop("Category"),
    "status": gettext_noop("Status"),
    "definition_en": gettext_noop("Meaning in English"),
    "definition_zh": gettext_noop("Meaning in Chinese"),
    "note": gettext_noop("Note on use"),
    "example_en": gettext_noop("Example in English"),
    "example_zh": gettext_noop("Example in Chinese"),
    "source": gettext_noop("Source"),
    "year": gettext_noop("Year"),
    "case_sensitive": gettext_noop("Forms whose capitals count"),
    "blocked": gettext_noop("Not this term in"),
    "updated_by": gettext_noop("Changed by"),
    "updated_at": gettext_noop("Changed on"),
}
STATUS_WORDS: Mapping[str, str] = {
    TermStatus.DRAFT: gettext_noop("draft"),
    TermStatus.APPROVED: gettext_noop("approved"),
    TermStatus.RETIRED: gettext_noop("retired"),
}
ACTION_WORDS: Mapping[str, str] = {
    "added": gettext_noop("added"),
    "changed": gettext_noop("changed"),
    "removed": gettext_noop("deleted"),
    "restored": gettext_noop("taken back"),
    "merged": gettext_noop("merged"),
    "imported": gettext_noop("imported"),
}
CATEGORY_WORDS: Mapping[str, str] = {
    "china-politics": gettext_noop("china politics"),
    "climate": gettext_noop("climate"),
    "diplomacy": gettext_noop("diplomacy"),
    "economy": gettext_noop("economy"),
    "global-governance": gettext_noop("global governance"),
    "idiom": gettext_noop("idiom"),
    "institution": gettext_noop("institution"),
    "media": gettext_noop("media"),
    "person": gettext_noop("person"),
    "place": gettext_noop("place"),
    "quote": gettext_noop("quote"),
    "security": gettext_noop("security"),
    "taiwan": gettext_noop("taiwan"),
    "technology": gettext_noop("technology"),
    "trade": gettext_noop("trade"),
    "us-politics": gettext_noop("us politics"),
}
FATE_WORDS: Mapping[str, str] = {
    TermState.OBEYED: gettext_noop("used"),
    TermState.INSERTED: gettext_noop("put in afterwards"),
    TermState.VARIANT: gettext_noop("another accepted form"),
    TermState.MISSED: gettext_noop("missing"),
    TermState.CONFLICT: gettext_noop("form of another glossary"),
}
DECISION_WORDS: Mapping[str, str] = {
    Decision.KEEP: gettext_noop("Keep what is in the glossary"),
    Decision.REPLACE: gettext_noop("Take what is in the file"),
    Decision.ACCEPT: gettext_noop("Keep it, and accept the Chinese of the file too"),
}
# The reasons for which `glossary.formats` leaves a line out.
REJECTED = (
    gettext_noop("There is no English in this line."),
    gettext_noop("There is no Chinese in this line."),
    gettext_noop("A cell in this line is too long."),
    gettext_noop("There is Chinese where the English should be."),
    gettext_noop("The status in this line is not draft, approved or retired."),
    gettext_noop("Another line has the same id."),
    gettext_noop("There is no English in this entry."),
    gettext_noop("There is no Chinese in this entry."),
    gettext_noop("A cell in this entry is too long."),
    gettext_noop("The status in this entry is not draft, approved or retired."),
    gettext_noop("Another entry has the same id."),
)


def install(app: Flask) -> None:
    """Give the filters to the templates."""
    for filter_ in (
        field_words, status_words, action_words, category_words, fate_words, decision_words,
        conflict_words, effect_words, import_words, lines, plain, english_runs, chinese_runs,
        percent, reason,
    ):  # fmt: skip
        app.jinja_env.filters[filter_.__name__] = filter_
    app.jinja_env.filters["rule_pinyin"] = pinyin_of
    app.jinja_env.globals["term_statuses"] = list(TermStatus)
    app.jinja_env.globals["decisions"] = list(Decision)


def field_words(name: str) -> str:
    """What a field of a term is called."""
    return gettext(FIELD_WORDS[name])


def status_words(status: str) -> str:
    """How far a term is."""
    return gettext(STATUS_WORDS[status])


def action_words(action: str) -> str:
    """What was done to a term."""
    return gettext(ACTION_WORDS.get(action, ACTION_WORDS["changed"]))


def category_words(category: str) -> str:
    """A category of the shipped glossary in words; a person's own as it is."""
    return gettext(CATEGORY_WORDS[category]) if category in CATEGORY_WORDS else category


def fate_words(state: str) -> str:
    """How a term fared in a sentence, in a word or two."""
    return gettext(FATE_WORDS[state])


def decision_words(decision: str) -> str:
    """What may be decided about a clash."""
    return gettext(DECISION_WORDS[decision])


def conflict_words(kind: str) -> str:
    """In what two terms contradict one another."""
    if kind == ConflictKind.SAME_ENGLISH:
        return gettext("The same English has different Chinese")
    return gettext("The same Chinese stands for different English")


def effect_words(effect: Effect) -> str:
    """What a change of the glossary did to the articles."""
    if effect.pending:
        return ngettext(
            "%(num)s sentence is being checked in the background.",
            "%(num)s sentences are being checked in the background.",
            effect.pending,
        )
    if not effect.sentences:
        return gettext("No sentence changes.")
    said = ngettext(
        "This changes %(num)s sentence", "This changes %(num)s sentences", effect.sentences
    )
    where = ngettext("in %(num)s article.", "in %(num)s articles.", len(effect.articles))
    if not effect.again:
        return f"{said} {where}" if where[:1].isascii() else said + where
    again = ngettext(
        "%(num)s of them is translated again.",
        "%(num)s of them are translated again.",
        effect.again,
    )
    return gettext("%(said)s %(where)s %(again)s", said=said, where=where, again=again)


def import_words(now: Import) -> str:
    """How far an import is."""
    if now.stage is Stage.WRITING:
        return gettext("Writing the terms…")
    if now.stage is Stage.CHECKING and not now.total:
        return gettext("The terms are written. Checking sentences…")
    if not now.total:
        return gettext("Reading the file…")
    share = percent(now.done / now.total)
    if now.stage is Stage.READING:
        return gettext(
            "Reading the file: %(done)s of %(total)s lines, %(share)s",
            done=now.done, total=now.total, share=share,
        )  # fmt: skip
    return gettext(
        "The terms are written. Checking sentences: %(done)s of %(total)s, %(share)s",
        done=now.done, total=now.total, share=share,
    )  # fmt: skip


def reason(text: str) -> str:
    """Why a line of a file is no term."""
    return gettext(text)


def lines(names: Iterable[str]) -> str:
    """Names as a text area shows them: one a line."""
    return "\n".join(names)


def plain(value: Any) -> str:
    """A field of a term as text, for comparing."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return status_words(value) if isinstance(value, TermStatus) else str(value)


def percent(share: float | None) -> str:
    """A share as a whole number of hundredths; never 100 % for what is not all."""
    if share is None:
        return "–"
    return f"{100 if share == 1 else min(99, round(share * 100))}%"


def english_runs(segment: Segment, uses: Iterable[TermUse]) -> Any:
    """The English of a sentence, cut at these uses of a term."""
    return source_runs(segment.source, uses)


def chinese_runs(segment: Segment, uses: Iterable[TermUse]) -> Any:
    """The Chinese of a sentence, cut at these uses of a term."""
    return target_runs(segment.target, (), uses)


def changed_fields(before: Term | None, after: Term | None) -> tuple[str, ...]:
    """The fields that a change touched, by name; () where a term was added or deleted."""
    if before is None or after is None:
        return ()
    return tuple(
        name
        for name in FIELD_WORDS
        if not name.startswith("updated_") and getattr(before, name) != getattr(after, name)
    )
