"""The library page: all articles, and the ways to add one."""

from __future__ import annotations

from reader.web.library.views import pages

__all__ = ["pages"]
