"""HTML: one file that opens from a USB stick in any browser and asks no network for anything.

It holds the article's own Chinese and, where there is one, the reviewed version, each in both
scripts. Its Content-Security-Policy allows its own style and script, by their hashes, and nothing
else. Without JavaScript it is the article in two columns with its terms.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict

from reader.chinese.script import to_traditional
from reader.exports.document import TITLE_KIND, Document
from reader.exports.edition import renderings, toned
from reader.exports.options import LEVELS, Options
from reader.exports.origin import approval_line, origin_lines
from reader.exports.rows import rows_of, template, template_text


def write(document: Document, options: Options) -> bytes:
    """Return the page as UTF-8."""
    from markupsafe import Markup

    style, script = template_text("page.css"), template_text("page.js")
    given = renderings(document)
    blocks = rows_of(toned(document, options), options.wording)
    page = template("page.html").render(
        document=document,
        options=options,
        language=options.wording.language,
        _=options.wording.gettext,
        levels=LEVELS,
        traditional=lambda text: to_traditional(text, given),
        policy=_policy(style, script),
        # Both are files of this package, never text from outside.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        title=[row for block in blocks if block.kind == TITLE_KIND for row in block.rows],
        blocks=[block for block in blocks if block.kind != TITLE_KIND],
        has_reviewed=any(pair.reviewed for pair in document.pairs),
        approval=approval_line(document, options.wording),
        origin=origin_lines(document, options.wording),
        words=_words(document),
    )
    return page.encode()


def _words(document: Document) -> dict[str, object]:
    """Return what the cards say: only about words that stand in the article."""
    used = {
        token.text for pair in document.pairs for token in (*pair.tokens, *pair.reviewed_tokens)
    }
    glosses = {word: gloss for word, gloss in document.glosses.items() if word in used}
    terms = (
        asdict(term) | {"traditional": term.traditional or to_traditional(term.rendering)}
        for term in document.terms
    )
    return {
        "glosses": {word: asdict(gloss) for word, gloss in sorted(glosses.items())},
        "terms": list(terms),
    }


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    # A source expression of CSP Level 3, section 2.3.1.
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
