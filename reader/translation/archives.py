"""Unpack an archive that a stranger made."""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from reader.errors import ModelRefused

MAX_MEMBERS = 2_000
MAX_BYTES = 2_000_000_000  # unpacked; Argos packages have 100 to 300 million
_MOST_AT_ONCE = 1 << 20
_BAD_CHARACTERS = frozenset('\\:*?"<>|\0')


def unpack(
    archive: Path, into: Path, *, max_bytes: int = MAX_BYTES, max_members: int = MAX_MEMBERS
) -> None:
    """Unpack the zip file *archive* into the new folder *into*.

    Raises ModelRefused, before anything is written, for a member with an absolute path, `..`, a
    link, a name twice, too many members or too many bytes; and for an archive that is broken.
    What was written until then is the caller's to remove.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = opened.infolist()
            _check(members, max_bytes, max_members)
            for member in members:
                _extract(opened, member, into)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ModelRefused(
            "{name} is not a zip archive, or is broken.", name=archive.name
        ) from error


def member_names(archive: Path) -> list[str]:
    """Return the names in the zip file *archive*; none where it is no zip file."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return opened.namelist()
    except (zipfile.BadZipFile, OSError):
        return []


def _check(members: list[zipfile.ZipInfo], max_bytes: int, max_members: int) -> None:
    if len(members) > max_members:
        raise ModelRefused("The archive holds too many files.")
    if sum(member.file_size for member in members) > max_bytes:
        raise ModelRefused("The archive would be too big when unpacked.")
    seen: set[str] = set()
    for member in members:
        path = PurePosixPath(member.filename)
        unsafe = path.is_absolute() or ".." in path.parts or not path.parts
        if unsafe or _BAD_CHARACTERS & set(member.filename):
            raise ModelRefused("The archive holds an unsafe path: {path}", path=member.filename)
        mode = stat.S_IFMT(member.external_attr >> 16)
        if mode not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise ModelRefused("The archive holds a link: {path}", path=member.filename)
        # Windows and macOS fold case: two such names would overwrite each other there.
        name = str(path).casefold()
        if name in seen:
            raise ModelRefused("The archive holds {path} twice.", path=member.filename)
        seen.add(name)


def _extract(opened: zipfile.ZipFile, member: zipfile.ZipInfo, into: Path) -> None:
    target = into / PurePosixPath(member.filename)
    if member.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    # zipfile itself stops at the size that the member declares, so a bomb cannot exceed the sum.
    with opened.open(member) as source, target.open("xb") as written:
        shutil.copyfileobj(source, written, _MOST_AT_ONCE)
