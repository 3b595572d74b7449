from __future__ import annotations

import pytest

from reader.translation.chat import clean_answer


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
