"""The built-in engine: a small language model with an adapter for English news, on llama.cpp."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.translation.careful import best_agreed
from reader.translation.checks import check
from reader.translation.clauses import Part, join_parts, split_clauses, written_credit
from reader.translation.engine import Draft, Hint, Request
from reader.translation.forcing import (
    Fork,
    crowded,
    forks,
    grammar,
    loops,
    misplaced,
    missing,
    said,
    spelled,
)
from reader.translation.insertion import inserted
from reader.translation.llama import GREEDY, Answer, Llama
from reader.translation.on_demand import OnDemand, workers
from reader.translation.typography import typeset

MAX_WORDS = 26  # of a part; measured on news: shorter parts lose context, longer ones lose clauses
MAX_HINTS = 6
MAX_BYTES = 800  # of a part that no cut could shorten: not a sentence, left as it is
_SHORT_WORDS, _LONG_WORDS = 12, 40  # of the parts of an alternative
_AT_A_TIME = 2  # alternatives
SECONDS = 60.0  # for one part
_MOST_FORKS = 2  # to be gone on from, where one of them is good
_GOOD_FORK = -1.0  # the worth of a fork after which no other place is tried
_CLEAR = 2.0  # by so much a fork is worth more than the next, so that none is asked further
_LEAST_SCORE = -0.75  # of an answer made by a grammar; below, it does not read as a sentence
_SPACE = re.compile(r"\s")  # one for one: hints keep their places
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLED: Mapping[str, object] = {"temperature": 0.6, "top_k": 40, "top_p": 0.9}
_SPREAD: Mapping[str, object] = {"temperature": 0.5, "top_k": 40, "top_p": 0.9}
_UNREPEATED: Mapping[str, object] = {**GREEDY, "repeat_penalty": 1.3}


class GgufEngine:
    """Translates with the prompt that the built-in adapter was trained on.

    `open_model` loads the model; it is called at the first translation and after `close`. Long
    sentences are translated in parts. A glossary rendering that the answer lacks is forced
    (see `reader.translation.forcing`). With *samples* each part is also decoded so many times by
    chance, and the answer that the others agree with is taken. Safe to use from several threads.
    """

    def __init__(
        self,
        open_model: Callable[[], Llama],
        *,
        key: str,
        name: str,
        slots: int = 6,
        samples: int = 0,
    ) -> None:
        self.key = key
        self.name = name
        self._slots = slots
        self._samples = samples
        self._model = OnDemand(open_model)

    def translate(self, requests: Sequence[Request]) -> Iterator[Draft]:
        """Yield one draft per request, in order, several parts being decoded at a time."""
        model = self._model.get()
        split = [_parts(request, MAX_WORDS) for request in requests]
        with workers(self._slots) as (pool, stopped):
            work = partial(_translate_part, model, stopped=stopped, samples=self._samples)
            # The first one alone, so that a reader soon sees something.
            for batch in (split[:1], split[1:]):
                waiting = [[pool.submit(work, part.request) for part in parts] for parts in batch]
                for parts, futures in zip(batch, waiting, strict=True):
                    yield _joined(parts, futures)

    def alternatives(self, request: Request) -> Iterator[Draft]:
        """Yield drafts cut at every clause, without repetition, without hints, and sampled.

        Two are made at a time: on two cores that takes little longer than one.
        """
        model = self._model.get()
        ways = list(_other_ways(request))
        with workers(self._slots) as (pool, stopped):
            work = partial(_translate_part, model, stopped=stopped)
            for at in range(0, len(ways), _AT_A_TIME):
                waiting = [
                    (parts, [pool.submit(work, part.request, sampling=how) for part in parts])
                    for parts, how in ways[at : at + _AT_A_TIME]
                ]
                for parts, futures in waiting:
                    yield _joined(parts, futures)

    def close(self) -> None:
        """Free the model's memory; a translation that is under way ends first."""
        self._model.close()


def builtin_engine(
    model: Callable[[], Path], adapter: Path, slots: int = 6, samples: int = 0
) -> GgufEngine:
    """Return the engine that ships with Duizhao; *model* gives the path of the base model.

    With *samples* it is the careful one: 5 raise FLORES by a BLEU and take six times as long.
    """
    return GgufEngine(
        lambda: Llama(model(), adapter=adapter, slots=slots),
        key="builtin-careful" if samples else "builtin",
        name="Built-in, careful" if samples else "Built-in (Gemma 3 270M + adapter)",
        slots=slots,
        samples=samples,
    )


def prompt(request: Request) -> str:
    """Return the prompt, exactly as the adapter was trained on it."""
    pairs = dict.fromkeys((hint.source, hint.target) for hint in request.hints)
    terms = "; ".join(f"{source}={target}" for source, target in pairs)
    return (f"Terms: {terms}\n" if terms else "") + f"English: {request.text}\nChinese:\n"


def _parts(request: Request, words: int) -> tuple[Part, ...]:
    return split_clauses(
        request.text, request.hints, max_words=words, max_hints=MAX_HINTS, credit_apart=True
    )


def _other_ways(request: Request) -> Iterator[tuple[tuple[Part, ...], Mapping[str, object]]]:
    """Yield the parts of each alternative with how they are sampled."""
    if len(request.text.split()) > _SHORT_WORDS:
        yield _parts(request, _SHORT_WORDS), GREEDY
    whole = _parts(request, _LONG_WORDS)
    yield whole, _UNREPEATED
    if request.hints:
        yield _parts(replace(request, hints=()), _LONG_WORDS), GREEDY
    for seed in (1, 2):
        yield whole, {**_SAMPLED, "seed": seed}


def _joined(parts: Sequence[Part], futures: Sequence[Future[Draft]]) -> Draft:
    return join_parts(parts, [future.result() for future in futures])


def _translate_part(
    model: Llama,
    request: Request,
    stopped: Callable[[], bool] = lambda: False,
    sampling: Mapping[str, object] = GREEDY,
    samples: int = 0,
) -> Draft:
    """Return the model's draft of a part, with the renderings that it lacked forced."""
    request = replace(request, text=_SPACE.sub(" ", request.text))
    credit = written_credit(request)
    if credit is not None:
        return Draft(credit)
    if not _LETTER.search(request.text) or len(request.text.encode()) > MAX_BYTES:
        return Draft(request.text)
    decoder = _Decoder(model, request, stopped)
    answer = decoder.decode(sampling=sampling) if not samples else decoder.agreed(samples)
    forced: list[str] = []
    for _ in request.hints:
        if stopped() or not missing(answer.text, request.hints):
            break
        better = decoder.force(answer)
        if better is None:
            break
        answer, hint = better
        forced.append(hint.target)
    return Draft(answer.text.strip(), score=answer.score, forced=tuple(forced))


class _Decoder:
    """Decodes one part in several ways."""

    def __init__(self, model: Llama, request: Request, stopped: Callable[[], bool]) -> None:
        self._model = model
        self._request = request
        self._stopped = stopped
        self._prompt = prompt(request)
        renderings = sum(len(hint.target) for hint in request.hints)
        # Chinese news has 1.2 tokens a word of English; twice that is a loop.
        self._limit = 16 + renderings + 3 * len(request.text.split())

    def decode(
        self,
        start: str = "",
        sampling: Mapping[str, object] = GREEDY,
        rules: str = "",
    ) -> Answer:
        """Return what the model writes after *start*."""
        return self._model.complete(
            self._prompt + start,
            limit=self._limit,
            seconds=SECONDS,
            sampling=sampling,
            grammar=rules,
            stopped=self._stopped,
        )

    def agreed(self, samples: int) -> Answer:
        """Return the answer that the others agree with: the greedy one or one of the *samples*."""
        ways = [GREEDY, *({**_SPREAD, "seed": seed} for seed in range(1, samples + 1))]
        answers = [self.decode(sampling=way) for way in ways]
        texts = [typeset(answer.text, self._request.text) for answer in answers]
        found = best_agreed(texts, lambda text: len(check(self._request.text, text)))
        return answers[found]

    def force(self, answer: Answer) -> tuple[Answer, Hint] | None:
        """Return *answer* with one more rendering in it, and its hint, or None."""
        hints = self._request.hints
        lacking = sorted(missing(answer.text, hints), key=lambda hint: -len(hint.target))
        for hint in lacking:
            best: tuple[Answer, float] | None = None
            places = self._likeliest(forks(self._request.text, answer.tokens, hint, hints))
            for tried, (fork, chance) in enumerate(places, start=1):
                if self._stopped():
                    return None
                new, worth = self._continued(fork, chance)
                if self._better(new, answer, hint) and (best is None or worth > best[1]):
                    best = new, worth
                if best and (best[1] > _GOOD_FORK or tried >= _MOST_FORKS):
                    break
            if best:
                return best[0], hint
        for hint in lacking:
            text = inserted(self._request.text, answer.text, hint, hints)
            if text is not None:
                return Answer(text, (), answer.finished), hint
        for hint in lacking:
            new = self.decode(rules=grammar(hint.target, len(answer.text)))
            if (new.score or 0.0) > _LEAST_SCORE and self._better(new, answer, hint):
                return new, hint
        return None

    def _likeliest(self, places: Sequence[Fork]) -> list[tuple[Fork, float]]:
        """Return the forks, best first, with the log-probability of the whole rendering there.

        Its first token may be likely where the rest is not: 荷兰 where 荷兰语 is wanted.
        """
        if _is_clear(places):
            return [(fork, fork.chance) for fork in places]
        found = []
        for fork in places:
            answer = self.decode(fork.before, rules=spelled(fork.hint.target))
            found.append((fork, said(answer.tokens, fork.hint.target)))
        return sorted(found, key=lambda each: -each[1] - each[0].fit)

    def _continued(self, fork: Fork, chance: float) -> tuple[Answer, float]:
        rest = self.decode(fork.text)
        new = Answer(fork.text + rest.text, fork.followed_by(rest.tokens), rest.finished)
        lacking = len(missing(new.text, self._request.hints))
        worth = chance + fork.fit + 3 * (rest.score or 0.0) - 4 * lacking - 6 * loops(new.text)
        return new, worth

    def _better(self, new: Answer, old: Answer, hint: Hint) -> bool:
        hints = self._request.hints
        shown = len(missing(new.text, hints)) < len(missing(old.text, hints))
        written = new.text.count(hint.target) <= sum(other.target == hint.target for other in hints)
        long_enough = len(new.text) >= 0.5 * len(old.text)
        right = not (misplaced(new.text, hint, hints) or crowded(new.text, hint, hints))
        unlooped = loops(new.text) <= loops(old.text)
        return shown and written and long_enough and right and unlooped


def _is_clear(places: Sequence[Fork]) -> bool:
    """Return whether the first of the *places*, best first, is far better than the others."""
    worths = [fork.chance + fork.fit for fork in places[:2]]
    return len(worths) < 2 or worths[0] - worths[1] > _CLEAR
