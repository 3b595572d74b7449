"""Where an article's text comes from and who answers for it, as sentences for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.exports.document import Document, Pair
from reader.exports.wording import Wording
from reader.translation.segment import Origin, Status

# One character for who answers for a sentence: 机 machine, 忆 memory, 人 person, 审 approved.
SEALS: Mapping[str, str] = {
    Origin.MACHINE: "机",
    Origin.MEMORY: "忆",
    Origin.PERSON: "人",
    Status.APPROVED: "审",
}
# 校: the sentence is that of the reviewed version.
REVIEWED_SEAL = "校"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences were made and approved by whom.

    `reviewed` are those that show the reviewed version; they count nowhere else. Approved ones
    are counted twice: in `approved`, and where they came from.
    """

    total: int
    approved: int
    machine: int
    memory: int
    person: int
    waiting: int
    reviewed: int


def tally(pairs: Iterable[Pair]) -> Tally:
    """Count who made the sentences of a document, its title among them."""
    every = list(pairs)
    segments = [pair.segment for pair in every if not pair.is_reviewed]
    made = [segment.origin for segment in segments if segment.target]
    return Tally(
        total=len(every),
        approved=sum(segment.status is Status.APPROVED for segment in segments),
        machine=made.count(Origin.MACHINE),
        memory=made.count(Origin.MEMORY),
        person=made.count(Origin.PERSON),
        waiting=sum(not segment.target for segment in segments),
        reviewed=len(every) - len(segments),
    )


def origin_lines(document: Document, wording: Wording) -> tuple[str, ...]:
    """Return where the text comes from, its engines, who approved it, and when it was exported."""
    _ = wording.gettext
    source = document.address or _("pasted text")
    engines = ", ".join(document.engines)
    return (
        _("Source: %(source)s", source=source),
        *([_("Engine: %(engines)s", engines=engines)] if engines else []),
        approval_line(document, wording),
        _("Made with Duizhao 对照 on %(date)s.", date=document.made.date().isoformat()),
    )


def approval_line(document: Document, wording: Wording) -> str:
    """Return how many sentences a person approved, and who made them all."""
    count, _ = tally(document.pairs), wording.gettext
    parts = []
    if count.reviewed:
        parts.append(
            _(
                "%(count)s of %(total)s sentences in the reviewed version, which a person wrote"
                " or corrected.",
                count=count.reviewed,
                total=count.total,
            )
        )
    if count.approved:
        parts.append(
            _(
                "%(count)s of %(total)s sentences approved by a person.",
                count=count.approved,
                total=count.total,
            )
        )
    elif count.reviewed < count.total:
        parts.append(_("Not approved by a person."))
    makers = (
        (count.machine, _("%(count)s by machine", count=count.machine)),
        (count.memory, _("%(count)s from earlier translations", count=count.memory)),
        (count.person, _("%(count)s by a person", count=count.person)),
        (count.waiting, _("%(count)s not translated yet", count=count.waiting)),
    )
    if made := " · ".join(how for number, how in makers if number):
        parts.append(_("Sentences: %(made)s.", made=made))
    return " ".join(parts)


def who(pair: Pair, wording: Wording) -> str:
    """Return who made a sentence and whether a person approved it, in a few words."""
    segment, _ = pair.segment, wording.gettext
    if pair.is_reviewed:
        return _("reviewed version, by a person")
    if segment.origin is Origin.NONE:
        return _("not translated yet")
    machine = _("machine (%(engine)s)", engine=segment.engine) if segment.engine else ""
    maker = {
        Origin.MACHINE: machine or _("machine"),
        Origin.MEMORY: _("earlier translation"),
        Origin.PERSON: _("person"),
    }[segment.origin]
    if segment.status is Status.APPROVED:
        return _("%(maker)s, approved", maker=maker)
    return _("%(maker)s, not approved", maker=maker)


def seal(pair: Pair) -> str:
    """Return the character for who answers for a sentence, "" while nobody does."""
    if pair.is_reviewed:
        return REVIEWED_SEAL
    approved = pair.segment.status is Status.APPROVED
    return SEALS.get(Status.APPROVED if approved else pair.segment.origin, "")
