"""The form that adds an article: pasted text, a file, or an address."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from flask import Request
from werkzeug.datastructures import FileStorage

from reader.articles import article_from_file, article_from_text, article_from_url
from reader.articles.article import Article
from reader.errors import EmptyInput


class Way(StrEnum):
    """How an article comes in."""

    PASTE = "paste"
    FILE = "file"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class AddForm:
    """What a person filled in."""

    way: Way = Way.PASTE
    text: str = ""
    address: str = ""
    file: FileStorage | None = field(default=None, repr=False)

    @classmethod
    def of(cls, request: Request) -> AddForm:
        """The form that a request carries."""
        way = request.form.get("way", "")
        return cls(
            way=Way(way) if way in set(Way) else Way.PASTE,
            text=request.form.get("text", ""),
            address=request.form.get("address", "").strip(),
            file=request.files.get("file"),
        )

    def article(self) -> Article:
        """Read and clean what was given.

        Raises `InputError` or `FetchError`.
        """
        if self.way is Way.FILE:
            if self.file is None or not self.file.filename:
                raise EmptyInput("Please choose a file first.")
            return article_from_file(self.file.filename, self.file.read())
        if self.way is Way.ADDRESS:
            if not self.address:
                raise EmptyInput("Please type the address of a page first.")
            return article_from_url(self.address)
        return article_from_text(self.text)
