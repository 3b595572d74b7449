"""Settings: the only reader of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

from reader.errors import SettingsError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8421


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how the server listens.

    `data` is the folder of the library, the models and the secret key. `database_url` and
    `redis_url` are "" for the files in `data`. `engine` is the key of the wished engine, "" for
    the best that is installed.
    """

    data: Path
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    database_url: str = ""
    redis_url: str = ""
    engine: str = ""

    @property
    def database(self) -> str:
        """The SQLAlchemy URL of the library."""
        if self.database_url.startswith("postgres://"):
            return self.database_url.replace("postgres://", "postgresql+psycopg://", 1)
        if self.database_url.startswith("postgresql://"):
            return self.database_url.replace("postgresql://", "postgresql+psycopg://", 1)
        return self.database_url or f"sqlite:///{self.data / 'library.sqlite3'}"

    @property
    def shared(self) -> bool:
        """Whether other processes may work on the same library."""
        return bool(self.redis_url)


def read_settings(
    environment: Mapping[str, str] | None = None, *, data: Path | None = None
) -> Settings:
    """Settings from the environment; `data`, from the command line, wins over it.

    Raises `SettingsError` where a value cannot work.
    """
    env = os.environ if environment is None else environment
    folder = data or Path(env.get("DUIZHAO_DATA") or platformdirs.user_data_path("duizhao"))
    return Settings(
        data=folder.expanduser().absolute(),
        host=env.get("DUIZHAO_HOST") or DEFAULT_HOST,
        port=_port(env.get("DUIZHAO_PORT", "")),
        database_url=env.get("DATABASE_URL", ""),
        redis_url=env.get("REDIS_URL", ""),
        engine=env.get("DUIZHAO_ENGINE", ""),
    )


def with_options(
    settings: Settings,
    *,
    host: str | None = None,
    port: int | None = None,
    engine: str | None = None,
) -> Settings:
    """The settings with those that the command line gave (not None) put in their place."""
    return replace(
        settings,
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
        engine=settings.engine if engine is None else engine,
    )


def _port(text: str) -> int:
    if not text:
        return DEFAULT_PORT
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingsError(
            "DUIZHAO_PORT must be a number between 1 and 65535, not “{text}”.", text=text
        )
    return int(text)
