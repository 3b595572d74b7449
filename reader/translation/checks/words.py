"""Are all terms, names and codes there, and is no English left over?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary import abbreviated
from reader.translation.engine import Hint
from reader.translation.segment import Issue

_RUN = re.compile(
    r"(?<![@#/.\w])[A-Za-z][A-Za-z'’-]*(?:[ ,.]+[A-Za-z][A-Za-z'’-]*)*(?![\w@/]|\.\w)", re.ASCII
)
_PLAIN = re.compile(r"[a-z][a-z'’-]{2,}")
_TITLE = re.compile("《[^》]*》|“[^“”]*”|（[^（）]*）|\\([^()]*\\)|https?://\\S+|\\S+@\\S+")
# Units, and words that are written so in Chinese too.
_CHINESE_TOO = frozenset(
    re.findall(r"\w+", "km cm mm kg mg ml mph kph kmh kwh lbs khz mhz ghz wifi app apps vlog")
)
_FUNCTION = frozenset(
    re.findall(r"\w+", "the is was are were and that with for from has have been this which its")
)
_SOURCE_PLAIN = re.compile(r"\b[a-z]{3,}(?:['’-][a-z]+)*\b")
_CODE = re.compile(
    r"(?<![\w.-])(?:[A-Z]{1,5}-?\d{2,5}[A-Z]?|[A-Z]\d[A-Z]{1,3}|[@#]\w{3,}|[\w.+-]+@[\w-]+\.\w+)(?![\w-])"
)
# Written with Chinese words: 新冠, 七国集团.
_IN_CHINESE = re.compile(r"COVID-19|G\d{1,2}")


def term_issues(target: str, hints: Sequence[Hint]) -> Iterator[Issue]:
    """Yield each glossary term whose rendering, or an accepted other one, the target lacks.

    A country's one character counts where it stands for the country: 中美关系.
    """
    for hint in hints:
        written = any(wanted and wanted in target for wanted in (hint.target, *hint.accepted))
        if not written and abbreviated(target, hint.target) is None:
            yield Issue(
                "term-missing", hint.start, hint.end, detail=f"{hint.source} → {hint.target}"
            )


def name_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield the codes of the source that the target lacks: flight and model numbers, @names.

    Other names are written in Chinese in more than one way, so that nothing sure can be said.
    """
    plain = target.replace("-", "").replace(" ", "").upper()
    for code in _CODE.finditer(source):
        if not _IN_CHINESE.fullmatch(code[0]) and code[0].replace("-", "").upper() not in plain:
            yield Issue("name", *code.span(), 0, 0, detail=code[0])


def leftover_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield English words that were left standing in the Chinese and are no names.

    A name, an acronym or a brand may stay in Latin letters, and so may a title or an original
    name in brackets or quotation marks. A word in small letters may not, whether the source has it
    too or the engine made it up (又hold了), unless the source writes it as a name.
    """
    plain_words = frozenset(_SOURCE_PLAIN.findall(source))
    all_words = frozenset(re.findall(r"[a-z'’-]+", source.lower()))
    shielded = [m.span() for m in _TITLE.finditer(target)]
    for run in _RUN.finditer(target):
        words = re.split("[ ,.]+", run[0])
        is_shielded = any(start <= run.start() and run.end() <= end for start, end in shielded)
        if is_shielded and not _is_prose(words):
            continue
        has_name = any(word[0].isupper() for word in words)
        if has_name and not _is_prose(words):
            continue
        left = [
            word
            for word in words
            if _PLAIN.fullmatch(word)
            and word not in _CHINESE_TOO
            and (word in plain_words or word not in all_words)
        ]
        if left:
            at = target.find(run[0], run.start())
            yield Issue("leftover", *_where(source, left[0]), at, run.end(), detail=run[0][:60])


def _is_prose(words: Sequence[str]) -> bool:
    """Say whether a run of Latin words is an English clause, not a name."""
    return len(words) >= 4 and sum(word in _FUNCTION for word in words) >= 2


def _where(source: str, word: str) -> tuple[int, int]:
    found = re.search(rf"\b{re.escape(word)}\b", source)
    return found.span() if found else (0, 0)
