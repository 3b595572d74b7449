"""Sentences of news English: every row is a paragraph with "‖" where a sentence ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.sentences import split_sentences

ROWS = """
It rained. ‖It stopped.
Why? ‖Because! ‖Yes.
"What is it?" he asked. ‖She left.
“What is it?” he asked. ‖She left.
‘What is it?’ he asked. ‖She left.
"Why now?" Trump asked reporters. ‖He smiled.
"Why now?" Mr. Smith asked. ‖He smiled.
"Stop!" the crowd shouted. ‖Nobody did.
"We will go. We will win," he said. ‖Then he left.
“We will go. We will win,” he said. ‖Then he left.
"We will go. We will win." ‖He left.
"I agree." ‖"So do I." ‖They left.
He asked, "Why?" ‖She said, "Because."
He called it "great." ‖Then he left.
He called it “great.” ‖Then he left.
"That," he said, "is all." ‖He sat down.
"I came," he said. ‖"I saw."
He moved to "Washington, D.C." ‖He stayed.
(He left. She stayed.) ‖Then it rained.
He left (by train). ‖She stayed.
The "deal" held. ‖Nobody knew why.
They live in the U.S. ‖The deal is done.
The U.S. President came. ‖He left.
The U.S. Senate voted. ‖It passed.
The U.S. and China met. ‖It helped.
It was made in the U.S. ‖But it broke.
The U.N. Security Council met. ‖Nothing changed.
The U.K. Government said no. ‖It meant it.
He came to the U.K. ‖She did not.
The E.U. Commission spoke. ‖It was late.
At 5 p.m. Monday the train left.
At 5 p.m. on Monday the train left.
It starts at 5 p.m. ‖The train is late.
It starts at 9 a.m. Eastern. ‖Come early.
It starts at 9 a.m. Beijing time. ‖Come early.
It ended at 11 p.m. ‖Nobody stayed.
See No. 3 for more. ‖It is short.
He is No. 1 in the world. ‖She is No. 2.
Did he go? ‖No. ‖He stayed.
On Jan. 5 they met. ‖It was cold.
On Sept. 30, 2024, they met. ‖It was warm.
They met in Dec. ‖It was cold.
Gen. Smith spoke. ‖Sen. Doe did not.
Rep. Jane Doe and Gov. John Smith met. ‖It helped.
Mr. Xi met Mrs. May. ‖Ms. Li came too.
Dr. Li and Prof. Wang agree. ‖Others do not.
Lt. Col. Brown spoke. ‖Sgt. Green listened.
Vice President J. D. Vance spoke. ‖He left.
George W. Bush came. ‖He was late.
J.D. Vance came. ‖He was late.
It has vitamin C. ‖It is good.
She is taller than I. ‖Then she sat.
Washington, D.C. is nice. ‖Go there.
Washington, D.C. Mayor Muriel Bowser spoke. ‖She was brief.
He lives in Washington, D.C. ‖He likes it.
Apple Inc. said so. ‖It was true.
Apple Inc. Chief Executive Tim Cook spoke. ‖It was late.
He works for Apple Inc. ‖He likes it.
Huawei Technologies Co. Ltd. is large. ‖It grows.
He sells tea, coffee, etc. ‖They buy it.
Some goods, e.g. tea, are taxed. ‖Others, i.e. coffee, are not.
China vs. Japan was close. ‖China won.
St. Louis won. ‖Nobody cared.
Mt. Everest is high. ‖It is cold.
Martin Luther King Jr. spoke. ‖He was heard.
He has a Ph.D. ‖He is proud.
Well... he left. ‖She stayed.
Well… I do not know. ‖Ask her.
He waited ... ‖Then he left.
It rose 3.5 percent. ‖It fell 2.1 percent.
It costs $4.50. ‖It was $3.
See www.example.com. ‖Then write.
See https://example.com/a.b?c=d. ‖Then write.
It fell.[1] ‖Then it rose.
1. First item. ‖Then more.
(1) First item. ‖Then more.
A "quote that never closes. ‖Then more.
He uses Yahoo! in Sunnyvale. ‖It works.
It was new. ‖iPhone sales rose.
In 2024. ‖12 people left.
It was Friday! ‖Nobody worked.
LONG BEACH, Calif. (AP) -- It rained. ‖It stopped.
Sen. Rand Paul, R-Ky. said no. ‖It passed.
Sen. Ted Cruz of Texas (R-Texas) said no. ‖It passed.
Flags on a table in Geneva, May 10, 2025. /VCG
A ship leaves port, May 10, 2025. [Photo/Xinhua]
Who did it? ‖"Nobody," she said.
He said: "Go." ‖They went.
One sentence without an end
"""
LONG = "“" + "This is a sentence of the speech. " * 12 + "It ended,” he said. He left."


MORE = (Path(__file__).parent / "more_sentences.txt").read_text("utf-8")


@pytest.mark.parametrize("row", [*ROWS.strip().split("\n"), *MORE.strip().split("\n")])
def test_sentences_end_where_a_reader_would_end_them(row: str) -> None:
    expected = tuple(part.strip() for part in row.split("‖"))

    assert split_sentences(" ".join(expected)) == expected


def test_a_long_quotation_is_split_inside() -> None:
    sentences = split_sentences(LONG)

    assert len(sentences) == 14
    assert sentences[-2:] == ("It ended,” he said.", "He left.")


def test_no_text_has_no_sentences() -> None:
    assert split_sentences(" \n ") == ()


PIECES = st.sampled_from([*"\"“”‘’'()[].!?…", " ", " ", "U.S.", "He", "said", "5", "p.m.", "a"])


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join)))
def test_joined_sentences_give_the_paragraph_back(text: str) -> None:
    sentences = split_sentences(text)

    assert " ".join(sentences) == " ".join(text.split())
    assert all(sentences)
