"""Numerals for the rooms above: how Chinese numerals are read and written."""

from generator.source.numerals import chinese_number, to_chinese

__all__ = ["chinese_number", "to_chinese"]
