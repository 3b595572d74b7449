"""Every sentence of the interface is translated."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask
from jinja2 import nodes

from reader.web.app import template_folder

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))
import messages  # noqa: E402

FOLDER = template_folder()
TEMPLATES = sorted(path.relative_to(FOLDER) for path in FOLDER.rglob("*.html"))
SPOKEN = {"alt", "aria-label", "placeholder", "title", "data-busy", "data-empty"}
# What Jinja puts in, the name of the program, printed keys, and a sample of pinyin.
VALUE = "VALUE"
NAMES = re.compile(r"VALUE|Duizhao|Home|End|Esc|HSK|https://|pīn|\b[jklop]\b")


@pytest.fixture(scope="module")
def template() -> Catalog:
    return messages.template()


@pytest.mark.parametrize("locale", messages.LOCALES)
def test_no_message_lacks_its_translation(template: Catalog, locale: str) -> None:
    catalog = messages.read(locale)

    lacking = [
        message.id
        for message in template
        if message.id
        and not ((known := catalog.get(message.id)) and known.string and all(known.string))
    ]
    assert lacking == [], "run `make messages` and translate these"


@pytest.mark.parametrize("locale", messages.LOCALES)
def test_translations_keep_the_values_of_their_messages(locale: str) -> None:
    for message in messages.read(locale):
        if message.id:
            assert not message.fuzzy, message.id
            said = message.id if isinstance(message.id, str) else message.id[1]
            translated = message.string if isinstance(message.string, str) else message.string[0]
            values = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
            assert set(values.findall(said)) == set(values.findall(translated)), said


@pytest.mark.parametrize("locale", messages.LOCALES)
def test_the_compiled_catalog_is_in_step(locale: str) -> None:
    wanted = BytesIO()
    write_mo(wanted, messages.read(locale))

    assert (messages.folder_of(locale) / "messages.mo").read_bytes() == wanted.getvalue()


class Spoken(HTMLParser):
    """Collects what a person would see or hear of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value for name, value in attrs if name in SPOKEN and value]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def pieces(node: nodes.Node) -> Iterator[str]:
    """The text of a template in order; what Jinja puts in becomes `VALUE`."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.TemplateData):
            yield child.data
        elif isinstance(node, nodes.Output):
            yield VALUE
        elif not (isinstance(child, nodes.Block) and child.name == "page"):
            yield from pieces(child)


@pytest.mark.parametrize("name", TEMPLATES, ids=str)
def test_no_template_says_anything_past_gettext(app: Flask, name: Path) -> None:
    spoken = Spoken()

    spoken.feed("".join(pieces(app.jinja_env.parse((FOLDER / name).read_text("utf-8")))))

    for text in spoken.said:
        assert not re.search(r"[A-Za-z]", NAMES.sub("", text)), text
