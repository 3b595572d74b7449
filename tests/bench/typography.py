"""How many megabytes of Chinese are typeset in a second."""

from __future__ import annotations

import time

from reader.translation.typography import typeset

# What engines write: ASCII marks, stray spaces, straight quotes, spaced dashes; and good text.
LINES = (
    '周一,斯坦福大学医学院的科学家宣布发明了一个新的诊断工具,可以按类型对细胞进行分类:"好."',
    "当地媒体报导, 机场消防车在回应时翻转。 约1 000万份文件(Panama Papers)被泄露.",
    "旅店主要迎合年轻人 — — 一个典型的客人已经20多岁了 — — 但你也经常在那里找到更年长的旅行者。",
    "首先，此次通话表明，中美关系将总体保持稳定，并将继续作为一支稳定力量维护全球安全与稳定。",
    "他在2008年400富豪美国榜上排名第190位,估计财富23亿美元,癌症,结核病,艾滋病毒和疟疾.",
)


def run() -> None:
    """Print the speed on 5,000 lines, in megabytes of UTF-8 a second of processor time."""
    lines = [line + str(n) for n in range(1000) for line in LINES]
    size = sum(len(line.encode()) for line in lines)
    start = time.process_time()
    for line in lines:
        typeset(line)
    seconds = time.process_time() - start
    print(f"typography: {size / seconds / 1e6:.2f} MB/s, {len(lines) / seconds:,.0f} lines/s")


if __name__ == "__main__":
    run()
