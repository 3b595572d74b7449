"""Countries that the source names and the target lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.translation.segment import Issue

# English names : the Chinese that a translation has in one of its names, 中国, 中方, 访华, but not
# in other words, 其中, 中心.
_COUNTRIES = """
China Chinese : (?<![其之集心当途手空])中(?![间心期等])|华|国内|大陆
US USA America American Americans : 美(?![丽好妙味术食容])
Japan Japanese : (?<![0-9 今昨明近每生节假往即早终])日(?![期常子前后程益渐志落出])
Russia Russian Russians : 俄|苏
Germany German Germans : 德
France French : 法(?![律院案庭官定规治制则])
Britain British UK : 英(?![雄里俊])|联合王国
India Indian Indians : 印
Pakistan Pakistani : 巴
Iran Iranian : 伊|波斯
Iraq Iraqi : 伊
Israel Israeli : 以|犹太
Ukraine Ukrainian : 乌
Australia Australian Australians : 澳
Canada Canadian Canadians : 加(?![强快入大上剧])
Brazil Brazilian : 巴
Mexico Mexican : 墨
Spain Spanish : 西
Italy Italian : 意
Switzerland Swiss : 瑞士
Sweden Swedish : 瑞典
Vietnam Vietnamese : 越
Philippines Philippine Filipino : 菲
Indonesia Indonesian : 印
Malaysia Malaysian : 马
Singapore Singaporean : 新
Thailand Thai : 泰
Egypt Egyptian Egyptians : 埃
Korea Korean Koreans : 韩|朝|高丽
Turkish : 土
Greece Greek Greeks : 希
Poland Polish : 波
Afghanistan Afghan : 阿
Syria Syrian : 叙
Saudi : 沙
"""
_CHINESE = {
    name: chinese
    for row in _COUNTRIES.strip().split("\n")
    for names, chinese in [row.split(" : ")]
    for name in names.split(" ")
}
_NAME = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_CHINESE, key=len, reverse=True))})"
    r"(?![\w$.-]| (?:Sea|Ocean|summer|fries))"
)
# The country may be called so instead.
_CALLED = re.compile("[该两各本我贵他]国|双[方边]|当地|国内|全国|母国|祖国")


def country_issues(source: str, target: str) -> Iterator[Issue]:
    """Yield the first mention of each country in the source that the target does not name."""
    named: set[str] = set()
    for mention in _NAME.finditer(source):
        chinese = _CHINESE[mention[0]]
        if chinese in named:
            continue
        named.add(chinese)
        if not re.search(chinese, target) and not _CALLED.search(target):
            yield Issue("name", *mention.span(), 0, 0, detail=mention[0])
