"""TMX 1.4b, the exchange format of translation memories, in and out.

The format: Localization Industry Standards Association, TMX 1.4b Specification (2005),
<https://www.gala-global.org/tmx-14b>.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from lxml import etree

from reader.errors import EmptyInput, InputTooLarge, UnreadableFile
from reader.translation.memory import Unit

MOST_BYTES = 100_000_000
"""The largest file that is read, in bytes."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ORIGIN = "x-origin"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Elements that hold codes of the original format, not text of the sentence.
_CODES = frozenset(("bpt", "ept", "it", "ph", "ut"))


def write(units: Iterable[Unit]) -> bytes:
    """Return a TMX 1.4b file of `units`, English as the source and simplified Chinese.

    Characters that XML cannot hold are left out.
    """
    root = etree.Element("tmx", version="1.4")
    header = {
        "creationtool": "Duizhao",
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": "Duizhao",
        "adminlang": "en",
        "srclang": "en",
        "datatype": "plaintext",
    }
    etree.SubElement(root, "header", header)
    body = etree.SubElement(root, "body")
    for unit in units:
        _write_unit(body, unit)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _write_unit(body: etree._Element, unit: Unit) -> None:
    node = etree.SubElement(body, "tu")
    if unit.author:
        node.set("creationid", _clean(unit.author))
    date = _tmx_date(unit.date)
    if date:
        node.set("creationdate", date)
    if unit.origin:
        etree.SubElement(node, "prop", type=_ORIGIN).text = _clean(unit.origin)
    for language, text in (("en", unit.source), ("zh-CN", unit.target)):
        variant = etree.SubElement(node, "tuv")
        variant.set(_XML_LANG, language)
        etree.SubElement(variant, "seg").text = _clean(text)


def _clean(text: str) -> str:
    # A parser turns a lone carriage return into a line break.
    return _FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def read(data: bytes) -> list[Unit]:
    """Return the units of a TMX file that have an English and a Chinese side.

    Of several Chinese variants, the simplified one counts. Codes of the original format inside a
    sentence are left out. Raises `InputTooLarge`, `UnreadableFile` or `EmptyInput`.
    """
    if len(data) > MOST_BYTES:
        raise InputTooLarge(
            "This translation memory is larger than {limit} MB.", limit=MOST_BYTES // 1_000_000
        )
    if not data.strip():
        raise EmptyInput("This file is empty.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile("This file is damaged or is no TMX file.") from error
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(True for _ in doctype.iterentities()):
        raise UnreadableFile("This file declares entities, which are not read for safety.")
    if etree.QName(root).localname != "tmx":
        raise UnreadableFile("This file is no TMX file.")
    units = [unit for node in root.iter("{*}tu") if (unit := _read_unit(node))]
    if not units:
        raise EmptyInput("This translation memory has no pair of English and Chinese.")
    return units


def _read_unit(node: etree._Element) -> Unit | None:
    sides: dict[str, str] = {}
    for variant in node.iterfind("{*}tuv"):
        language = (variant.get(_XML_LANG) or variant.get("lang") or "").lower().replace("_", "-")
        segment = variant.find("{*}seg")
        if segment is not None:
            sides.setdefault(language, _text(segment).strip())
    source, target = _side(sides, "en"), _chinese(sides)
    if not source or not target:
        return None
    origin = next((p.text or "" for p in node.iterfind("{*}prop") if p.get("type") == _ORIGIN), "")
    author = node.get("changeid") or node.get("creationid") or ""
    date = _iso_date(node.get("changedate") or node.get("creationdate") or "")
    return Unit(source, target, author, date, origin)


def _text(element: etree._Element) -> str:
    """Return the text of a segment without the codes in it, but with highlighted text."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname not in _CODES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _side(sides: dict[str, str], language: str) -> str:
    return next(
        (text for code, text in sides.items() if code == language or code[:3] == f"{language}-"), ""
    )


def _chinese(sides: dict[str, str]) -> str:
    """Return the Chinese side, simplified if there is a choice."""
    for code in ("zh-cn", "zh-hans", "zh-hans-cn", "zh", "zh-sg"):
        if sides.get(code):
            return sides[code]
    return _side(sides, "zh")


def _tmx_date(iso: str) -> str:
    """Return an ISO 8601 time as TMX writes it, 20260131T120000Z, or "" where it is none."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _iso_date(tmx: str) -> str:
    try:
        moment = datetime.strptime(tmx, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return ""
    return moment.isoformat(timespec="seconds")
