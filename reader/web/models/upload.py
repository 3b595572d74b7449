"""Models that are sent: large files, which go straight to the disk that will hold them."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO, Any

from flask import Request, request

from reader.services import modelling
from reader.web.context import toolbox
from reader.web.models.blueprint import pages

ENDPOINT = "models.upload"
LARGEST_REQUEST = modelling.LARGEST_UPLOAD + 64 * 1024


class FilesOnDisk(Request):
    """A request whose model file is kept in the data folder: a system's own is often small."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        if self.endpoint == ENDPOINT:
            return TemporaryFile(dir=modelling.uploads(toolbox()))
        return super()._get_file_stream(
            total_content_length, content_type, filename, content_length
        )


@pages.url_value_preprocessor
def _allow_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    # Before anything looks into the request.
    if endpoint == ENDPOINT:
        request.max_content_length = LARGEST_REQUEST
