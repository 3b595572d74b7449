"""Reading XML from strangers: no DTD, no entities, no network, a bounded size (lxml)."""

from __future__ import annotations

from lxml import etree

from glossary.errors import UnreadableGlossary


def parse(data: bytes) -> etree._Element:
    """The root element. Raises UnreadableGlossary for broken XML and for any entity of its own.

    A document type declaration that only names one (TBX 2008 files have it) is read over.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableGlossary("This XML file is broken and cannot be read.") from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise UnreadableGlossary(
            "This XML file defines entities, which is unsafe. It was not read."
        )
    if next(root.iter(etree.Entity), None) is not None:
        raise UnreadableGlossary(
            "This XML file defines entities, which is unsafe. It was not read."
        )
    return root


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace; "" for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def text_of(element: etree._Element) -> str:
    """All text in an element, its white space as one space at ends and breaks."""
    return "".join(map(str, element.itertext())).strip()
