"""Bytes of a text file to characters: which encoding it is in."""

from __future__ import annotations

import codecs

from glossary.errors import UnreadableGlossary

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4_000


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32, GB18030 (and so GBK) or Big5.

    A byte order mark decides; else zero bytes show UTF-16; else UTF-8 where that is possible, for
    Chinese in GBK hardly ever is valid UTF-8. Raises UnreadableGlossary.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, (encoding,))
    sample = data[:_SAMPLE]
    if b"\x00" in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        return _decode_as(data, ("utf-16-be",) if even > odd else ("utf-16-le",))
    return _decode_as(data, ("utf-8", "gb18030", "big5"))


def _decode_as(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableGlossary(
        "This is not a text file that can be read. Please save it as UTF-8 and try again."
    )
