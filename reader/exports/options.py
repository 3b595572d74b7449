"""What a person can choose about an export."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of all formats; each format heeds those that it can.

    `pinyin` puts pinyin over the Chinese words (where the reader can still switch it, it is the
    first state).
    """

    pinyin: bool = False
