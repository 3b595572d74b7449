"""The columns of a glossary table: their names, the names other tools give them, their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

COLUMNS = (
    "id",
    "en",
    "en_variants",
    "zh_hans",
    "zh_variants",
    "zh_hant",
    "pinyin",
    "category",
    "definition_en",
    "definition_zh",
    "note",
    "example_en",
    "example_zh",
    "first_seen",
    "source",
    "verified",
    "status",
    "case_sensitive",
    "blocked",
    "updated_by",
    "updated_at",
)
_ALIASES = {
    "id": "key slug entryid 编号 序号",
    "en": "english source src headword term sourceterm enterm englishterm en-us en-gb 英文 英语 "
    "原文 英文术语 术语",
    "en_variants": "variants envariants synonyms aliases englishvariants 英文变体 英文同义词",
    "zh_hans": "zh chinese target tgt translation rendering targetterm zhterm chineseterm zh-cn "
    "zhhans simplified simplifiedchinese cn 中文 汉语 译文 简体 简体中文 中文译名",
    "zh_variants": "accepted zhvariants chinesevariants acceptedrenderings 中文变体 其他译法",
    "zh_hant": "traditional zh-tw zh-hk zhhant traditionalchinese 繁体 繁體 繁體中文 繁体中文",
    "pinyin": "拼音",
    "category": "subject domain subjectfield field topic 类别 分类 领域",
    "definition_en": "definition definitionen englishdefinition 英文释义 英文定义",
    "definition_zh": "definitionzh chinesedefinition 中文释义 中文定义 释义",
    "note": "notes comment comments usagenote remark 备注 注释 说明",
    "example_en": "example exampleen englishexample 英文例句",
    "example_zh": "examplezh chineseexample 中文例句",
    "first_seen": "year firstseen date 年份 首次出现",
    "source": "reference sources references origin 来源 出处",
    "verified": "checked 已核实",
    "status": "state 状态",
    "case_sensitive": "casesensitive matchcase 区分大小写",
    "blocked": "notin exceptions 排除",
    "updated_by": "updatedby author 作者",
    "updated_at": "updatedat modified changed 更新时间",
}
_NAMES = {alias: column for column, aliases in _ALIASES.items() for alias in aliases.split()} | {
    column.replace("_", ""): column for column in COLUMNS
}
_SIMPLIFIED = frozenset(
    ["zhhans", "zh-cn", "cn", "simplified", "simplifiedchinese", "简体", "简体中文"]
)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def has_han(text: str) -> bool:
    """Whether Chinese characters stand in `text`."""
    return _HAN.search(text) is not None


def says_simplified(row: Sequence[str]) -> bool:
    """Whether a header names its Chinese column as simplified, not as Chinese alone."""
    return not _SIMPLIFIED.isdisjoint(_plain(cell) for cell in row)


def header_of(row: Sequence[str]) -> list[str] | None:
    """The column of each cell if `row` is a header ("" for unknown ones), else None.

    A header names an English and a Chinese column, simplified or traditional. "source" and
    "target" together are those; "source" beside an English column is where the term comes from.
    """
    names = [_plain(cell) for cell in row]
    columns = [_NAMES.get(name, "") for name in names]
    if "source" in names and "en" not in columns:
        columns[names.index("source")] = "en"
    seen: set[str] = set()
    for index, column in enumerate(columns):
        if column in seen:
            columns[index] = ""
        seen.add(column)
    return columns if "en" in seen and not seen.isdisjoint({"zh_hans", "zh_hant"}) else None


def _plain(cell: str) -> str:
    return re.sub(r"[\s_]+", "", cell.strip().lower())


def guessed_header(rows: Sequence[Sequence[str]]) -> list[str]:
    """The columns of a table without a header: English, Chinese, note, whichever order."""
    width = max((len(row) for row in rows), default=0)
    columns = ["en", "zh_hans", "note"][:width] + [""] * max(0, width - 3)
    return swapped(columns) if is_swapped(columns, rows) else columns


def is_swapped(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have Chinese where English is due and none where Chinese is."""
    english, chinese = columns.index("en"), columns.index("zh_hans")
    both = [row for row in rows if len(row) > max(english, chinese)]
    wrong = sum(has_han(row[english]) and not has_han(row[chinese]) for row in both)
    return wrong * 2 > len(both)


def swapped(columns: Sequence[str]) -> list[str]:
    """`columns` with the English and the Chinese one exchanged."""
    exchange = {"en": "zh_hans", "zh_hans": "en"}
    return [exchange.get(column, column) for column in columns]
