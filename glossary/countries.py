"""Countries written with one character, as Chinese news does: 中美两国, 对华, 美方.

The abbreviations are those that news agencies use every day; countries with none are left out.
A lone character says too little (其中, 美好, 法律), so it counts only in the company that makes it
a country: beside another one and before a word for what is between them, or after 对, 访, 驻, 赴.
"""

from __future__ import annotations

import re

_SHORT = {
    "中国": "中华",
    "美国": "美",
    "日本": "日",
    "俄罗斯": "俄",
    "英国": "英",
    "法国": "法",
    "德国": "德",
    "欧盟": "欧",
    "欧洲联盟": "欧",
    "欧洲": "欧",
    "印度": "印",
    "韩国": "韩",
    "朝鲜": "朝",
    "加拿大": "加",
    "澳大利亚": "澳",
    "乌克兰": "乌",
    "伊朗": "伊",
    "以色列": "以",
    "非洲": "非",
    "越南": "越",
    "菲律宾": "菲",
}
_ALL = "".join(dict.fromkeys("".join(_SHORT.values())))
_BETWEEN = (
    "[两双三四]|各国|关系|之间|元首|首脑|领导人|高层|团队|峰会|对话|会[谈晤]|磋商|谈判|协[议定]|"
    "[经外]?贸易?|经济|关税|战略|科技|合作|竞争|博弈|冲突|对抗|摩擦|争端|分歧|友好|友谊|建交|边[境界]|"
    "联合|共同|人文|人民|防务|军|峰|外交|日内瓦|间"
)
_PAIR = re.compile(rf"(?<![其集当心空])[{_ALL}]{{2,3}}(?={_BETWEEN})")
_VISIT = re.compile(rf"[访驻赴][{_ALL}](?![丽国洲])")
_TOWARDS = re.compile(rf"(?:[对援涉在来]华|对[{_ALL}](?={_BETWEEN}|加征|征收|出口|投资|制裁|政策))")
_SIDE = re.compile(rf"(?<![其集当赞优])[{_ALL}]方(?![法向式案便面圆形才块])")


def abbreviated(target: str, rendering: str) -> tuple[int, int] | None:
    """Return where *target* writes the country *rendering* with its one character, or None.

    Offsets are characters of *target*.

    >>> abbreviated("中美两国元首通话", "美国")
    (1, 2)
    >>> abbreviated("其中美好的一天", "美国")
    """
    short = _SHORT.get(rendering)
    if short is None:
        return None
    for pattern in (_PAIR, _VISIT, _TOWARDS, _SIDE):
        for found in pattern.finditer(target):
            for at in range(*found.span()):
                if target[at] in short:
                    return at, at + 1
    return None
