"""The application: its parts put together."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from flask_wtf.csrf import CSRFProtect

from reader.toolbox import Toolbox
from reader.web import (
    access,
    assets,
    compress,
    errors,
    glossary,
    i18n,
    library,
    models,
    mywords,
    present,
    reading,
    site,
    takeaway,
    teaching,
)
from reader.web.context import KEY
from reader.web.notices import take_notices
from reader.web.safety import headers, hosts
from reader.web.safety.secret import secret_key

HERE = Path(__file__).resolve().parent.parent
MEGABYTE = 1024 * 1024
# A little more than the 20 MB that a file may have: the form around it counts too.
LARGEST_REQUEST = 20 * MEGABYTE + 64 * 1024
YEAR = 365 * 24 * 60 * 60


class ReadableJSON(DefaultJSONProvider):
    """JSON in which Chinese stays Chinese: a third of the size."""

    ensure_ascii = False
    compact = True


def create_app(tools: Toolbox, *, who: access.Who = access.everyone_teaches) -> Flask:
    """The web application over `tools`; `who` tells the role of whoever sends a request."""
    app = Flask(
        "reader",
        root_path=str(HERE),
        static_url_path=f"/static/{static_version()}",
        template_folder=str(template_folder()),
    )
    app.config.update(
        SECRET_KEY=secret_key(tools.settings.data),
        SESSION_COOKIE_NAME="duizhao",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=YEAR,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
        SEND_FILE_MAX_AGE_DEFAULT=YEAR,
        # A page may stay open through a whole lesson, or a week.
        WTF_CSRF_TIME_LIMIT=None,
        # Pages send no Referer at all, so there is none to compare.
        WTF_CSRF_SSL_STRICT=False,
    )
    app.extensions[KEY] = tools
    app.json = ReadableJSON(app)
    _install(app, tools, who)
    return app


def _install(app: Flask, tools: Toolbox, who: access.Who) -> None:
    i18n.install(app)
    errors.install(app)
    hosts.install(app, tools.settings.host)
    CSRFProtect(app)
    access.install(app, who)
    # The last one installed is the first to see the answer.
    headers.install(app)
    compress.install(app)
    assets.install(app)
    present.install(app)
    app.jinja_env.globals["take_notices"] = take_notices
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    reading.install(app)
    takeaway.install(app)
    glossary.install(app)
    teaching.install(app)
    models.install(app)
    for room in (library, reading, takeaway, glossary, teaching, models, mywords, site):
        app.register_blueprint(room.pages)


def template_folder() -> Path:
    """Where the templates are: inside the package once installed, beside it in a checkout."""
    inside = HERE / "templates"
    return inside if inside.is_dir() else HERE.parent / "templates"


def static_version() -> str:
    """Eight characters that change whenever a static file does.

    They are part of every static address, also of those that modules import from one another,
    so that a browser may keep the files for good.
    """
    digest = hashlib.sha256()
    folder = HERE / "static"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]
