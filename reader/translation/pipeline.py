"""From an English sentence to checked Chinese: memory, terms, engine, typography, checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from glossary import Match, Matcher, usages
from reader.translation.checks import calls_for_retry, check
from reader.translation.engine import Draft, Engine, Hint, Link, Request
from reader.translation.segment import Issue, Origin, Segment, Status, TermState, TermUse
from reader.translation.typography import remap, typeset

Linker = Callable[[str, str, Sequence[TermUse]], tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Everything that a translation needs. `recall` gives the approved target of a source, or
    None; `linker` makes word links where the engine has none; `script` mends traditional
    characters in simplified text, one for one; `rescue` is asked for a sentence that the engine
    cannot do.
    """

    engine: Engine
    matcher: Matcher
    recall: Callable[[str], str | None]
    linker: Linker
    script: Callable[[str], str] = str
    rescue: Engine | None = None
    rivals: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def translate(self, segments: Sequence[Segment]) -> Iterator[Segment]:
        """Yield the segments with their Chinese, in order, each as soon as it is ready.

        A draft that the checks refuse comes with its issues at once; `improve` may better it
        later, so that the sentences behind it need not wait.

        Raises `EngineError`. Closing the iterator early stops the engine.
        """
        known = [self.recall(segment.source) for segment in segments]
        requests = [
            self._request(segment)
            for segment, target in zip(segments, known, strict=True)
            if target is None
        ]
        drafts = self.engine.translate(requests)
        for segment, target in zip(segments, known, strict=True):
            if target is None:
                yield self._finish(segment, next(drafts), self.engine)
            else:
                yield self.judge(replace(segment, target=target), Origin.MEMORY)

    def improve(self, segment: Segment) -> Segment | None:
        """A better translation of a segment that the checks refused, or None.

        The first draft that passes is taken: every further one costs a decoding.

        Raises `EngineError`.
        """
        if segment.origin is not Origin.MACHINE or not calls_for_retry(segment.issues):
            return None
        best = segment
        for engine, draft in self._other_drafts(self._request(segment)):
            made = self._finish(replace(segment, links=()), draft, engine)
            if _badness(made.issues) < _badness(best.issues):
                best = made
            if not calls_for_retry(best.issues):
                break
        return None if best is segment else best

    def _other_drafts(self, request: Request) -> Iterator[tuple[Engine, Draft]]:
        for draft in self.engine.alternatives(request):
            yield self.engine, draft
        if self.rescue is not None:
            for draft in self.rescue.translate([request]):
                yield self.rescue, draft

    def judge(self, segment: Segment, origin: Origin, forced: Sequence[str] = ()) -> Segment:
        """The segment with its target's terms, issues and links worked out afresh."""
        matches = self.matcher.find(segment.source)
        uses = term_uses(segment.target, matches, forced, self.rivals)
        issues = check(segment.source, segment.target, hints(matches))
        links = segment.links or self.linker(segment.source, segment.target, uses)
        status = segment.status if segment.status is not Status.WAITING else Status.DRAFT
        return replace(
            segment, origin=origin, status=status, issues=issues, links=links, terms=uses
        )

    def _request(self, segment: Segment) -> Request:
        return Request(segment.source, hints(self.matcher.find(segment.source)))

    def _finish(self, segment: Segment, draft: Draft, engine: Engine) -> Segment:
        target = self.script(typeset(draft.text, segment.source))
        made = replace(
            segment,
            target=target,
            engine=engine.name,
            links=_moved(draft, target),
            status=Status.DRAFT,
        )
        return self.judge(made, Origin.MACHINE, draft.forced)


def hints(matches: Sequence[Match]) -> tuple[Hint, ...]:
    """What an engine is told about the terms that were found in a sentence."""
    return tuple(
        Hint(m.start, m.end, m.surface, m.term.rendering, m.term.accepted) for m in matches
    )


def term_uses(
    target: str,
    matches: Sequence[Match],
    forced: Sequence[str] = (),
    rivals: Mapping[str, Sequence[str]] | None = None,
) -> tuple[TermUse, ...]:
    """How the terms found in a source fared in its `target`.

    `forced` are the renderings that the engine did not write by itself; `rivals` gives, by term
    id, the renderings that other glossaries want for the same English.
    """
    places = [target.find(rendering) for rendering in forced]
    inserted = [
        (at, at + len(rendering)) for at, rendering in zip(places, forced, strict=True) if at >= 0
    ]
    return tuple(
        TermUse(
            term_id=use.match.term.id,
            headword=use.match.term.headword,
            rendering=use.match.term.rendering,
            state=TermState(use.state.value),
            source_start=use.match.start,
            source_end=use.match.end,
            target_start=use.target_start,
            target_end=use.target_end,
        )
        for use in usages(target, matches, inserted, rivals)
    )


def _moved(draft: Draft, target: str) -> tuple[Link, ...]:
    spans = [(link.target_start, link.target_end) for link in draft.links]
    moved = remap(spans, draft.text, target)
    return tuple(
        replace(link, target_start=start, target_end=end)
        for link, (start, end) in zip(draft.links, moved, strict=True)
        if start < end
    )


def _badness(issues: Sequence[Issue]) -> tuple[bool, int]:
    return calls_for_retry(issues), len(issues)
