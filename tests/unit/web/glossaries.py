"""What the tests of the glossary's pages share."""

from __future__ import annotations

import re

import pytest

from glossary import Term
from reader.services import glossary, term_edits
from reader.toolbox import Toolbox

TERM = Term("", "monthly round", "月度会谈", definition_en="Talks held each month.")
FORM = {"headword": "monthly round", "rendering": "每月会谈", "version": "1"}


@pytest.fixture
def own(tools: Toolbox) -> int:
    """The number of a teacher's glossary with one term."""
    number = glossary.create(tools, "Class 7").id
    term_edits.save(tools, number, TERM, 0)
    return number


def names(page: str) -> list[str]:
    return re.findall(r'class="line-en" lang="en">([^<]*)<', page)
