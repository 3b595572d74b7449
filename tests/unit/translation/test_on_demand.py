"""A model is loaded late, once, and again after it was freed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import pytest

from reader.errors import ModelMissing
from reader.translation.on_demand import OnDemand, workers


def test_a_model_is_loaded_once_for_many_threads_and_again_after_it_was_closed() -> None:
    numbers = count()
    model = OnDemand(lambda: next(numbers))
    ready = Barrier(8)

    def ask(_: int) -> int:
        ready.wait()
        return model.get()

    with ThreadPoolExecutor(8) as pool:
        first = set(pool.map(ask, range(8)))
    model.close()

    assert (first, model.get()) == ({0}, 1)


def test_a_model_that_could_not_be_loaded_is_tried_again() -> None:
    answers = iter([ModelMissing("No model."), "model"])

    def load() -> str:
        answer = next(answers)
        if isinstance(answer, ModelMissing):
            raise answer
        return answer

    model = OnDemand(load)

    with pytest.raises(ModelMissing):
        model.get()
    assert model.get() == "model"


def test_work_that_nobody_waits_for_any_more_is_dropped_and_told_to_stop() -> None:
    begun = Barrier(2)

    with workers(1) as (pool, stopped):

        def work() -> bool:
            begun.wait()
            while not stopped():
                pass
            return True

        under_way = pool.submit(work)
        waiting = pool.submit(work)
        begun.wait()

    assert under_way.result()
    assert waiting.cancelled()
