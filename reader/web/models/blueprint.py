"""The blueprint to which the modules of this folder give their addresses."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("models", __name__)
