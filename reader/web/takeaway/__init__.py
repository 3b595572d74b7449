"""Take away: an article as a file, and on paper."""

from __future__ import annotations

from reader.web.takeaway.views import pages
from reader.web.takeaway.words import install

__all__ = ["install", "pages"]
