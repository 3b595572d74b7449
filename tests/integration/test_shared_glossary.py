"""A school's glossary: changes, checks and imports on PostgreSQL as on SQLite."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glossary import Term
from reader.articles import article_from_text
from reader.chinese.words import Words
from reader.services import glossary, glossary_imports, library, term_edits, terms, translating
from reader.services.glossary_files import Decisions
from reader.services.import_states import Stage
from reader.store import segments
from reader.store.database import open_database
from reader.toolbox import for_tests
from tests.integration.test_shared_library import empty_postgresql

__all__ = ["empty_postgresql"]


@pytest.mark.postgresql
def test_terms_change_articles_on_postgresql_too(
    empty_postgresql: str, tmp_path: Path, words: Words
) -> None:
    database = open_database(empty_postgresql.replace("postgresql:", "postgresql+psycopg:"))
    tools = replace(for_tests(tmp_path, words), database=database)
    text = "Pilots\n\nThe harbour pilot met “the mayor”. Nobody came."
    number = library.add_article(tools, article_from_text(text)).article_id
    translating.translate_some(tools, number, "test")
    own = glossary.create(tools, "Class 7").id

    added = term_edits.save(tools, own, Term("", "harbour pilot", "引航员"), 0)
    translating.translate_some(tools, number, "test")
    file = "en,zh\nharbour pilot,领港人\nmayor,市长\n".encode()
    made = glossary_imports.begin(tools, own, file, "a.csv")
    done = glossary_imports.apply(tools, own, made.token, Decisions({}))
    translating.translate_some(tools, number, "test")
    gone = term_edits.remove(tools, own, ["harbour-pilot"])

    with database.reading() as session:
        rows = segments.rows(session, number)
    kept = [term.headword for term in terms.named(tools, "Class 7")]
    database.close()
    assert (added.effect.sentences, added.effect.again) == (1, 1)
    assert (done.stage, done.terms, done.effect.again) == (Stage.DONE, 1, 1)
    assert gone.effect.sentences == 1
    assert kept == ["mayor"]
    assert [use.headword for row in rows for use in row.segment.terms] == ["mayor"]
