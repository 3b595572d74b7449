"""Bring the message catalogs up to date: extract, merge, compile.

Messages come from the templates, from `gettext` and its like in the code, from the errors that
are raised (their first argument), and from the tables of sentences that other rooms own. A new
or changed message is left untranslated; `tests/unit/web/test_messages.py` then names it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "reader" / "translations"
LOCALES = ("zh_Hans",)
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
}
PYTHON = [("**.py", "python")]
JINJA = [("**.html", "jinja2")]
JINJA_OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}


def error_names() -> frozenset[str]:
    """The names of the classes whose first argument is a sentence for people."""
    import glossary.errors
    import reader.errors
    import reader.web.errors

    modules = (reader.errors, glossary.errors, reader.web.errors)
    bases = (reader.errors.DuizhaoError, glossary.errors.GlossaryError)
    return frozenset(
        name
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, bases)
    )


def tables() -> Iterator[str]:
    """The sentences that stand in tables of constants."""
    from reader.articles.clean import REASONS
    from reader.exports import EXPORTS
    from reader.services.translating import UNEXPECTED
    from reader.translation.checks import KINDS

    yield from REASONS.values()
    yield from KINDS.values()
    yield from (kind.label for kind in EXPORTS.values())
    yield UNEXPECTED


def raised(path: Path, names: frozenset[str]) -> Iterator[str]:
    """The sentences of the errors that one Python file raises.

    A sentence may be written in place or be a constant of the same file.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
        name = called.id if isinstance(called, ast.Name) else called
        first = node.args[0]
        if name not in names:
            continue
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
        elif isinstance(first, ast.Name) and first.id in constants:
            yield constants[first.id]


def template() -> Catalog:
    """Every message of the project, untranslated."""
    catalog = Catalog(project="Duizhao", charset="utf-8")
    for folder in (ROOT / "reader", ROOT / "templates"):
        for name, _line, message, comments, context in extract_from_dir(
            folder, PYTHON + JINJA, JINJA_OPTIONS, keywords=KEYWORDS
        ):
            where = (Path(folder, name).relative_to(ROOT).as_posix(), None)
            catalog.add(message, None, [where], auto_comments=comments, context=context)
    names = error_names()
    for path in sorted([*ROOT.glob("reader/**/*.py"), *ROOT.glob("glossary/**/*.py")]):
        for sentence in raised(path, names):
            catalog.add(sentence, None, [(path.relative_to(ROOT).as_posix(), None)])
    for sentence in tables():
        catalog.add(sentence)
    return catalog


def folder_of(locale: str) -> Path:
    """Where the catalogs of a language are."""
    return TRANSLATIONS / locale / "LC_MESSAGES"


def read(locale: str) -> Catalog:
    """The catalog of a language, empty where there is none yet."""
    path = folder_of(locale) / "messages.po"
    if not path.exists():
        return Catalog(locale=locale, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def main() -> int:
    """Update and compile every language; how many messages lack a translation."""
    fresh, lacking = template(), 0
    for locale in LOCALES:
        catalog = read(locale)
        catalog.update(fresh, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        catalog.fuzzy = False
        catalog.header_comment = "# Duizhao, translations into 简体中文. Made by tools/messages.py."
        # No clock in it: the file changes only when a message does.
        catalog.creation_date = catalog.revision_date = FIRST_DAY
        folder = folder_of(locale)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "messages.po").open("wb") as file:
            write_po(file, catalog, width=100, sort_output=True, omit_header=False)
        with (folder / "messages.mo").open("wb") as file:
            write_mo(file, catalog)
        for message in catalog:
            if message.id and not (message.string and all(message.string)):
                lacking += 1
                print(f"{locale}: not translated: {message.id!r}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
