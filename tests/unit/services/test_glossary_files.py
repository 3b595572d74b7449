"""Glossary files through the use cases: taken in after a look, cut off and taken up, given out."""

from __future__ import annotations

import os
import time
from dataclasses import replace

import pytest

from glossary import Term
from glossary.formats import FORMATS
from reader.errors import NotFound
from reader.services import glossary, glossary_files, glossary_imports, import_states, term_edits
from reader.services.glossary_files import Decision, Decisions
from reader.services.import_states import Import, Stage
from reader.toolbox import Toolbox
from tests.unit.later import Later
from tests.unit.services.test_glossary import article, own, rows, translate

__all__ = ["article", "own"]

TERM = Term("", "harbour pilot", "引航员")
FILE = "en,zh\nharbour pilot,领港人\n".encode()


def renderings(tools: Toolbox, number: int) -> list[str]:
    return [term.rendering for term in glossary.open_glossary(tools, number)[1].terms]


def age(tools: Toolbox, made: Import) -> None:
    """Make an import as if nothing was heard of it for long."""
    then = time.time() - glossary_imports.SILENT_SECONDS - 1
    os.utime(import_states.folder(tools, made.token) / "state.json", (then, then))


@pytest.mark.parametrize("name", FORMATS)
def test_export_then_import_is_the_identity(tools: Toolbox, name: str) -> None:
    file = glossary_files.export(tools, 1, name)

    made = glossary_imports.begin(tools, 1, file.data, file.name)

    _, seen = glossary_imports.preview(tools, 1, made.token)
    assert seen.rejected == ()
    assert (seen.new, seen.changed, seen.conflicting) == ((), (), ())


@pytest.mark.parametrize(
    ("decision", "rendering", "accepted"),
    [
        pytest.param(Decision.KEEP, "引航员", (), id="keep"),
        pytest.param(Decision.REPLACE, "领港人", (), id="replace"),
        pytest.param(Decision.ACCEPT, "引航员", ("领港人",), id="accept both"),
    ],
)
def test_a_clash_ends_as_decided(
    tools: Toolbox, own: int, decision: Decision, rendering: str, accepted: tuple[str, ...]
) -> None:
    term_edits.save(tools, own, TERM, 0)
    made = glossary_imports.begin(tools, own, FILE, "a.csv")

    glossary_imports.apply(tools, own, made.token, Decisions({0: decision}))

    (term,) = glossary.open_glossary(tools, own)[1].terms
    assert (term.rendering, term.accepted) == (rendering, accepted)


def test_an_import_is_done_once(tools: Toolbox, own: int) -> None:
    made = glossary_imports.begin(tools, own, FILE, "a.csv")
    done = glossary_imports.apply(tools, own, made.token, Decisions({}))
    term_edits.remove(tools, own, ["harbour-pilot"])

    again = glossary_imports.apply(tools, own, made.token, Decisions({}))

    assert (done.stage, done.terms) == (Stage.DONE, 1)
    assert again == done
    assert renderings(tools, own) == []


def test_an_import_says_what_it_did_to_the_articles(tools: Toolbox, article: int, own: int) -> None:
    made = glossary_imports.begin(tools, own, FILE, "a.csv")

    done = glossary_imports.apply(tools, own, made.token, Decisions({}))

    assert (done.effect.sentences, done.effect.again, done.effect.articles) == (2, 2, (article,))
    translate(tools, article)
    assert any("领港人" in row.segment.target for row in rows(tools, article))


def test_an_import_belongs_to_its_glossary(tools: Toolbox, own: int) -> None:
    made = glossary_imports.begin(tools, own, FILE, "a.csv")

    with pytest.raises(NotFound):
        glossary_imports.preview(tools, 1, made.token)


def test_a_page_sees_how_far_it_is(tools: Toolbox, own: int) -> None:
    later = Later()

    made = glossary_imports.begin(replace(tools, background=later), own, FILE, "a.csv")
    assert (made.stage, made.is_running) == (Stage.READING, True)
    later.catch_up()

    assert glossary_imports.get(tools, own, made.token).stage is Stage.READY


def test_a_reading_that_was_cut_off_asks_for_the_file_again(tools: Toolbox, own: int) -> None:
    made = glossary_imports.begin(replace(tools, background=Later()), own, FILE, "a.csv")
    age(tools, made)

    found = glossary_imports.get(tools, own, made.token)

    assert found.stage is Stage.FAILED
    assert "cut off" in str(found.error)


def test_a_writing_that_was_cut_off_can_be_agreed_to_again(tools: Toolbox, own: int) -> None:
    made = glossary_imports.begin(tools, own, FILE, "a.csv")
    glossary_imports.apply(replace(tools, background=Later()), own, made.token, Decisions({}))
    age(tools, made)

    assert glossary_imports.get(tools, own, made.token).stage is Stage.READY
    assert renderings(tools, own) == []
    glossary_imports.apply(tools, own, made.token, Decisions({}))
    assert renderings(tools, own) == ["领港人"]


def test_a_check_that_was_cut_off_is_taken_up_again(tools: Toolbox, article: int, own: int) -> None:
    made = glossary_imports.begin(tools, own, FILE, "a.csv")
    _, seen = glossary_imports.preview(tools, own, made.token)
    written = glossary_files.write_preview(tools, own, seen, Decisions({}))
    assert written is not None
    cut = replace(made, stage=Stage.CHECKING, change=written.number, terms=1)
    import_states.store(tools, cut)
    age(tools, made)

    glossary_imports.get(tools, own, made.token)

    found = glossary_imports.get(tools, own, made.token)
    assert (found.stage, found.effect.again) == (Stage.DONE, 2)


def test_the_end_is_told_once(tools: Toolbox, own: int) -> None:
    made = glossary_imports.begin(tools, own, FILE, "a.csv")
    done = glossary_imports.apply(tools, own, made.token, Decisions({}))

    assert glossary_imports.tell(tools, done)
    assert not glossary_imports.tell(tools, glossary_imports.get(tools, own, made.token))
