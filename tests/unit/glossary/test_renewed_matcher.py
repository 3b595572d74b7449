"""A matcher made from another one finds what a fresh one finds."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Matcher, Term, TermStatus

NAMES = ("trade", "trade war", "trade wars", "war", "fiscal deficit", "trade deficit", "Fed", "US")
TEXT = "A trade war, fiscal and trade deficits: the Fed's US trade and trade-wars at war."
COMMON = tuple(Term(f"t{n}", f"river council {n}", f"词{n}") for n in range(90))
POOL = tuple(
    Term(f"{name} {n}", name, f"译{n}", (other,), case_sensitive=("US",))
    for n, (name, other) in enumerate(zip(NAMES * 2, NAMES[3:] + NAMES + NAMES[:3], strict=True))
)
CHOICE = st.lists(st.sampled_from(POOL), unique=True, max_size=2)


def found(matcher: Matcher) -> list[tuple[int, int, str, str]]:
    return [(m.start, m.end, m.term.id, m.term.rendering) for m in matcher.find(TEXT)]


@given(CHOICE, CHOICE, st.integers(0, 90), st.booleans())
@settings(deadline=None)
def test_it_finds_what_a_fresh_matcher_finds(
    before: list[Term], after: list[Term], place: int, retire: bool
) -> None:
    old = Matcher((*before, *COMMON))
    seen = found(old)
    if retire:
        after = [replace(term, status=TermStatus.RETIRED) for term in after[:1]] + after[1:]
    wanted = (*COMMON[:place], *after, *COMMON[place:])

    renewed = old.renewed(wanted)

    assert found(renewed) == found(Matcher(wanted))
    assert found(old) == seen


def test_chinese_is_found_by_the_new_terms() -> None:
    old = Matcher((Term("a", "talks", "会谈"), *COMMON))
    assert [match.surface for match in old.find_chinese("会谈与谈判")] == ["会谈"]

    renewed = old.renewed((Term("a", "talks", "谈判"), *COMMON))

    assert [match.surface for match in renewed.find_chinese("会谈与谈判")] == ["谈判"]
