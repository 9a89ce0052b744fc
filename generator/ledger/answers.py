"""对照.yaml read: what a person has answered about a ledger. What is not understood is a finding, and stays open.

Entries that a ledger does not need are ignored: the file is kept for the years to come.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.findings import Finding, warning
from generator.form.ledger_words import columns as names
from generator.ledger import FILE_NAME
from generator.ledger.dates import read_day
from generator.ledger.lookup import plain
from generator.ledger.questions import COLUMNS, OPEN, ROW_FIELD, SAME_NUMBER, SINGLE, TERMS
from generator.source.nodes import Mapping as Node
from generator.source.nodes import Scalar, Sequence
from generator.source.reader import Tree, read
from generator.source.text import decode

CALENDAR = "日历"
_OFF, _ON = "放假", "上班"
_OPEN = frozenset({"", OPEN, "?", "??", "待定"})
FAULT = "NB603"
_FIELDS = frozenset({*names.ROLES, ROW_FIELD, SAME_NUMBER})
_FIELDS_HINT = f"名称照 {FILE_NAME} 里问的那样写，例如：{names.OUTCOME}、{names.KIND}、{ROW_FIELD}、{SAME_NUMBER}"


class OfficeYear(NamedTuple):
    """A year's holidays as an office has typed them: weekdays off, weekend days at work."""

    off: frozenset[date]
    on: frozenset[date]


class Answers(NamedTuple):
    """``columns``: role by plain name. ``values``: by role, the answer by plain value. ``cases``: by case, by field.

    ``terms``: answers that hold for the whole ledger. ``calendar``: years an office has added.
    """

    columns: Mapping[str, str] = {}
    values: Mapping[str, Mapping[str, str]] = {}
    cases: Mapping[str, Mapping[str, str]] = {}
    terms: Mapping[str, str] = {}
    calendar: Mapping[int, OfficeYear] = {}
    findings: tuple[Finding, ...] = ()

    def of_value(self, role: str, value: str) -> str:
        """The answer about a distinct value of a column; '' while there is none."""
        return self.values.get(role, {}).get(_same(value), "")

    def of_case(self, case: str, field: str) -> str:
        """The answer about one case; a bare word is its outcome. '' while there is none."""
        return self.cases.get(case, {}).get(field, "")


def _same(value: str) -> str:
    """A value for comparing; one that is nothing but marks (a stroke) is no blank."""
    return plain(value) or value.strip()


def read_answers(data: bytes) -> Answers:
    """The answers in a file; empty for an empty one. Whatever is wrong in it is in ``findings``, by line."""
    source = decode(data)
    if not source.text.strip():
        return Answers()
    tree = read(source, ())
    faults = [*source.findings, *tree.findings]
    if tree.root is None:
        return Answers(findings=tuple(_fault(f"读不成：{f.message}", f) for f in faults if f.code != "NB006"))
    return _Reader(tree, [_fault(f.message, f) for f in faults]).answers()


def _fault(message: str, at: Finding) -> Finding:
    return warning(FAULT, f"{FILE_NAME}第 {at.span.line} 行{message}", at.span, hint=at.hint)


class _Reader:
    def __init__(self, tree: Tree, findings: list[Finding]) -> None:
        self.tree = tree
        self.findings = findings

    def answers(self) -> Answers:
        columns: dict[str, str] = {}
        values: dict[str, dict[str, str]] = {}
        cases: dict[str, dict[str, str]] = {}
        terms: dict[str, str] = {}
        calendar: dict[int, OfficeYear] = {}
        for entry in self.tree.root or ():
            section = entry.key.text.strip()
            below = self._entries(section, entry.value)
            if section == COLUMNS:
                columns = {plain(key): text for key, node in below if (text := self._role(node))}
            elif section == SINGLE:
                cases = {key: found for key, node in below if (found := self._case(node))}
            elif section == TERMS:
                terms = {key: text for key, node in below if (text := self._text(node))}
            elif section == CALENDAR:
                calendar = {int(key): plan for key, node in below if (plan := self._year(key, node, entry.key))}
            elif section in names.ROLES:
                values[section] = {_same(key): text for key, node in below if (text := self._text(node))}
            else:
                self._say(
                    entry.key,
                    f"“{section[:12]}”不是对照的栏目",
                    f"可以写：{COLUMNS}、{SINGLE}、{TERMS}、{CALENDAR}、列的名称",
                )
        return Answers(columns, values, cases, terms, calendar, tuple(self.findings))

    def _entries(self, section: str, node: object) -> list[tuple[str, Node | Scalar | Sequence]]:
        if isinstance(node, Node):
            return [(entry.key.text.strip(), entry.value) for entry in node]
        if isinstance(node, Scalar) and not node.is_blank:
            self._say(node, f"“{section[:12]}”下面应当一行一条", "例如：\n单件:\n  2026-008: 部分公开")
        return []

    def _text(self, node: object) -> str:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        return "" if text in _OPEN else text

    def _role(self, node: object) -> str:
        text = self._text(node)
        if not text or text in (*names.ROLES, names.UNUSED):
            return text
        if isinstance(node, Scalar):
            self._say(node, "这一列的名称认不出", f"可以写：{'、'.join(names.ROLES)}、{names.UNUSED}")
        return ""

    def _case(self, node: object) -> dict[str, str]:
        if isinstance(node, Node):
            for entry in node:
                if entry.key.text.strip() not in _FIELDS:
                    self._say(entry.key, f"“{entry.key.text.strip()[:12]}”不是{SINGLE}里的项目", _FIELDS_HINT)
            return {entry.key.text.strip(): text for entry in node if (text := self._text(entry.value))}
        text = self._text(node)
        return {names.OUTCOME: text} if text else {}

    def _year(self, key: str, node: object, section: Scalar) -> OfficeYear | None:
        """A year's plan; None for one that is not understood as a whole, or has no holidays: it is as good as none."""
        days: dict[str, frozenset[date] | None] = {}
        if isinstance(node, Node) and len(key) == 4 and key.isascii() and key.isdecimal():
            days = {one.key.text.strip(): self._days(one.value, int(key)) for one in node}
        off, on = days.get(_OFF), days.get(_ON, frozenset())
        if not off or on is None or not days.keys() <= {_OFF, _ON}:
            example = f"写成 2027: {{{_OFF}: [2027-01-01], {_ON}: [2027-01-02]}}"
            self._say(section, f"日历的 {key[:12]} 认不出，没有用", f"{example}，放假和上班都一天一天写全")
            return None
        return OfficeYear(off, on)

    def _days(self, node: object, year: int) -> frozenset[date] | None:
        """Days of a year; None where one of them is none."""
        found = [read_day(self._text(item), year) for item in (node.items if isinstance(node, Sequence) else [node])]
        days = frozenset(day for day in found if isinstance(day, date) and day.year == year)
        return days if len(days) == len(set(found)) else None

    def _say(self, node: Scalar, message: str, hint: str) -> None:
        where = f"{FILE_NAME}第 {node.span.line} 行："
        self.findings.append(warning(FAULT, f"{where}{message}", node.span, hint=hint))
