from __future__ import annotations

import pytest

from reader.translation.engine import Hint
from reader.translation.insertion import inserted


@pytest.mark.parametrize(
    ("source", "answer", "terms", "expected"),
    [
        pytest.param(
            "A robot in Wuhan, Hubei Province, China.",
            "中国武汉的机器人。",
            {"Wuhan": "武汉", "Hubei Province": "湖北省", "China": "中国"},
            "中国湖北省武汉的机器人。",
            id="the bigger place comes first",
        ),
        pytest.param(
            "Flags at the Trade Meeting in Geneva, Switzerland, on Monday.",
            "中美日内瓦会谈上的旗帜。",
            {"Trade Meeting in Geneva": "中美日内瓦会谈", "Switzerland": "瑞士"},
            "中美日内瓦会谈（瑞士）上的旗帜。",
            id="a name is not torn",
        ),
        pytest.param(
            "They sell to Germany, France and Italy.",
            "他们卖给德国。",
            {"Germany": "德国", "France": "法国"},
            None,
            id="a list is no address",
        ),
        pytest.param(
            "China and the trade war hurt.",
            "中国受伤。",
            {"China": "中国", "trade war": "贸易战"},
            None,
            id="words between",
        ),
        pytest.param(
            "Germany and France agreed.",
            "德国同意了。",
            {"Germany": "德国", "France": "法国"},
            "德国和法国同意了。",
            id="two in a row",
        ),
        pytest.param(
            "Germany and France agreed.",
            "德国和法兰西同意了。",
            {"Germany": "德国", "France": "法国"},
            None,
            id="the row has a second one already",
        ),
    ],
)
def test_a_rendering_is_put_in_only_where_its_place_is_sure(
    source: str, answer: str, terms: dict[str, str], expected: str | None
) -> None:
    hints = [
        Hint(source.index(term), source.index(term) + len(term), term, target)
        for term, target in terms.items()
    ]
    lacking = next(hint for hint in hints if hint.target not in answer)

    assert inserted(source, answer, lacking, hints) == expected
