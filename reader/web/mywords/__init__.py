"""My words: the starred words of this browser, to look over, practise and take away."""

from __future__ import annotations

from reader.web.mywords.views import pages

__all__ = ["pages"]
