"""Settings: the command line first, then the environment, then defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.config import Settings, read_settings, with_options
from reader.errors import SettingsError


def test_without_any_wish_it_listens_on_this_machine_alone() -> None:
    settings = read_settings({})

    assert (settings.host, settings.port) == ("127.0.0.1", 8421)
    assert settings.data.is_absolute()


def test_the_environment_is_read(tmp_path: Path) -> None:
    environment = {
        "DUIZHAO_DATA": str(tmp_path),
        "DUIZHAO_HOST": "0.0.0.0",
        "DUIZHAO_PORT": "9000",
        "DATABASE_URL": "postgres://school/library",
        "REDIS_URL": "redis://school",
    }

    settings = read_settings(environment)

    assert (settings.data, settings.host, settings.port) == (tmp_path, "0.0.0.0", 9000)
    assert settings.database == "postgresql+psycopg://school/library"
    assert settings.shared


def test_the_command_line_wins_over_the_environment(tmp_path: Path) -> None:
    environment = {"DUIZHAO_DATA": "elsewhere", "DUIZHAO_PORT": "9000"}

    settings = with_options(read_settings(environment, data=tmp_path), port=8000)

    assert (settings.data, settings.port) == (tmp_path, 8000)


@pytest.mark.parametrize("port", ["http", "-1", "0", "70000", "80.5"])
def test_a_port_that_cannot_be_is_refused(port: str) -> None:
    with pytest.raises(SettingsError, match=port):
        read_settings({"DUIZHAO_PORT": port})


def test_the_library_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    assert Settings(tmp_path).database == f"sqlite:///{tmp_path / 'library.sqlite3'}"
