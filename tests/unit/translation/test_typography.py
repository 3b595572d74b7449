"""Chinese text looks as printed Chinese does, and its letters never change."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.translation.typography import remap, typeset

PIECES = (
    *"中国和的人一二年，。：；？！、（）“”‘’《》…—·,.:;?!()\"'-– 　/%1２3aBＣ",
    "...", "--", "— —", "1,000", "3.5", "10:30", "U.S.", "http://a.cn/b?c=1", "以及", "・", "\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
sources = st.sampled_from(["", "He left.", 'He said "a, b, and c."', "Why?"])


def letters(text: str) -> str:
    """Return the letters, digits and Han characters, in half width."""
    narrow = {code + 0xFEE0: code for code in range(0x30, 0x7B)}
    return "".join(ch for ch in text.translate(narrow) if ch.isalnum())


@pytest.mark.parametrize(
    ("raw", "done"),
    [
        pytest.param("周一,他说:好;对吗?对!", "周一，他说：好；对吗？对！", id="full-width marks"),
        pytest.param("他走了.", "他走了。", id="final stop"),
        pytest.param("他走了.她来了.", "他走了。她来了。", id="stop between sentences"),
        pytest.param("增长3.5%,约1,000人", "增长3.5%，约1,000人", id="numbers stay half-width"),
        pytest.param("在10:30以5-0获胜", "在10:30以5-0获胜", id="times and scores"),
        pytest.param("以７–２，１０：３０，３．５％", "以7-2，10:30，3.5%", id="full-width digits"),
        pytest.param("在2008,400人", "在2008，400人", id="a year is no group of thousands"),
        pytest.param("约1 000万份", "约1,000万份", id="thousands printed with a space"),
        pytest.param(
            "他去了U.S.和www.un.org/zh,好.", "他去了U.S.和www.un.org/zh，好。", id="Latin dots"
        ),
        pytest.param("写信给a.b@c.cn.", "写信给a.b@c.cn。", id="e-mail"),
        pytest.param("约翰·F. Kennedy说", "约翰·F. Kennedy说", id="initial"),
        pytest.param("爪子像Velociraptor.", "爪子像Velociraptor。", id="stop after a Latin word"),
        pytest.param("Kahne和Truex, Jr.分别", "Kahne和Truex, Jr.分别", id="Latin suffix"),
        pytest.param(
            "Apple, Google和联想宣布", "Apple，Google和联想宣布", id="Latin names in a row"
        ),
        pytest.param('他说:"好."', "他说：“好。”", id="straight quotes"),
        pytest.param('他说“这叫"和平"。”', "他说“这叫‘和平’。”", id="mixed quotes are nested"),
        pytest.param("「绿卡」和『书』", "“绿卡”和“书”", id="corner brackets"),
        pytest.param("他持有'绿卡'.", "他持有“绿卡”。", id="single quotes outside become double"),
        pytest.param('他说",我走了."', "他说：“我走了。”", id="swapped comma and quote"),
        pytest.param('他说,"我走了."', "他说：“我走了。”", id="colon before what is said"),
        pytest.param('他说,"绿卡"丢了.', "他说，“绿卡”丢了。", id="no colon before one word"),
        pytest.param('据说,"他走了."', "据说，“他走了。”", id="据说 says nothing by itself"),
        pytest.param("David O'Shannessy说", "David O'Shannessy说", id="apostrophe"),
        pytest.param("身高5'11\"的人", "身高5'11\"的人", id="feet and inches"),
        pytest.param('报纸 "卫报" 建议', "报纸“卫报”建议", id="no space around quotes"),
        pytest.param("白厅 (Whitehall) 开始", "白厅（Whitehall）开始", id="brackets"),
        pytest.param("速度（133 m/s; 300 mph)", "速度（133 m/s; 300 mph）", id="Latin in brackets"),
        pytest.param("新闻(戈尔说", "新闻（戈尔说", id="bracket that is not closed"),
        pytest.param("函数f(x)=1", "函数f(x)=1", id="formula"),
        pytest.param("中国 和 美国 在 2025 年", "中国和美国在2025年", id="no space beside Han"),
        pytest.param("用 Grand Hotel 酒店", "用Grand Hotel酒店", id="Latin words keep their space"),
        pytest.param("等等...他", "等等……他", id="ellipsis"),
        pytest.param("年轻人 — — 典型的", "年轻人——典型的", id="broken dash"),
        pytest.param("年轻人--典型的", "年轻人——典型的", id="double hyphen"),
        pytest.param("程序 - 能够", "程序——能够", id="spaced hyphen"),
        pytest.param("中国-东盟", "中国-东盟", id="hyphen of a compound"),
        pytest.param("唐纳德・特朗普", "唐纳德·特朗普", id="dot of a name"),
        pytest.param("好。。他,,走", "好。他，走", id="doubled marks"),
        pytest.param("你好\u200b，\u3000世界", "你好，世界", id="invisible characters"),
        pytest.param(
            "发现癌症,结核病,艾滋病毒和疟疾", "发现癌症、结核病、艾滋病毒和疟疾", id="list"
        ),
        pytest.param(
            "他来了,她走了,我们也走了和他", "他来了，她走了，我们也走了和他", id="clauses"
        ),
        pytest.param("Not Chinese, at all.", "Not Chinese, at all.", id="English stays"),
        pytest.param("", "", id="nothing"),
        pytest.param("一,\n二.", "一，\n二。", id="lines stay apart"),
    ],
)
def test_chinese_is_set_as_in_print(raw: str, done: str) -> None:
    assert typeset(raw) == done


@pytest.mark.parametrize(
    ("raw", "source", "done"),
    [
        pytest.param("他走了", "He left.", "他走了。", id="stop"),
        pytest.param("他走了吗", "Has he left?", "他走了吗？", id="question"),
        pytest.param(
            "机遇与隐忧", "Opportunities and concerns", "机遇与隐忧", id="a title has none"
        ),
        pytest.param("他走了,", "He left, and slept.", "他走了，", id="a cut-off stays visible"),
        pytest.param('他说:"我走了', 'He said, "I leave."', "他说：“我走了。”", id="quote closed"),
        pytest.param(
            "由气体,火和水组成",
            "It is made of gas, fire and water",
            "由气体、火和水组成",
            id="list",
        ),
        pytest.param(
            "在格陵兰,犯罪和战争",
            "In Greenland, crime and war",
            "在格陵兰，犯罪和战争",
            id="no list",
        ),
        pytest.param(
            "此外,巴黎,柏林,科隆和汉堡也有抗议.",
            "Protests took place in Paris, Berlin, Cologne and Hamburg too.",
            "此外，巴黎、柏林、科隆和汉堡也有抗议。",
            id="list after an opening word",
        ),
        pytest.param(
            "加上签证,离境税,交通等费用.",
            "Add the costs of visas, departure taxes, transport, etc.",
            "加上签证、离境税、交通等费用。",
            id="list that ends in 等",
        ),
        pytest.param(
            "戈登,斯图尔特,肯塞斯,哈维克获胜.",
            "Gordon, Stewart, Kenseth, and Harvick won.",
            "戈登、斯图尔特、肯塞斯、哈维克获胜。",
            id="list without a word before its last item",
        ),
        pytest.param(
            "只有两个答案,即对或错.",
            "There are only two answers, right, wrong or none.",
            "只有两个答案，即对或错。",
            id="an explanation is no item",
        ),
        pytest.param(
            "有些人可能不同意 但是我不在乎",
            "Some may not agree but I don't care.",
            "有些人可能不同意，但是我不在乎。",
            id="a space for a comma",
        ),
        pytest.param(
            '至少需要一个小时才能下车".',
            'It took an hour to get off the ride."',
            "至少需要一个小时才能下车。”",
            id="stop before the mark that closes a quotation begun further up",
        ),
        pytest.param(
            '"他走了,"她说.', 'He left," she said.', "“他走了，”她说。", id="two marks are a pair"
        ),
        pytest.param(
            '它是地球,"她说.', 'It is Earth," she said.', "它是地球，”她说。", id="closes"
        ),
    ],
)
def test_the_source_shows_what_is_missing(raw: str, source: str, done: str) -> None:
    assert typeset(raw, source) == done


@settings(max_examples=300, deadline=None)
@given(texts, sources)
@example('"“', "")
def test_typesetting_twice_changes_nothing_more(text: str, source: str) -> None:
    once = typeset(text, source)

    assert typeset(once, source) == once


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts, st.text(max_size=30)), sources)
def test_no_letter_digit_or_han_is_changed(text: str, source: str) -> None:
    assert letters(typeset(text, source)) == letters(text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_no_space_is_left_beside_han(text: str) -> None:
    assert not re.search("[一-鿿] | [一-鿿]", typeset(text))


@settings(max_examples=150, deadline=None)
@given(texts, st.data())
def test_a_span_keeps_its_letters_when_remapped(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    done = typeset(text)

    ((left, right),) = remap([(start, end)], text, done)

    assert letters(done[left:right]) == letters(text[start:end])
    assert 0 <= left <= right <= len(done)


def test_spans_follow_their_words() -> None:
    raw = '他 说:"绿卡 (card)."'

    spans = remap([(0, 1), (5, 7), (9, 13)], raw, typeset(raw))

    assert [typeset(raw)[start:end] for start, end in spans] == ["他", "绿卡", "card"]
