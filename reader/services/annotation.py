"""Annotation: the words, pinyin, levels and word links of a sentence's Chinese."""

from __future__ import annotations
