"""What the reading page says about sentences and terms, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from flask import Flask

from reader.articles.clean import REASONS
from reader.exports import origin
from reader.services.reading import Pair
from reader.store.records import Aside
from reader.translation.checks import KINDS
from reader.translation.segment import Issue, Origin, Segment, Status, TermState
from reader.web.texts import gettext, gettext_noop

SEALS: Mapping[str, str] = {**origin.SEALS, "doubtful": "疑"}
SEAL_WORDS: Mapping[str, str] = {
    Origin.MACHINE: gettext_noop("machine"),
    Origin.MEMORY: gettext_noop("from memory"),
    Origin.PERSON: gettext_noop("person"),
    Status.APPROVED: gettext_noop("approved"),
    "doubtful": gettext_noop("needs a look"),
}
STATE_WORDS: Mapping[str, str] = {
    TermState.OBEYED: gettext_noop("The translation uses this rendering."),
    TermState.INSERTED: gettext_noop("This rendering was put into the translation afterwards."),
    TermState.VARIANT: gettext_noop("The translation uses another accepted rendering."),
    TermState.MISSED: gettext_noop("The translation does not use this rendering."),
    TermState.CONFLICT: gettext_noop("Another glossary wants another rendering here."),
}
# For what an older or newer version of this program stored.
OTHER_KIND = gettext_noop("A check found something to look at.")
OTHER_REASON = gettext_noop("It is not part of the article.")
# Chinese news text has about one character for three of English: 0.30 to 0.36 in practice.
CHINESE_PER_ENGLISH = 0.33
# "By", "Published:", "Photo by:": what was left of a line whose content went elsewhere.
_BARE_LABEL = re.compile(r"[^\W\d_]{1,14}|(?:[^\W\d_]+ ){0,2}[^\W\d_]+\s*[:：]")


def install(app: Flask) -> None:
    """Give the filters to the templates."""
    for filter_ in (
        seal, made_by, issue_words, placeholder, state_words, reason_words, term_anchor
    ):  # fmt: skip
        app.jinja_env.filters[filter_.__name__] = filter_
    app.jinja_env.globals["seals"] = _legend


def _legend() -> list[tuple[str, str]]:
    return [(SEALS[key], gettext(SEAL_WORDS[key])) for key in SEALS]


def seal(segment: Segment) -> str:
    """The character that tells who made a sentence, "" while nobody has."""
    approved = segment.status is Status.APPROVED
    return SEALS.get(Status.APPROVED if approved else segment.origin, "")


def made_by(segment: Segment) -> str:
    """Who made a sentence, in words."""
    said = {
        Origin.MACHINE: gettext("Translated by the machine: %(engine)s", engine=segment.engine),
        Origin.MEMORY: gettext("Taken from the translation memory: an approved sentence"),
        Origin.PERSON: gettext("Translated by a person"),
    }.get(segment.origin, "")
    if segment.status is Status.APPROVED and segment.origin is not Origin.MEMORY:
        return gettext("%(made)s, and approved", made=said)
    return said


def issue_words(issue: Issue) -> str:
    """What a check found, as a sentence."""
    return gettext(KINDS.get(issue.kind, OTHER_KIND))


def placeholder(source: str) -> str:
    """Characters that take about the room that the Chinese of `source` will."""
    return "一" * max(4, round(len(source) * CHINESE_PER_ENGLISH))


def state_words(state: str) -> str:
    """How a term fared in a sentence, as a sentence."""
    return gettext(STATE_WORDS[state])


def reason_words(reason: str) -> str:
    """Why cleaning left a piece of text out, as a sentence."""
    return gettext(REASONS.get(reason, OTHER_REASON))


def is_bare_label(aside: Aside) -> bool:
    """Whether a piece that was left out is only a label, which nobody would want back."""
    return aside.reason == "details" and bool(_BARE_LABEL.fullmatch(aside.text.strip()))


def term_anchor(term_id: str) -> str:
    """The name of a term's place in the page, fit for `id` and for an address.

    >>> term_anchor("1:one-china principle")
    'term-1-one-china-principle'
    """
    return "term-" + re.sub(r"[^\w-]+", "-", term_id)


def engines(pairs: Iterable[Pair]) -> str:
    """Which engines made an article's sentences, for print: each once, in order."""
    names = dict.fromkeys(pair.row.segment.engine for pair in pairs if pair.row.segment.engine)
    return gettext("Translated by %(engines)s.", engines="; ".join(names)) if names else ""
