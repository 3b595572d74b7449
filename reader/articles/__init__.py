"""From a paste, a file or an address to a clean English article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.articles.article import Article, Block, BlockKind, Dropped
from reader.articles.clean import REASONS, clean, kind_put_back
from reader.articles.extract import read_file, read_text
from reader.articles.fetch import Page, fetch
from reader.articles.language import require_english
from reader.articles.raw import RawText
from reader.articles.sentences import split_sentences

__all__ = [
    "REASONS",
    "Article",
    "Block",
    "BlockKind",
    "Dropped",
    "article_from_file",
    "article_from_text",
    "article_from_url",
    "kind_put_back",
    "split_sentences",
]


def article_from_text(text: str, address: str = "") -> Article:
    """Return the clean article of a pasted text. Raises the `InputError` family."""
    return _article(replace(read_text(text), address=address))


def article_from_file(name: str, data: bytes) -> Article:
    """Return the clean article of a file. Raises the `InputError` family."""
    return _article(read_file(name, data))


def article_from_url(url: str, fetch: Callable[[str], Page] = fetch) -> Article:
    """Return the clean article of a web page or of a document on the web.

    `fetch` returns the bytes, the content type and the final address.
    Raises `AddressRefused`, `FetchError` and the `InputError` family.
    """
    data, content_type, final_url = fetch(url)
    return _article(replace(_read_answer(data, content_type, final_url), address=final_url))


def _read_answer(data: bytes, content_type: str, url: str) -> RawText:
    kind, _, parameters = content_type.lower().partition(";")
    charset = parameters.partition("charset=")[2].strip(" \"'")
    name = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    if kind.strip() in ("text/html", "application/xhtml+xml"):
        name += ".html"
    return read_file(name, data, charset)


def _article(raw: RawText) -> Article:
    require_english(raw)
    return clean(raw)
