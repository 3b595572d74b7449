"""Every sentence of the interface is translated."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from jinja2 import nodes

from reader.toolbox import Toolbox
from reader.web import create_app
from reader.web.app import template_folder

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))
import messages  # noqa: E402

FOLDER = template_folder()
TEMPLATES = sorted(path.relative_to(FOLDER) for path in FOLDER.rglob("*.html"))
SPOKEN = {"alt", "aria-label", "placeholder", "title", "data-busy", "data-empty"}
# The name of the program, keys as they are printed on them, and a sample of pinyin.
NAMES = re.compile(r"Duizhao|Home|End|Esc|https://|pīn|\b[jkp]\b")


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


@pytest.mark.parametrize("name", TEMPLATES, ids=str)
def test_no_template_says_anything_past_gettext(tools: Toolbox, name: Path) -> None:
    source = (FOLDER / name).read_text(encoding="utf-8")
    tree = create_app(tools).jinja_env.parse(source)
    spoken = Spoken()

    # What Jinja puts in becomes a mark that is no letter, so that attributes stay whole.
    for output in tree.find_all(nodes.Output):
        spoken.feed(
            "".join(
                node.data if isinstance(node, nodes.TemplateData) else "\N{BULLET}"
                for node in output.nodes
            )
        )

    for text in spoken.said:
        assert not re.search(r"[A-Za-z]{1}", NAMES.sub("", text)), text
