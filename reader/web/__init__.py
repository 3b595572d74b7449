"""The web face: pages over the services. Flask lives here and nowhere else."""

from __future__ import annotations

from reader.web.app import create_app

__all__ = ["create_app"]
