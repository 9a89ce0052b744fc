"""Reports for testing rules, made from YAML by a small reader of its own: rules are tested without the real one.

Text is placed as the real reader places it, but only for literal blocks (``|``) and unquoted values on one line.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import yaml

from generator.checks.rule import Example, Rule
from generator.findings import Finding, Span
from generator.form import edition_for, keys
from generator.form.edition import member
from generator.form.model import FIGURES, Item, Kind
from generator.report.model import Fee, Figures, Narrative, Paragraph, Places, Report, Signature, Subheading
from generator.source.nodes import Piece

MINIMAL = """\
机关: 清河县水利局
年度: 2023
总体情况:
  主动公开: 全年在门户网站发布工程建设和防汛抗旱信息。
  依申请公开: 本年度没有人提出申请。
  政府信息管理: 所有信息先审查，后发布。
  政府信息公开平台建设: 按季度检查栏目和链接。
  监督保障: 由办公室负责，每半年培训一次。
主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}
政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: 0, 结转下年度: 0}
行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}
存在的主要问题及改进情况: 存在解读偏少的问题，今后每份文件都配解读，逐步改进。
其他需要报告的事项: {信息处理费: 0}
"""


def make_report(entries: str = "", last_year: str = "", base: str = MINIMAL) -> Report:
    """The minimal report with top-level entries replaced by those of ``entries``; last year's likewise."""
    before = make_report(last_year, base=base.replace("年度: 2023", "年度: 2022")) if last_year else None
    text = _replaced(base, entries)
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    reader = _Reader(text.split("\n"))
    reader.places(root, ())
    return reader.report(yaml.load(text, Loader=yaml.BaseLoader), root, before)


def of_example(example: Example) -> Report:
    return make_report(example.report, example.last_year)


def found(rule: Rule, entries: str = "", last_year: str = "") -> list[Finding]:
    return list(rule.check(make_report(entries, last_year)))


def literal(text: str, spaces: int = 2) -> str:
    """A literal block of the text's lines."""
    return "|\n" + "\n".join(" " * spaces + line for line in text.split("\n"))


def preface(text: str, year: int = 2023) -> str:
    return f"年度: {year}\n引言: {literal(text)}"


def topic(text: str, name: str = "依申请公开", year: int = 2023) -> str:
    return f"年度: {year}\n总体情况:\n  {name}: {literal(text, 4)}"


def part_five(text: str, year: int = 2023) -> str:
    return f"年度: {year}\n存在的主要问题及改进情况: {literal(text)}"


def part_six(text: str, year: int = 2023) -> str:
    return f"年度: {year}\n其他需要报告的事项: {literal(text)}"


def _replaced(base: str, entries: str) -> str:
    given = _blocks(entries)
    return "".join([*given.values(), *(block for key, block in _blocks(base).items() if key not in given)])


def _blocks(text: str) -> dict[str, str]:
    blocks: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        if line and not line.startswith((" ", "#")):
            key = line.partition(":")[0]
        blocks[key] = blocks.get(key, "") + line + "\n"
    return blocks


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.keys: dict[tuple[str | int, ...], Span] = {}
        self.values: dict[tuple[str | int, ...], Span] = {}

    def places(self, node: yaml.Node, path: tuple[str, ...]) -> None:
        if path:
            self.values[path] = _span(node)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self.keys[(*path, key.value)] = _span(key)
                self.places(value, (*path, key.value))

    def report(self, data: dict[str, Any], root: yaml.MappingNode, last_year: Report | None) -> Report:
        year = int(data[keys.YEAR])
        edition = edition_for(year)
        rows: dict[tuple[str, ...], Any] = {}
        for table in edition.tables:
            for child in table.children:
                _rows(child, data[table.key].get(child.key, "0"), (table.key, child.key), rows)
        nodes = _nodes(root)
        return Report(
            edition=edition,
            agency=data[keys.AGENCY],
            year=year,
            figures=Figures(rows, {}),
            places=Places(self.keys, self.values),
            narratives={p.key: self.narrative(p, data[p.key], nodes[p.key]) for p in edition.narratives},
            notes={
                t.key: self.paragraphs(_nodes(nodes[t.key])[keys.NOTE])
                for t in edition.tables
                if keys.NOTE in data[t.key]
            },
            former_names=tuple(data.get(keys.FORMER_NAMES, ())),
            consolidated=data.get(keys.SCOPE) == keys.CONSOLIDATED,
            last_year_file=data.get(keys.LAST_YEAR),
            last_year=last_year,
            title=tuple(data.get(keys.TITLE, "").splitlines()),
            preface=self.paragraphs(nodes[keys.PREFACE]) if keys.PREFACE in nodes else (),
            signature=_signature(data),
        )

    def narrative(self, part: Item, value: Any, node: yaml.Node) -> Narrative:
        if isinstance(value, str):
            return Narrative(paragraphs=self.paragraphs(node))
        nodes = _nodes(node)
        return Narrative(entries=tuple(self.entry(part, key, content, nodes[key]) for key, content in value.items()))

    def entry(self, part: Item, key: str, value: Any, node: yaml.Node) -> Subheading:
        item = member(part, key)
        summary = item is not None and item.kind is Kind.TEXT
        heading, fee = "" if summary else key, None
        if item is not None and item.kind is Kind.FEE and value == "0":
            return Subheading(key, heading, (), item.key, fee=Fee(0, 0, 0))
        if isinstance(value, dict):
            heading = value.get(keys.TITLE, heading)
            if keys.BODY not in value:
                fee = Fee(*(int(value.get(name, "0")) for name in (keys.NOTICES, keys.ASKED, keys.COLLECTED)))
            node = _nodes(node).get(keys.BODY, yaml.ScalarNode("", "", node.start_mark, node.end_mark))
        return Subheading(key, heading, self.paragraphs(node), item.key if item else "", fee=fee)

    def paragraphs(self, node: yaml.Node) -> tuple[Paragraph, ...]:
        if node.style not in {"|", ">"}:
            text = node.value.strip()
            return (Paragraph(text, (Piece(0, _span(node)),)),) if text else ()
        found = []
        for number in range(node.start_mark.line + 1, node.end_mark.line):
            text = self.lines[number].strip()
            if text:
                column = self.lines[number].index(text) + 1
                found.append(Paragraph(text, (Piece(0, Span.at(number + 1, column, len(text))),)))
        return tuple(found)


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _nodes(node: yaml.Node) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value}


def _rows(item: Item, value: Any, path: tuple[str, ...], rows: dict[tuple[str, ...], Any]) -> Any:
    cells = value if isinstance(value, dict) else {}
    if item.kind in FIGURES:
        rows[path] = (Decimal(value) if item.kind is Kind.AMOUNT else int(value),)
    elif item.kind is Kind.ROW:
        figures = tuple(int(cells.get(c.key, "0")) for c in item.children)
        rows[path] = (*figures, sum(figures)) if item.total else figures
    else:
        below = [_rows(c, cells.get(c.key, "0"), (*path, c.key), rows) for c in item.children]
        rows[path] = tuple(map(sum, zip(*below, strict=True)))
    return rows[path]


def _signature(data: dict[str, Any]) -> Signature | None:
    value = data.get(keys.SIGNATURE)
    if value is None:
        return None
    if isinstance(value, str):
        return Signature(data[keys.AGENCY], datetime.date.fromisoformat(value))
    day = value.get(keys.DAY)
    return Signature(value.get(keys.AGENCY), datetime.date.fromisoformat(day) if day else None)
