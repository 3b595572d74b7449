"""Any GGUF of a person's own, asked through the chat template that the file carries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from reader.translation.clauses import join_parts, split_clauses
from reader.translation.engine import Draft, Request
from reader.translation.forcing import grammar, loops, missing
from reader.translation.llama import GREEDY, Llama
from reader.translation.on_demand import OnDemand, workers

MAX_WORDS = 80
SECONDS = 180.0  # for one sentence: a big model on an old laptop
SLOTS = 2
_SLACK = 20  # characters that a forced answer may have more on either side
_ORDER = (
    "Translate this English sentence from a news article into Simplified Chinese. "
    "Answer with the translation only: no notes, no pinyin, no quotation marks around it."
)
_SAMPLED: Mapping[str, object] = {"temperature": 0.5, "top_p": 0.9}
_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"<\|[^|>]*\|>|</?s>|```\w*|\*\*")
_LABEL = re.compile(
    r"^\W*(?:(?:the )?(?:simplified )?(?:chinese|translation|translated)[^:：\n]{0,30}"
    r"|(?:简体)?中文[^:：\n，。]{0,6}|翻译[^:：\n，。]{0,6}|译文|sure[^:：\n]{0,60}|here[^:：\n]{0,60})[:：]\s*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\W*(?:note|pinyin|explanation|english|注|注释|说明|解释|拼音|原文)\W*[:：]", re.I
)
_REFUSAL = re.compile(
    r"^(?:很?抱歉|对不起)[，,]|作为(?:一个|一名)?(?:AI|人工智能|语言模型)|我(?:无法|不能)(?:翻译|提供)"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_QUOTES = {"“": "”", '"': '"', "「": "」", "‘": "’", "'": "'"}


class ChatEngine:
    """Translates with a chat model; *open_model* loads it at the first translation."""

    def __init__(self, open_model: Callable[[], Llama], *, key: str, name: str) -> None:
        self.key = key
        self.name = name
        self._model = OnDemand(open_model)

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        """Yield one draft per request, in order; "" where the model refused or wrote English."""
        model = self._model.get()
        with workers(SLOTS) as (pool, stopped):
            waiting = [
                pool.submit(_translate, model, request, GREEDY, stopped) for request in requests
            ]
            for draft in waiting:
                yield draft.result()

    def alternatives(self, request: Request) -> Iterator[Draft]:
        """Yield two sampled drafts."""
        model = self._model.get()
        for seed in (1, 2):
            yield _translate(model, request, {**_SAMPLED, "seed": seed}, lambda: False)

    def close(self) -> None:
        """Free the model's memory; a translation that is under way ends first."""
        self._model.close()


def clean_answer(answer: str, source: str) -> str:
    """Return the translation in what a chat model wrote, "" where there is none.

    Thinking, labels, markup, pinyin, notes and quotation marks around the whole go. An answer
    without a Han character, or a refusal, is none.

    >>> clean_answer("<think>Hm.</think>翻译：“你好，世界。”", "Hello, world.")
    '你好，世界。'
    """
    text = _MARKUP.sub("", _THINKING.sub("", answer))
    lines = [_LABEL.sub("", line).strip() for line in text.splitlines() if not _NOTE.match(line)]
    chinese = next((line for line in lines if _HAN.search(line)), "")
    if _REFUSAL.search(chinese) and "sorry" not in source.lower():
        return ""
    closing = _QUOTES.get(chinese[:1])
    if closing and chinese.endswith(closing) and source[:1] not in "“\"'‘":
        inner = chinese[1:-1]
        return inner if closing not in inner else chinese
    return chinese


def _translate(
    model: Llama, request: Request, sampling: Mapping[str, object], stopped: Callable[[], bool]
) -> Draft:
    parts = split_clauses(request.text, request.hints, max_words=MAX_WORDS, max_hints=20)
    return join_parts(parts, [_part(model, part.request, sampling, stopped) for part in parts])


def _part(
    model: Llama, request: Request, sampling: Mapping[str, object], stopped: Callable[[], bool]
) -> Draft:
    """Return the draft of a part, with the renderings that it lacked asked for, then forced."""
    ask = partial(_ask, model, request, sampling=sampling, stopped=stopped)
    question = [_says("user", _question(request))]
    first = best = ask(question)
    lacking = missing(first, request.hints)
    if not first or not lacking or stopped():
        return Draft(first)
    targets = "、".join(hint.target for hint in lacking)
    reminder = f"Translate it again. Use exactly these words: {targets}"
    best = _fuller(
        best, ask([*question, _says("assistant", first), _says("user", reminder)]), request
    )
    for hint in missing(best, request.hints):
        if stopped():
            break
        best = _fuller(
            best, ask(question, rules=grammar(hint.target, len(first) + _SLACK)), request
        )
    still = missing(best, request.hints)
    return Draft(best, forced=tuple(hint.target for hint in lacking if hint not in still))


def _says(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


def _fuller(best: str, answer: str, request: Request) -> str:
    """Return the answer if it has more of the renderings and still reads like one, else *best*."""
    more = len(missing(answer, request.hints)) < len(missing(best, request.hints))
    whole = len(answer) >= len(best) / 2 and loops(answer) <= loops(best)
    return answer if more and whole else best


def _question(request: Request) -> str:
    pairs = dict.fromkeys((hint.source, hint.target) for hint in request.hints)
    terms = "".join(f"\n{source} = {target}" for source, target in pairs)
    glossary = f"\n\nUse these translations of terms:{terms}" if terms else ""
    return f"{_ORDER}{glossary}\n\n{request.text}"


def _ask(
    model: Llama,
    request: Request,
    messages: Sequence[Mapping[str, str]],
    *,
    sampling: Mapping[str, object],
    stopped: Callable[[], bool],
    rules: str = "",
) -> str:
    answer = model.chat(
        messages,
        limit=64 + 5 * len(request.text.split()),
        seconds=SECONDS,
        sampling=sampling,
        grammar=rules,
        stopped=stopped,
    )
    return clean_answer(answer.text, request.text)
