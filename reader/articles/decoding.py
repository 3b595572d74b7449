"""Turn bytes into text, and refuse what is no text."""

from __future__ import annotations

import codecs
import re
import unicodedata

from reader.errors import EmptyInput, InputTooLarge, UnreadableFile

# Characters of text in one article, and bytes of one file.
LONGEST_TEXT = 1_000_000
LARGEST_FILE = 20 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)=[\"']?([\w-]+)", re.I)
# Half of a character that UTF-16 writes in two halves, in UTF-8 where it may not stand.
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_BROKEN_CHARACTERS = "The text holds broken characters. Copy it again from the page."
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f]")


def decode(data: bytes, charset: str = "") -> str:
    """Return the text of some bytes: by byte order mark, UTF-8, declared, then guessed charset.

    `charset` is what the carrier declares (an HTTP header). Raises `UnreadableFile` where no
    encoding fits.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, name)
    if name := _unmarked_utf16(data):
        return _decode_as(data, name)
    if b"\0" in data:
        raise UnreadableFile("This is not text: it holds NUL bytes, as programs and pictures do.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _SURROGATE.search(data):
        raise UnreadableFile(_BROKEN_CHARACTERS)
    declared = _META_CHARSET.search(data[:4096])
    for name in (charset, declared.group(1).decode("ascii") if declared else ""):
        if name and (text := _try(data, name)) is not None:
            return text
    return _guess(data)


def _decode_as(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableFile("The characters of this file are broken.") from error


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> str:
    """Recognise UTF-16 without a mark: in English text every second byte is NUL."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    # English text from Windows is the common case, and what is rare in it confuses guessing.
    western = _try(data, "cp1252")
    high = sum(1 for byte in data[:20000] if byte >= 0x80)
    if western is not None and high < 0.05 * min(len(data), 20000):
        return western
    best = from_bytes(data[:200_000]).best()
    text = _try(data, best.encoding) if best else None
    if text is None:
        raise UnreadableFile("The characters of this file are in no encoding that is known here.")
    return text


def checked(text: str) -> str:
    """Return readable text: composed (NFC), invisible marks taken off.

    Raises `EmptyInput`, `InputTooLarge`, or `UnreadableFile` for NUL characters, broken
    surrogates, and text that is mostly control characters.
    """
    if len(text) > LONGEST_TEXT:
        raise InputTooLarge(
            "The text is too long: it has {length} characters, and {limit} is the limit.",
            length=f"{len(text):,}",
            limit=f"{LONGEST_TEXT:,}",
        )
    if "\0" in text:
        raise UnreadableFile("This is not text: it holds NUL bytes, as programs and pictures do.")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise UnreadableFile(_BROKEN_CHARACTERS)
    if len(_CONTROL.findall(text)) > 0.02 * len(text) + 3:
        raise UnreadableFile("This is not text that can be read.")
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    if not text.strip():
        raise EmptyInput("There is no text in it. Paste an article, or choose another file.")
    return text


def check_size(data: bytes) -> None:
    """Raise `InputTooLarge` for a file over the limit and `EmptyInput` for one of no bytes."""
    if not data:
        raise EmptyInput("The file is empty.")
    if len(data) > LARGEST_FILE:
        raise InputTooLarge(
            "The file is too large: it has {size} MB, and {limit} MB is the limit.",
            size=len(data) // 2**20,
            limit=LARGEST_FILE // 2**20,
        )
