"""The house's one-way street: who may import whom, and where the heavy libraries may stand."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# A room may import the rooms of lower floors and its own, never a higher one.
FLOORS = [
    {"glossary"},
    {"reader.errors", "reader.config", "reader.data", "reader.queue"},
    {"reader.articles", "reader.translation", "reader.chinese", "reader.english"},
    {"reader.store", "reader.exports"},
    {"reader.toolbox"},
    {"reader.services"},
    {"reader.jobs", "reader.web"},
    {"reader.cli"},
    {"reader.__main__"},
]
AT_HOME = {
    "flask": {"reader.web"},
    "flask_babel": {"reader.web"},
    "flask_wtf": {"reader.web"},
    "sqlalchemy": {"reader.store"},
    "alembic": {"reader.store"},
    "huey": {"reader.queue"},
    "argostranslate": {"reader.translation"},
    "ctranslate2": {"reader.translation"},
    "xllamacpp": {"reader.translation"},
    "fxtranslate": {"reader.translation"},
    "jieba": {"reader.chinese"},
    "pypinyin": {"reader.chinese", "glossary"},
    "opencc": {"reader.chinese", "glossary"},
    "trafilatura": {"reader.articles"},
    "typer": {"reader.cli"},
}
MODULES = sorted(
    path
    for room in ("glossary", "reader")
    for path in (ROOT / room).rglob("*.py")
    if "migrations" not in path.parts
)


def room_of(module: str) -> str:
    """The room that a module is in: `glossary`, or `reader.` and one more name.

    >>> room_of("reader.store.articles")
    'reader.store'
    """
    return ".".join(module.split(".")[: 1 if module.startswith("glossary") else 2])


def floor_of(room: str) -> int:
    return next((number for number, rooms in enumerate(FLOORS) if room in rooms), -1)


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=module_of)
def test_a_room_imports_only_rooms_below_it(path: Path) -> None:
    room = room_of(module_of(path))
    if room == "reader":
        return

    upward = [
        name
        for name in imports_of(path)
        if name.split(".")[0] in {"reader", "glossary"}
        and room_of(name) not in {room, "reader", "reader.__version__"}
        and floor_of(room_of(name)) > floor_of(room)
    ]

    assert floor_of(room) >= 0, f"{room} has no floor: add it to FLOORS"
    assert not upward


@pytest.mark.parametrize("path", MODULES, ids=module_of)
def test_a_library_is_imported_only_where_it_is_at_home(path: Path) -> None:
    room = room_of(module_of(path))

    strangers = [
        name for name in imports_of(path) if room not in AT_HOME.get(name.split(".")[0], {room})
    ]

    assert not strangers


def test_importing_the_command_loads_no_heavy_library() -> None:
    heavy = ["jieba", "pypinyin", "opencc", "argostranslate", "ctranslate2", "xllamacpp", "torch"]
    program = f"import sys, reader.cli; print([m for m in {heavy} if m in sys.modules])"

    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT
    )

    assert result.stdout.strip() == "[]", result.stderr
