"""Whatever cannot be read is refused with its own kind sentence; nothing crashes."""

from __future__ import annotations

import io
import zipfile

import pytest

from reader.articles import article_from_file, article_from_text
from reader.errors import (
    EmptyInput,
    InputError,
    InputTooLarge,
    NotEnglish,
    UnreadableFile,
)

CHINESE = "中国国家主席习近平六月五日同美国总统特朗普通电话，双方同意继续举行经贸会谈。" * 5
FRENCH = (
    "Le président chinois et le président américain se sont entretenus par téléphone jeudi. "
    "Les deux pays vont poursuivre leurs discussions sur le commerce dans les prochains jours."
)


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def pdf_without_text() -> bytes:
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked_pdf() -> bytes:
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def empty_docx() -> bytes:
    import docx

    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def locked_zip() -> bytes:
    data = bytearray(zipped({"word/document.xml": b"<x/>"}))
    # The first bit of the flags, in the local header and in the directory, says "encrypted".
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("text", "error", "sentence"),
    [
        pytest.param("", EmptyInput, "no text", id="empty"),
        pytest.param(" \n\t\u200b\u00a0 ", EmptyInput, "no text", id="white-space"),
        pytest.param("word " * 1_000_000, InputTooLarge, "1,000,000", id="five-megabytes"),
        pytest.param("A deal\0 was signed.", UnreadableFile, "NUL", id="nul"),
        pytest.param("A deal \ud800 was signed.", UnreadableFile, "broken char", id="surrogate"),
        pytest.param("\x01\x02\x03\x04\x05 abc", UnreadableFile, "not text", id="control"),
        pytest.param(CHINESE, NotEnglish, "Chinese", id="chinese"),
        pytest.param(FRENCH, NotEnglish, "French", id="french"),
        pytest.param("1 2 3 --- 4", NotEnglish, "no English", id="figures-only"),
    ],
)
def test_a_paste_that_cannot_be_used_says_why(
    text: str, error: type[InputError], sentence: str
) -> None:
    with pytest.raises(error) as caught:
        article_from_text(text)

    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "error", "sentence"),
    [
        pytest.param("a.txt", b"", EmptyInput, "empty", id="no-bytes"),
        pytest.param("a.txt", b"a" * 60_000_000, InputTooLarge, "20 MB", id="sixty-megabytes"),
        pytest.param("a.pdf", pdf_without_text(), UnreadableFile, "pictures", id="scanned-pdf"),
        pytest.param("a.pdf", locked_pdf(), UnreadableFile, "password", id="locked-pdf"),
        pytest.param("a.pdf", b"%PDF-1.7 rubbish", UnreadableFile, "broken", id="broken-pdf"),
        pytest.param("a.pdf", b"not a pdf", UnreadableFile, "broken", id="no-pdf"),
        pytest.param("a.docx", b"PK\x03\x04rubbish", UnreadableFile, "broken", id="broken-docx"),
        pytest.param("a.docx", empty_docx(), EmptyInput, "no text", id="empty-docx"),
        pytest.param("a.docx", locked_zip(), UnreadableFile, "password", id="locked-zip"),
        pytest.param(
            "a.docx",
            zipped({"word/document.xml": b"0" * 120_000_000}),
            InputTooLarge,
            "unpacked",
            id="docx-bomb",
        ),
        pytest.param(
            "a.epub",
            zipped({"META-INF/container.xml": b"", "a.html": b"0" * 120_000_000}),
            InputTooLarge,
            "unpacked",
            id="epub-bomb",
        ),
        pytest.param(
            "a.epub",
            zipped({"META-INF/container.xml": b"<x/>"}),
            UnreadableFile,
            "broken",
            id="broken-epub",
        ),
        pytest.param("a.zip", zipped({"a.txt": b"hi"}), UnreadableFile, "zip", id="zip"),
        pytest.param(
            "a.html", b"<div>" * 100_000 + b"Hi", InputTooLarge, "nested", id="nested-html"
        ),
        pytest.param(
            "a.html", b"<p>x</p>" * 2_000_000, InputTooLarge, "too large", id="large-html"
        ),
        pytest.param(
            "a.html", b"<html><script>var a = 1</script></html>", EmptyInput, "no text", id="script"
        ),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0", UnreadableFile, "picture", id="png"),
        pytest.param("a.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", UnreadableFile, "picture", id="jpeg"),
        pytest.param(
            "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnreadableFile, ".docx",
            id="old-word",
        ),
        pytest.param("a.txt", bytes(range(256)) * 8, UnreadableFile, "NUL", id="binary"),
        pytest.param("a.txt", CHINESE.encode("gb18030"), NotEnglish, "Chinese", id="gbk-chinese"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why(
    name: str, data: bytes, error: type[InputError], sentence: str
) -> None:
    with pytest.raises(error) as caught:
        article_from_file(name, data)

    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Xi, Trump hold phone talks", id="headline"),
        pytest.param("Xi visits Kazakhstan", id="names"),
        pytest.param(
            "The word 和谐 (harmony) is older than the policy that bears it. "
            "It was used by 孔子 and by many poets after him, a historian said.",
            id="english-with-chinese-words",
        ),
    ],
)
def test_english_is_not_refused(text: str) -> None:
    article = article_from_text(text)

    assert article.title or article.blocks
