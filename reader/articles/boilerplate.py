"""Tell the parts of a news page that are not the article: banners, bars, boxes and buttons.

Two kinds of rule. A *label* is a whole line such as "Share this article"; only an exact line is
dropped. A *phrase* opens a longer text such as a cookie banner; it must speak to the reader
("you", "your") and hold no quotation, so that an article about cookies keeps its paragraphs.
"""

from __future__ import annotations

import re
from functools import cache

from reader.articles.labels import LABELS
from reader.articles.phrases import PHRASES

# Words. Text longer than this is never dropped for its wording, except consent banners.
LONGEST_LABEL = 20
LONGEST_BOX = 45
LONGEST_BANNER = 160
_LONGEST = {"cookies": LONGEST_BANNER, "copyright": LONGEST_BANNER, "newsletter": 90}

_TAIL = r"[\s:.!»›>→▸▼▾+–—-]*"

_SENTENCES = re.compile(r"[a-z]{3}[.!?] [A-Z]")
_WE = re.compile(r"(?i)\b(?:we|our|us)\b")
_YOU = re.compile(r"(?i)\byour?\b")
_APPEAL = re.compile(
    r"(?i)\b(donat(?=e|ion)|contribut(?=e|ion)|paywall|journalis(?=m|t)|reporters|reporting"
    r"|newsroom|readers|subscri(?=b|p)|support|independent)"
)
_NEW_WINDOW = re.compile(r"(?i)(?:, |\()opens? in (?:an? )?new (?:tab|window)\)?$|, opens new tab$")
_QUOTED = re.compile(r"[\"“”«»]")
_SECTION = re.compile(
    r"""(related|recommended|most\ (read|popular|viewed|shared|watched)|trending|popular|editors?|
    more\ (stories|news|from|on|in|like|headlines|coverage|articles)|latest|top\ (stories|news|
    picks)
    |you\ (may|might)|read\ (more|next|also)|see\ also|around\ the\ web|promoted|from\ our|what\ to
    \ read|in\ case\ you|up\ next|don['’]?t\ miss|must\ read|hot|similar|elsewhere|comments?|
    join\ the
    |search\ trends|list\ of|on\ this|further|the\ latest|explore\ more|discover\ more|suggested
    |other\ (stories|news))\b""",
    re.X | re.I,
)


@cache
def _compiled(of_labels: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = LABELS if of_labels else PHRASES
    return tuple((key, _pattern(rules)) for key, rules in table.items())


def _pattern(rules: str) -> re.Pattern[str]:
    joined = re.sub(r"\\\n\s*", "", rules.strip())
    return re.compile("|".join(re.split(r"\s*\n\s*| \| ", joined)), re.I)


def reason_to_drop(text: str) -> str:
    """Return the key of the reason why this text is not part of the article, "" if it may be.

    >>> reason_to_drop("Share this article"), reason_to_drop("Cookies were invented in 1994.")
    ('share', '')
    """
    words = text.count(" ") + 1
    if words > LONGEST_BANNER:
        return ""
    if is_appeal(text):
        return "account"
    if words <= LONGEST_LABEL and (key := _label(text) or _labels_in_a_row(text)):
        return key
    if _QUOTED.search(text):
        return ""
    text = text.lstrip("•·♦◆* ")
    for key, rule in _compiled(of_labels=False):
        if words <= _LONGEST.get(key, LONGEST_BOX) and rule.match(text):
            return key
    return ""


def is_appeal(text: str) -> bool:
    """Say whether a site asks its readers for money in a paragraph of its own."""
    if _QUOTED.search(text) or not _WE.search(text) or text.count(" ") > LONGEST_BANNER:
        return False
    terms = {term.casefold() for term in _APPEAL.findall(text)}
    return len(terms) >= (2 if _YOU.search(text) else 4)


def is_link(text: str) -> bool:
    """Say whether the page itself calls a short line a link: "About us, opens new tab"."""
    return text.count(" ") < 20 and _NEW_WINDOW.search(text) is not None


def _label(text: str) -> str:
    label = re.sub(rf"^[\s•·♦◆|*▶►→»›>+-]+|{_TAIL}$", "", text)
    if not label:
        return ""
    key = next((key for key, rule in _compiled(of_labels=True) if rule.fullmatch(label)), "")
    # A label is no text of several sentences; only what must be legally exact is.
    several = _SENTENCES.search(label) and key not in ("copyright", "details", "comments")
    return "" if several else key


def _labels_in_a_row(text: str) -> str:
    """Return the reason of a line of nothing but labels: "Advertisement · Scroll to continue"."""
    if _is_menu(text.split(" ")):
        return "menu"
    parts = [part for part in re.split(r"\s*[|·•]\s*", text) if part]
    if len(parts) > 1 and text.isupper() and all(part.count(" ") < 3 for part in parts):
        return "menu"
    reasons = [_label(part) for part in parts]
    if len(parts) < 2 or not any(reasons):
        return ""
    # "Jane Doe | Read more" is a link with the name of what it leads to.
    return next(filter(None, reasons)) if all(reasons) or reasons[-1] == "related" else ""


def _is_menu(words: list[str]) -> bool:
    """Say whether most words of a line are sections of a site: "Home Latest Opinion World"."""
    if len(words) < 4 or any(word[:1].islower() for word in words):
        return False
    return sum(1 for word in words if _label(word) == "menu") >= 0.6 * len(words)


def opens_list(text: str) -> bool:
    """Say whether a dropped label heads a list of links to other articles."""
    label = text.strip(" :•|*")
    # "Read more: Why bees dance" is the link itself.
    return label.count(" ") < 8 and ": " not in label and _SECTION.match(label) is not None


def is_bare(text: str) -> bool:
    """Say whether the text has no letter and no digit, such as a rule of dashes."""
    return not any(character.isalnum() for character in text)
