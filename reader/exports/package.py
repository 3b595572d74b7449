"""Zip packages that are the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# The first date that a zip file can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def sealed(data: bytes) -> bytes:
    """Return the zip file with the dates of its members taken out; their order is kept."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return packed({name: old.read(name) for name in old.namelist()})


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file of these members, in their order.

    `mimetype` is stored uncompressed, as EPUB (OCF 3.3, section 4.3) asks.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, content)
    return file.getvalue()
