"""Reports for trying single rules on, read by the real reader from a minimal report with entries put in its place."""

from __future__ import annotations

from complete import report_of

from generator.checks.rule import Rule
from generator.findings import Finding
from generator.report.model import Report

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


def make_report(entries: str = "", last_year: str = "") -> Report:
    """The minimal report with top-level entries replaced by those of ``entries``; last year's likewise, '' for none."""
    before = _replaced(MINIMAL.replace("年度: 2023", "年度: 2022"), last_year) if last_year else None
    return report_of(_replaced(MINIMAL, entries), before)


def found(rule: Rule, entries: str = "", last_year: str = "") -> list[Finding]:
    """What the rule finds in it."""
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
