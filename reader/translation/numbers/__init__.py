"""Numbers in English and in Chinese text, as exact values that can be compared."""

from reader.translation.numbers.chinese import chinese_numbers
from reader.translation.numbers.english import english_numbers
from reader.translation.numbers.number import Number, NumberKind

__all__ = ["Number", "NumberKind", "chinese_numbers", "english_numbers"]
