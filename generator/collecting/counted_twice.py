"""Figures that may be counted twice when all agencies are summed: a report over several, documents reported by two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from generator.collecting.names import name_form
from generator.collecting.records import Filed, FilingEntry
from generator.form import Edition, edition_for, keys
from generator.form.model import Path
from generator.report.agencies import plain
from generator.report.model import Figure
from generator.report.plain import printed_paths

TWICE = "可能重复计算"
"""How a remark says so."""
_OFFICE = "政府办"
"""How the plain name of a government's office ends."""
_GOVERNMENT = "政府"
_BELOW = 2
"""A government over so many of the roster's other agencies is the one they belong to."""
_DOCUMENTS = (keys.PROACTIVE, keys.NORMATIVE_DOCUMENTS)


def counted_twice(entries: Sequence[FilingEntry]) -> dict[int, list[str]]:
    """What is to be said of an agency, by its place in the list; the others are left out."""
    remarks: dict[int, list[str]] = {}
    filed = {place: entry.filed for place, entry in enumerate(entries) if entry.filed and entry.filed.readable}
    for place, report in filed.items():
        if report.consolidated:
            what = f"这份报告的{keys.SCOPE}是“{keys.CONSOLIDATED}”，已经包括别的单位"
            remarks.setdefault(place, []).append(f"{TWICE}：{what}。")
        elif _is_over_others(place, entries):
            what = "这是一级政府的报告，如果是汇总的，已经包括名单里的其他单位"
            remarks.setdefault(place, []).append(f"{TWICE}：{what}。")
    for office, other in _pairs_with_the_same_documents(entries, filed):
        remarks.setdefault(office, []).append(_both(entries[other]))
        remarks.setdefault(other, []).append(_both(entries[office]))
    return remarks


def _name(entry: FilingEntry) -> str:
    return plain(name_form(entry.agency.name))


def _is_over_others(place: int, entries: Sequence[FilingEntry]) -> bool:
    name = _name(entries[place])
    region = name.removesuffix(_GOVERNMENT)
    if region == name or not region:
        return False
    below = (entry for other, entry in enumerate(entries) if other != place and _name(entry).startswith(region))
    return sum(not _name(entry).endswith(_OFFICE) for entry in below) >= _BELOW


def _pairs_with_the_same_documents(entries: Sequence[FilingEntry], filed: Mapping[int, Filed]) -> list[tuple[int, int]]:
    """A government's office and another agency that report the same 行政规范性文件, and some at all."""
    places: dict[tuple[Figure, ...], list[int]] = {}
    for place, report in filed.items():
        figures = tuple(report.figures[path] for path in _document_paths(edition_for(report.year)))
        if any(figures):
            places.setdefault(figures, []).append(place)
    offices = [(a, group) for group in places.values() for a in group if _name(entries[a]).endswith(_OFFICE)]
    return [
        (office, other)
        for office, group in offices
        for other in group
        if other != office and not (other < office and _name(entries[other]).endswith(_OFFICE))
    ]


@cache
def _document_paths(edition: Edition) -> tuple[Path, ...]:
    return tuple(path for path in printed_paths(edition) if path[:2] == _DOCUMENTS)


def _both(other: FilingEntry) -> str:
    what = f"{keys.NORMATIVE_DOCUMENTS}的各项数字与“{other.agency.name}”完全相同"
    return f"{TWICE}：{what}，请核对是不是同一批文件报了两次。"
