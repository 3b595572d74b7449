"""TermBase eXchange: written as TBX-Basic of ISO 30042:2019 (DCA style), read in any dialect.

Reading knows the 2019 element names (conceptEntry, langSec, termSec) and those of TBX 2008 and
MARTIF (termEntry, langSet, tig, ntig/termGrp), in DCA style (`<descrip type="definition">`) and in
DCT style (`<basic:definition>`). Knowledge that TBX-Basic has no data category for stands in
concept notes as `name: value`, so that writing and reading is the identity; control characters
that XML cannot hold are lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from glossary.chinese import to_simplified
from glossary.errors import UnreadableGlossary
from glossary.formats.cells import join
from glossary.formats.columns import COLUMNS
from glossary.formats.result import (
    MAX_TERMS,
    Progress,
    ReadResult,
    Rejected,
    check_size,
    silent,
    told,
)
from glossary.formats.table import reason_against, record_of, slug, term_of, with_free_id
from glossary.formats.xlsx import NOT_XML
from glossary.formats.xml import name_of, parse, text_of
from glossary.term import Term

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ENTRIES = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_IN_NOTES = (
    "id",
    "case_sensitive",
    "blocked",
    "zh_hant",
    "pinyin",
    "first_seen",
    "status",
    "updated_by",
    "updated_at",
)
_PREFERRED = "preferredTerm-admn-sts"
_ADMITTED = "admittedTerm-admn-sts"


def read(data: bytes, progress: Progress = silent) -> ReadResult:
    """The terms of a TBX file that have English and Chinese. Raises UnreadableGlossary."""
    check_size(data)
    root = parse(data)
    if name_of(root) not in ("tbx", "martif", "TBX"):
        raise UnreadableGlossary("This XML file is not a TBX glossary.")
    terms: dict[str, Term] = {}
    rejected: list[Rejected] = []
    entries = [element for element in root.iter() if name_of(element) in _ENTRIES]
    for element in told(entries, len(entries), progress):
        if len(terms) >= MAX_TERMS:
            raise UnreadableGlossary("This file has over {limit} terms.", limit=MAX_TERMS)
        record = _record_of_entry(element)
        reason = reason_against(record)
        if reason:
            rejected.append(
                Rejected(element.sourceline or 0, _about_entry(reason), _summary(record))
            )
            continue
        term = with_free_id(term_of(record), terms)
        terms[term.id] = term
    return ReadResult(tuple(terms.values()), tuple(rejected))


def write(terms: Iterable[Term]) -> bytes:
    """A TBX-Basic file of `terms`."""
    root = etree.Element(
        f"{{{_NAMESPACE}}}tbx",
        {"type": "TBX-Basic", "style": "dca", _LANG: "en"},
        nsmap={None: _NAMESPACE},
    )
    description = _add(_add(_add(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _add(description, "p", "A glossary made with Duizhao.")
    body = _add(_add(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        _write_entry(body, term, number)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _write_entry(body: etree._Element, term: Term, number: int) -> None:
    record = record_of(term)
    entry = _add(body, "conceptEntry")
    entry.set("id", f"c{number}")
    if term.category:
        _add(entry, "descrip", term.category).set("type", "subjectField")
    for name in _IN_NOTES:
        if record[name]:
            _add(entry, "note", f"{name}: {record[name]}")
    if term.note:
        _add(entry, "note", f"note: {term.note}")
    if term.source:
        _add(entry, "admin", term.source).set("type", "source")
    _write_language(entry, "en", term.forms, term.definition_en, term.example_en)
    _write_language(entry, "zh-Hans", term.renderings, term.definition_zh, term.example_zh)


def _write_language(
    entry: etree._Element, language: str, names: Iterable[str], definition: str, example: str
) -> None:
    section = _add(entry, "langSec")
    section.set(_LANG, language)
    if definition:
        _add(section, "descrip", definition).set("type", "definition")
    for number, name in enumerate(names):
        term = _add(section, "termSec")
        _add(term, "term", name)
        status = _ADMITTED if number else _PREFERRED
        _add(term, "termNote", status).set("type", "administrativeStatus")
        if example and not number:
            _add(term, "descrip", example).set("type", "context")


def _add(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    child = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    if text:
        child.text = NOT_XML.sub("", text)
        if "\n" in text or "\r" in text:
            child.set(_SPACE, "preserve")
    return child


def _record_of_entry(entry: etree._Element) -> dict[str, str]:
    record: dict[str, str] = {}
    for child in entry:
        if name_of(child) in _SECTIONS:
            _read_language(child, record)
        else:
            _read_about(child, record)
    if record.get("zh_hant") and not record.get("zh_hans"):
        record["zh_hans"] = to_simplified(record["zh_hant"])
    if not record.get("id") and record.get("en"):
        record["id"] = slug(record["en"])
    return record


def _read_about(element: etree._Element, record: dict[str, str]) -> None:
    """Take in what an entry says about its concept."""
    kind, text = element.get("type") or name_of(element), text_of(element)
    if kind == "subjectField":
        record.setdefault("category", text)
    elif kind == "source":
        record.setdefault("source", text)
    elif kind == "definition":
        record.setdefault("definition_en", text)
    elif kind == "note":
        name, colon, value = text.partition(": ")
        is_ours = bool(colon) and (name == "note" or name in _IN_NOTES)
        key, value = (name, value) if is_ours else ("note", text)
        record[key] = f"{record[key]}\n{value}" if key in record else value
    elif len(element):
        for child in element:
            _read_about(child, record)


def _read_language(section: etree._Element, record: dict[str, str]) -> None:
    language = (section.get(_LANG) or section.get("lang") or "").lower().replace("_", "-")
    if language.split("-")[0] not in ("en", "eng", "zh", "zho", "chi"):
        return
    is_english = language.startswith("en")
    side = "en" if is_english else "zh"
    names, is_traditional = _names(section), _is_traditional(language)
    if is_traditional and names:
        record.setdefault("zh_hant", names[0])
        return
    if names:
        main, others = ("en", "en_variants") if is_english else ("zh_hans", "zh_variants")
        if record.get(main):
            names = [record[main], *names]
        record[main] = names[0]
        record[others] = join(dict.fromkeys(names[1:]))
    for element in section.iter():
        kind = element.get("type") or name_of(element)
        if kind in ("definition", "context", "example"):
            column = "definition_" if kind == "definition" else "example_"
            record.setdefault(column + side, text_of(element))


def _names(section: etree._Element) -> list[str]:
    """The terms of a language, those that are preferred first."""
    names = []
    for element in section.iter():
        if name_of(element) not in _TERMS:
            continue
        text = next((text_of(each) for each in element.iter() if name_of(each) == "term"), "")
        status = [text_of(each) for each in element.iter() if name_of(each) == "termNote"]
        if text:
            names.append((not any("preferred" in each.lower() for each in status), text))
    return [text for _, text in sorted(names, key=lambda item: item[0])]


def _is_traditional(language: str) -> bool:
    return any(part in ("hant", "tw", "hk", "mo") for part in language.split("-")[1:])


def _about_entry(reason: str) -> str:
    return reason.replace("in this line", "in this entry")


def _summary(record: dict[str, str]) -> str:
    return "\t".join(record[name] for name in COLUMNS if record.get(name))[:1000]
