from __future__ import annotations

import pytest

from glossary import abbreviated


@pytest.mark.parametrize(
    ("target", "rendering", "written"),
    [
        pytest.param("中美两国元首通话", "美国", "美", id="a pair"),
        pytest.param("中美关系", "中国", "中", id="the other of the pair"),
        pytest.param("中日韩三国峰会", "日本", "日", id="three"),
        pytest.param("邀请他访华", "中国", "华", id="visit"),
        pytest.param("对华加征关税", "中国", "华", id="towards China"),
        pytest.param("中方表示", "中国", "中", id="side"),
        pytest.param("俄乌冲突", "乌克兰", "乌", id="conflict"),
        pytest.param("其中美国最多", "中国", None, id="among them"),
        pytest.param("中美洲国家", "美国", None, id="Central America"),
        pytest.param("集中方法", "中国", None, id="a method"),
        pytest.param("美好的一天", "美国", None, id="a lone character"),
        pytest.param("对美好生活的向往", "美国", None, id="towards the good"),
        pytest.param("心中日益不安", "日本", None, id="in the heart"),
        pytest.param("中美关系", "瑞士", None, id="no short name"),
    ],
)
def test_a_country_counts_where_one_character_stands_for_it(
    target: str, rendering: str, written: str | None
) -> None:
    span = abbreviated(target, rendering)

    assert (target[slice(*span)] if span else None) == written
