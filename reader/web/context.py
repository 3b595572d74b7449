"""What every view needs from the application that runs it."""

from __future__ import annotations

from typing import cast

from flask import current_app

from reader.toolbox import Toolbox

KEY = "duizhao"


def toolbox() -> Toolbox:
    """The parts that this application was made with."""
    return cast("Toolbox", current_app.extensions[KEY])
