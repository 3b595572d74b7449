"""Any GGUF of a person's own, asked through the chat template that the file carries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.translation.clauses import join_parts, split_clauses
from reader.translation.engine import Draft, Request
from reader.translation.forcing import missing
from reader.translation.llama import GREEDY, Llama
from reader.translation.on_demand import OnDemand, workers

MAX_WORDS = 80
SECONDS = 180.0  # for one sentence: a big model on an old laptop
SLOTS = 2
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
    """Return the draft of a part; where it lacks a rendering the model is asked once more."""
    messages = [{"role": "user", "content": _question(request)}]
    first = _ask(model, request, messages, sampling, stopped)
    lacking = missing(first, request.hints)
    if not first or not lacking or stopped():
        return Draft(first)
    targets = "、".join(hint.target for hint in lacking)
    messages += [
        {"role": "assistant", "content": first},
        {"role": "user", "content": f"Translate it again. Use exactly these words: {targets}"},
    ]
    second = _ask(model, request, messages, sampling, stopped)
    still = missing(second, request.hints)
    if not second or len(still) >= len(lacking):
        return Draft(first)
    return Draft(second, forced=tuple(hint.target for hint in lacking if hint not in still))


def _question(request: Request) -> str:
    pairs = dict.fromkeys((hint.source, hint.target) for hint in request.hints)
    terms = "".join(f"\n{source} = {target}" for source, target in pairs)
    glossary = f"\n\nUse these translations of terms:{terms}" if terms else ""
    return f"{_ORDER}{glossary}\n\n{request.text}"


def _ask(
    model: Llama,
    request: Request,
    messages: Sequence[Mapping[str, str]],
    sampling: Mapping[str, object],
    stopped: Callable[[], bool],
) -> str:
    limit = 64 + 5 * len(request.text.split())
    answer = model.chat(messages, limit=limit, seconds=SECONDS, sampling=sampling, stopped=stopped)
    return clean_answer(answer.text, request.text)
