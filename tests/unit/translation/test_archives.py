from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from reader.errors import ModelRefused
from reader.translation.archives import unpack


def member(name: str, mode: int = 0) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def archive(path: Path, *members: zipfile.ZipInfo | str) -> Path:
    with zipfile.ZipFile(path, "w") as opened:
        for one in members:
            opened.writestr(one, b"content" * 10)
    return path


@pytest.mark.parametrize(
    "members",
    [
        pytest.param(["../out"], id="parent"),
        pytest.param(["a/../../out"], id="parent inside"),
        pytest.param(["/etc/out"], id="absolute"),
        pytest.param(["C:\\out"], id="Windows drive"),
        pytest.param(["a\\..\\out"], id="backslashes"),
        pytest.param([member("link", stat.S_IFLNK | 0o777)], id="symbolic link"),
        pytest.param([member("pipe", stat.S_IFIFO | 0o644)], id="pipe"),
        pytest.param(["a/File", "a/file"], id="same name but for case"),
        pytest.param([f"f{index}" for index in range(6)], id="too many"),
    ],
)
def test_an_unsafe_archive_is_refused_before_anything_is_written(
    tmp_path: Path, members: list[zipfile.ZipInfo | str]
) -> None:
    made = archive(tmp_path / "bad.zip", "good", *members)

    with pytest.raises(ModelRefused):
        unpack(made, tmp_path / "into", max_members=5)

    assert not (tmp_path / "into").exists()
    assert not (tmp_path / "out").exists()


def test_an_archive_too_big_when_unpacked_is_refused(tmp_path: Path) -> None:
    made = archive(tmp_path / "big.zip", "a", "b")

    with pytest.raises(ModelRefused, match="too big"):
        unpack(made, tmp_path / "into", max_bytes=139)


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("hello")

    with pytest.raises(ModelRefused, match=r"text\.zip"):
        unpack(tmp_path / "text.zip", tmp_path / "into")


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    made = archive(tmp_path / "damaged.zip", "a")
    made.write_bytes(made.read_bytes().replace(b"content", b"CONTENT", 1))

    with pytest.raises(ModelRefused):
        unpack(made, tmp_path / "into")


def test_a_good_archive_is_unpacked(tmp_path: Path) -> None:
    unpack(archive(tmp_path / "good.zip", "a/b/c.txt", "d.txt"), tmp_path / "into")

    assert (tmp_path / "into" / "a" / "b" / "c.txt").read_bytes().startswith(b"content")
