"""The memory: exact and near, from people and from files."""

from __future__ import annotations

import time

from reader.articles import article_from_text
from reader.services import library, memory, teaching, translating
from reader.store import segments
from reader.toolbox import Toolbox
from reader.translation import tmx
from reader.translation.memory import Unit
from reader.translation.segment import Origin, Segment

TEXT = "A title\n\nThe two sides held talks in Geneva on Monday.\n\nNobody knew why."


def add(tools: Toolbox, text: str = TEXT) -> int:
    number = library.add_article(tools, article_from_text(text)).article_id
    translating.translate_some(tools, number, "worker")
    return number


def approve(tools: Toolbox, number: int, position: int, target: str) -> None:
    with tools.database.reading() as session:
        row = segments.rows(session, number)[position]
    seen = segments.version(row.segment)
    teaching.save(tools, number, row.id, target, seen=seen, approve=True)


def segment(tools: Toolbox, number: int, position: int) -> Segment:
    with tools.database.reading() as session:
        return segments.rows(session, number)[position].segment


def test_a_pair_of_a_file_is_used_for_the_same_english(tools: Toolbox) -> None:
    memory.import_tmx(tools, tmx.write([Unit("Nobody knew why.", "没人知道原因。")]))

    made = segment(tools, add(tools), 2)

    assert (made.target, made.origin) == ("没人知道原因。", Origin.MEMORY)


def test_what_was_approved_here_comes_before_a_file(tools: Toolbox) -> None:
    number = add(tools)
    memory.import_tmx(tools, tmx.write([Unit("Nobody knew why.", "文件。")]))
    approve(tools, number, 2, "这里。")

    assert memory.recall(tools, "Nobody  knew why.") == "这里。"


def test_the_latest_approval_of_the_same_english_counts(tools: Toolbox) -> None:
    numbers = [add(tools), add(tools, f"Another title\n\n{TEXT.split(chr(10), 2)[2]}")]
    for number, target in zip(numbers, ("旧的。", "新的。"), strict=True):
        approve(tools, number, 2, target)

    assert memory.recall(tools, "Nobody knew why.") == "新的。"


def test_a_deleted_article_is_not_remembered(tools: Toolbox) -> None:
    number = add(tools)
    approve(tools, number, 2, "没人知道。")
    found = memory.fuzzy(tools, "Nobody knew it.", limit=1)

    library.delete_article(tools, number)

    assert [match.unit.target for match in found] == ["没人知道。"]
    assert memory.recall(tools, "Nobody knew why.") is None
    assert memory.fuzzy(tools, "Nobody knew it.") == ()


def test_near_sentences_are_found_as_soon_as_they_are_approved(tools: Toolbox) -> None:
    number = add(tools)
    wanted = "The two sides held talks in Geneva on Friday."
    before = memory.fuzzy(tools, wanted)

    approve(tools, number, 1, "双方周一在日内瓦会谈。")

    (match,) = memory.fuzzy(tools, wanted)
    assert before == ()
    assert match.unit.target == "双方周一在日内瓦会谈。"
    assert 0.75 < match.score < 1


def test_a_file_that_comes_again_changes_only_what_differs(tools: Toolbox) -> None:
    memory.import_tmx(tools, tmx.write([Unit("One.", "一。"), Unit("Two.", "二。")]))

    done = memory.import_tmx(
        tools, tmx.write([Unit("One.", "一。"), Unit("Two.", "两个。"), Unit("Three.", "三。")])
    )

    assert (done.new, done.replaced, done.known) == (1, 1, 1)
    assert memory.recall(tools, "Two.") == "两个。"
    assert memory.size(tools).imported == 3


def test_the_memory_goes_through_a_file_whole(tools: Toolbox) -> None:
    number = add(tools)
    approve(tools, number, 2, "没人知道原因。")
    memory.import_tmx(tools, tmx.write([Unit("One.", "一。", "Li", "", "file")]), "own.tmx")

    units = tmx.read(memory.export_tmx(tools))

    assert {(unit.source, unit.target, unit.origin) for unit in units} == {
        ("Nobody knew why.", "没人知道原因。", "A title"),
        ("One.", "一。", "file"),
    }


def test_what_files_brought_can_be_forgotten(tools: Toolbox) -> None:
    memory.import_tmx(tools, tmx.write([Unit("One fine day.", "一天。")]))
    found = memory.fuzzy(tools, "One fine day!")

    forgotten = memory.forget_imported(tools)

    assert (len(found), forgotten) == (1, 1)
    assert memory.recall(tools, "One fine day.") is None
    assert memory.fuzzy(tools, "One fine day!") == ()


def test_thousands_of_pairs_are_looked_up_at_once(tools: Toolbox) -> None:
    units = [
        Unit(f"Minister {n} met {n * 7} guests in town {n % 97}.", f"{n}。") for n in range(5000)
    ]
    memory.import_tmx(tools, tmx.write(units))
    memory.fuzzy(tools, "warm")

    begun = time.perf_counter()
    found = memory.recall(tools, units[4321].source)
    near = memory.fuzzy(tools, units[4321].source.replace("guests", "people"))
    took = time.perf_counter() - begun

    assert found == "4321。"
    assert near[0].unit.target == "4321。"
    assert took < 0.5
