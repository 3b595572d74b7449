"""How many sentence pairs are checked in a second."""

from __future__ import annotations

import time

from reader.translation.checks import check

PAIRS = (
    (
        "On June 5, Chinese President Xi Jinping and US President Donald Trump held another "
        "telephone call, marking the second such call since January.",
        "6月5日，中国国家主席习近平同美国总统唐纳德·特朗普再次通电话，这是两国元首自今年1月以来的"
        "第二次通话。",
    ),
    (
        "Throughout history, few great powers have declined due to external challenges.",
        "纵观历史，很少有大国是因为外部挑战而衰落的。",
    ),
    (
        'Jensen Huang said, "50 percent of the world\'s AI researchers are Chinese."',
        "黄仁勋说：“全球50%的人工智能研究人员是中国人。”",
    ),
)


def run() -> None:
    """Print how many pairs pass through all the checks in a second of processor time."""
    pairs = [(f"{source} {n}", f"{target}{n}") for n in range(700) for source, target in PAIRS]
    start = time.process_time()
    for source, target in pairs:
        check(source, target)
    print(f"checks: {len(pairs) / (time.process_time() - start):,.0f} sentence pairs/s")


if __name__ == "__main__":
    run()
