"""Renderings in Chinese text: the longest first, in simplified and in traditional characters."""

from __future__ import annotations

import re

import pytest

from glossary import Matcher, Term, shipped
from glossary.chinese import traditional_of

SHIPPED = Matcher(shipped())
# What is to be found stands between double brackets.
SENTENCES = [
    "[[中美关系]]正处在十字路口。",
    "構建[[新型大國關係]]",
    "构建[[中美新型大国关系]]",
    "[[美国]][[商务部]]与[[中国商务部]]",
    "[[美國總統]][[特朗普]]",
    "[[美国总统]][[特朗普]]抵达[[海湖庄园]]",
    "[[美國總統]]抵達",
    "[[习近平主席]]同[[拜登]][[通话]]",
    "[[習近平]]將訪問",
    "[[不冲突、不对抗]]、[[相互尊重]]",
    "[[不冲突不对抗、相互尊重、合作共赢]]是原则",
    "[[不衝突不對抗、相互尊重、合作共贏]]",
    "[[「一帶一路」]]",
    "[[“一带一路”倡议]]",
    "[[修昔底德陷阱]]并非宿命",
    "[[「小院高牆」]]",
    "[[小院高墙]]行不通",
    "[[贸易战]]、[[关税战]]、[[摩擦]]",
    "[[贸易战没有赢家]]",
    "[[貿易戰]]",
    "[[联合国安全理事会]]开会",
    "[[联合国宪章]]",
    "[[聯合國憲章]]",
    "[[联合国]]大会",
    "[[《全球人工智能治理倡议》]]",
    "[[人工智能]]发展",
    "[[人工智能芯片]]出口",
    "[[世界贸易组织]]裁决",
    "[[世界貿易組織]]",
    "[[出口管制]]与[[关税]]",
    "[[對等關稅]]",
    "[[南海行为准则]]",
    "[[南海]]风浪",
    "[[经贸谈判]]",
    "[[中国人民大学]]",
    "[[全国人民代表大会]]开幕",
    "[[“台独”分裂分子]]",
    "[[一个中国原则]]",
    "[[一個中國原則]]",
    "[[两国方案]]",
    "[[去美元化]]",
    "[[G20]][[峰会]]？",
    "MAIL里没有RCEPX",
    "[[RCEP]]生效",
    "[[产业链供应链]]稳定",
    "[[战略竞争对手]]",
    "[[華為]]與[[南海行為準則]]",
    "[[台灣海峽]]又作[[臺灣海峽]]",
    "[[峰會]]即[[峯會]]",
    "[[市場准入]]",
    "[[戰略夥伴關係]]",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_chinese_sentence_has_exactly_these_renderings(marked: str) -> None:
    text = re.sub(r"\[\[|\]\]", "", marked)

    assert [match.surface for match in SHIPPED.find_chinese(text)] == re.findall(
        r"\[\[(.*?)\]\]", marked
    )


@pytest.mark.parametrize("term", shipped(), ids=lambda term: term.id)
def test_every_shipped_rendering_is_found_in_both_scripts(term: Term) -> None:
    own = Matcher([term])

    for rendering in (term.rendering, traditional_of(term), *term.accepted):
        assert own.find_chinese(f"（{rendering}）")[0].surface == rendering


@pytest.mark.parametrize(
    ("rendering", "traditional"),
    [
        pytest.param("一个中国原则", "一個中國原則", id="the usual measure word"),
        pytest.param("华为", "華為", id="the usual form of wei"),
        pytest.param("战略伙伴关系", "戰略夥伴關係", id="partners"),
    ],
)
def test_traditional_forms_are_those_of_newspapers(rendering: str, traditional: str) -> None:
    assert traditional_of(Term("id", "term", rendering)) == traditional
