from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

import pytest

from reader.translation.chat import ChatEngine, clean_answer
from reader.translation.engine import Draft, Request
from reader.translation.llama import Answer, Llama


class Scripted:
    """Stands in for a loaded chat model: gives its answers in turn, notes what it is told."""

    def __init__(self, *answers: str) -> None:
        self._answers = iter(answers)
        self.grammars: list[str] = []

    def chat(
        self, messages: Sequence[Mapping[str, str]], *, grammar: str = "", **options: object
    ) -> Answer:
        self.grammars.append(grammar)
        return Answer(next(self._answers), (), finished=True)


def translated(model: Scripted, request: Request) -> Draft:
    engine = ChatEngine(lambda: cast(Llama, model), key="own", name="Own")
    (draft,) = engine.translate([request])
    return draft


Hinted = Callable[..., Request]


def test_an_answer_with_all_renderings_is_asked_for_once(hinted: Hinted) -> None:
    model = Scripted("贸易战结束了。")

    draft = translated(model, hinted("The trade war ended.", trade_war="贸易战"))

    assert (draft.text, draft.forced, len(model.grammars)) == ("贸易战结束了。", (), 1)


def test_a_missing_rendering_is_asked_for_and_then_forced_by_a_grammar(hinted: Hinted) -> None:
    model = Scripted("商战结束了。", "商战结束了。", "贸易战结束了。")

    draft = translated(model, hinted("The trade war ended.", trade_war="贸易战"))

    assert (draft.text, draft.forced) == ("贸易战结束了。", ("贸易战",))
    assert [bool(grammar) for grammar in model.grammars] == [False, False, True]
    assert '"贸易战"' in model.grammars[-1]


@pytest.mark.parametrize("forced", ["贸易战", "贸易战贸易战贸易战贸易战结束了。", "The trade war."])
def test_a_forced_answer_that_does_not_read_is_thrown_away(hinted: Hinted, forced: str) -> None:
    model = Scripted("商业战争已经结束了。", "", forced)

    draft = translated(model, hinted("The trade war ended.", trade_war="贸易战"))

    assert (draft.text, draft.forced) == ("商业战争已经结束了。", ())


def test_a_refusal_is_not_asked_about_again(hinted: Hinted) -> None:
    model = Scripted("抱歉，我无法翻译这段内容。")

    assert translated(model, hinted("The trade war ended.", trade_war="贸易战")).text == ""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param("贸易战结束了。", "贸易战结束了。", id="already clean"),
        pytest.param("<think>我想想。</think>\n\n贸易战结束了。", "贸易战结束了。", id="thinking"),
        pytest.param("<think>我还在想", "", id="thinking that never ended"),
        pytest.param("Chinese: 贸易战结束了。", "贸易战结束了。", id="English label"),
        pytest.param("翻译：贸易战结束了。", "贸易战结束了。", id="Chinese label"),
        pytest.param(
            "Here is the translation:\n贸易战结束了。", "贸易战结束了。", id="label on its own line"
        ),
        pytest.param("**译文：** “贸易战结束了。”", "贸易战结束了。", id="markup and quotes"),
        pytest.param(
            "贸易战结束了。\nMàoyì zhàn jiéshù le.\n注：这是直译。",
            "贸易战结束了。",
            id="pinyin and note",
        ),
        pytest.param("The trade war ended.", "", id="English"),
        pytest.param("", "", id="empty"),
        pytest.param("抱歉，我无法翻译这段内容。", "", id="refusal"),
        pytest.param("贸易战结束了。<|im_end|>", "贸易战结束了。", id="mark of a template"),
    ],
)
def test_only_the_translation_comes_back(answer: str, expected: str) -> None:
    assert clean_answer(answer, "The trade war ended.") == expected


def test_the_quotation_marks_of_the_source_stay() -> None:
    assert clean_answer("“好。”", '"Good."') == "“好。”"


def test_an_apology_in_the_source_is_no_refusal() -> None:
    assert clean_answer("对不起，我迟到了。", "Sorry, I am late.") == "对不起，我迟到了。"
