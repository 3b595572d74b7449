"""Style sheets and modules in few requests, without a build step.

A style sheet that imports others is sent as one file with them. What a module imports is named in
the page, so that a browser fetches everything at once and not one after another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, abort, url_for

# Requests for files that never change under their address.
ENDPOINTS = frozenset({"static", "stylesheet"})

_CSS_IMPORT = re.compile(r'^@import "([^"]+)"(?: ([^;]+))?;$', re.MULTILINE)
_JS_IMPORT = re.compile(r'^(?:import|\}|export)[^;"]*? ?(?:from )?"(\.[^"]+)";$', re.MULTILINE)


def install(app: Flask) -> None:
    """Let the application send whole style sheets, and templates name modules."""
    folder = Path(str(app.static_folder))

    def stylesheet(name: str) -> Response:
        sheet = (folder / "css" / name).with_suffix(".css")
        if ".." in Path(name).parts or not sheet.is_file():
            abort(404)
        return Response(whole_sheet(sheet), mimetype="text/css")

    def modules(entry: str) -> list[str]:
        found = (path.relative_to(folder).as_posix() for path in imported(folder / entry))
        return [url_for("static", filename=name) for name in found]

    app.add_url_rule(f"{app.static_url_path}/css/<path:name>.css", "stylesheet", stylesheet)
    app.jinja_env.globals["modules"] = modules


@lru_cache(maxsize=64)
def whole_sheet(sheet: Path) -> str:
    """A style sheet with the text of those that it imports, each in its medium."""

    def text(found: re.Match[str]) -> str:
        inside = whole_sheet(sheet.parent / found[1])
        return f"@media {found[2]} {{\n{inside}}}" if found[2] else inside

    return _CSS_IMPORT.sub(text, sheet.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def imported(entry: Path) -> tuple[Path, ...]:
    """The modules that a module imports at its start, and those that they import; each once."""
    found: dict[Path, None] = {}
    waiting = [entry]
    while waiting:
        module = waiting.pop()
        for name in _JS_IMPORT.findall(module.read_text(encoding="utf-8")):
            target = (module.parent / name).resolve()
            if target not in found:
                found[target] = None
                waiting.append(target)
    return tuple(found)
