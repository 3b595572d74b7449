"""TMX: the translated sentences as a translation memory, for OmegaT and other such programs."""

from __future__ import annotations

from dataclasses import replace

from reader.exports.document import Document, Pair
from reader.exports.edition import edition
from reader.exports.options import Options, Script
from reader.exports.origin import who
from reader.exports.wording import ENGLISH


def write(document: Document, options: Options) -> bytes:
    """Return TMX 1.4b. Each unit names article, source, and who made and approved it.

    Whatever script was chosen it is simplified, which its language tag promises.
    """
    # Imported late: they load an XML library.
    from reader.translation import tmx
    from reader.translation.memory import Unit

    document = edition(document, replace(options, script=Script.SIMPLIFIED))
    return tmx.write(
        Unit(
            pair.segment.source,
            pair.segment.target,
            author=pair.segment.engine or pair.segment.origin.value,
            date=document.made.isoformat(),
            origin=_origin(document, pair),
        )
        for pair in document.pairs
        if pair.segment.target
    )


def _origin(document: Document, pair: Pair) -> str:
    return " · ".join(filter(None, (document.title, document.address, who(pair, ENGLISH))))
