"""Editions: the document in the version and the script that a person chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reader.chinese.annotate import Token, as_spoken
from reader.chinese.script import to_traditional
from reader.exports.document import Document, Entry, Pair
from reader.exports.options import Options, Script, Version
from reader.translation.segment import Origin, Status, TermState, TermUse

SIMPLIFIED_TAG, TRADITIONAL_TAG = "zh-Hans", "zh-Hant"


def edition(document: Document, options: Options) -> Document:
    """Return the document with the Chinese that `options` ask for, and no other.

    Glosses stay keyed by simplified words.
    """
    document = toned(document, options)
    if options.version is Version.REVIEWED:
        document = replace(document, pairs=tuple(reviewed(pair) for pair in document.pairs))
    if options.script is Script.TRADITIONAL:
        document = _traditional(document)
    return document


def toned(document: Document, options: Options) -> Document:
    """Return the document with the tones that were chosen over its sentences."""
    if not options.spoken:
        return document
    pairs = tuple(
        replace(
            pair,
            tokens=as_spoken(pair.tokens),
            reviewed_tokens=as_spoken(pair.reviewed_tokens),
        )
        for pair in document.pairs
    )
    return replace(document, pairs=pairs)


def reviewed(pair: Pair) -> Pair:
    """Return the pair with its reviewed version as its Chinese, or as it is without one.

    Word links and findings of checks belong to the other text, so they go; terms stay where
    their rendering stands in the reviewed text too.
    """
    if not pair.reviewed:
        return pair
    segment = replace(
        pair.segment,
        target=pair.reviewed,
        origin=Origin.PERSON,
        engine="",
        status=Status.APPROVED,
        issues=(),
        links=(),
        terms=tuple(_found_again(use, pair.reviewed) for use in pair.segment.terms),
    )
    return replace(pair, segment=segment, tokens=pair.reviewed_tokens, is_reviewed=True)


def _found_again(use: TermUse, text: str) -> TermUse:
    start = text.find(use.rendering) if use.rendering else -1
    if start < 0:
        return replace(use, state=TermState.MISSED, target_start=0, target_end=0)
    end = start + len(use.rendering)
    return replace(use, state=TermState.OBEYED, target_start=start, target_end=end)


def renderings(document: Document) -> dict[str, str]:
    """Return the traditional form of each rendering whose glossary gives one.

    Only forms of the same length, so that offsets hold.
    """
    return {
        term.rendering: term.traditional
        for term in document.terms
        if len(term.traditional) == len(term.rendering)
    }


def _traditional(document: Document) -> Document:
    given = renderings(document)
    return replace(
        document,
        pairs=tuple(_pair(pair, given) for pair in document.pairs),
        terms=tuple(_entry(term) for term in document.terms),
        chinese=TRADITIONAL_TAG,
    )


def _pair(pair: Pair, given: Mapping[str, str]) -> Pair:
    target = to_traditional(pair.segment.target, given)
    version = to_traditional(pair.reviewed, given)
    uses = tuple(
        replace(use, rendering=to_traditional(use.rendering, given)) for use in pair.segment.terms
    )
    return replace(
        pair,
        segment=replace(pair.segment, target=target, terms=uses),
        tokens=_tokens(pair.tokens, target),
        reviewed=version,
        reviewed_tokens=_tokens(pair.reviewed_tokens, version),
    )


def _tokens(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    return tuple(replace(token, text=text[token.start : token.end]) for token in tokens)


def _entry(term: Entry) -> Entry:
    return replace(
        term,
        rendering=term.traditional or to_traditional(term.rendering),
        definition_zh=to_traditional(term.definition_zh),
    )
