"""Completing an example: its top-level entries stand in for those of a minimal complete report without findings."""

import re

from generator.checks.registry import run
from generator.findings import Finding
from generator.pipeline.checking import check_file
from generator.report.model import Report

BASE = {
    "机关": "机关: 示例县人民政府办公室",
    "年度": "年度: 2023",
    "总体情况": """总体情况:
  主动公开: 全年通过政府网站主动公开信息，重点领域信息及时更新。
  依申请公开: 对申请依法登记、办理、答复。
  政府信息管理: 发布前逐篇审核，定期清理已经失效的内容。
  政府信息公开平台建设: 网站栏目按目录调整，政务新媒体按时更新。
  监督保障: 工作纳入年度考核，组织社会评议，未发生责任追究的情形。""",
    "主动公开政府信息": """主动公开政府信息:
  规章: 0
  行政规范性文件: 0
  行政许可: 0
  行政处罚: 0
  行政强制: 0
  行政事业性收费: 0""",
    "政府信息公开申请": """政府信息公开申请:
  本年新收: 0
  上年结转: 0
  办理结果: 0
  结转下年度: 0""",
    "行政复议行政诉讼": """行政复议行政诉讼:
  行政复议: 0
  未经复议直接起诉: 0
  复议后起诉: 0""",
    "存在的主要问题及改进情况": """存在的主要问题及改进情况:
  存在的主要问题: 部分栏目更新不够及时。
  改进情况: 已经明确专人负责，逐月检查。""",
    "其他需要报告的事项": """其他需要报告的事项:
  信息处理费: 0""",
}

_KEY = re.compile(r"^([^\s#:：]+)\s*[:：]", re.MULTILINE)


def complete(entries: str, **instead: str) -> str:
    """The whole file: the base with the given top-level entries in place of its own."""
    given = set(_KEY.findall(entries))
    base = {**BASE, **instead}
    return "\n".join([entries, *(text for key, text in base.items() if key not in given)]) + "\n"


def last_year(entries: str) -> str:
    """The same for the report of the year before."""
    return complete(entries, 年度="年度: 2022")


def report_of(text: str, before: str | None = None) -> Report:
    """The Report that a file's text makes."""
    from generator.pipeline.opening import Opened, open_report, read_tree
    from generator.report.building import LastYear, finish, read_report
    from generator.report.expressions import LastYearState

    if before is None:
        opened: Opened = open_report("例.yaml", text.encode())
        assert opened.report is not None, opened.findings
        return opened.report
    previous = report_of(before)
    tree = read_tree(text.encode())
    assert tree.root is not None, tree.findings
    return finish(read_report(tree, tree.root), LastYear(LastYearState.KNOWN, previous))[0]


def findings_of(text: str) -> list[Finding]:
    """All findings of a file's text, as ``check`` gives them."""
    checked = check_file("例.yaml", data=text.encode())
    assert not checked.trace, checked.trace
    return list(checked.findings)


def rule_findings(text: str, before: str | None = None) -> list[Finding]:
    """What the rules alone find."""
    return run(report_of(text, before)).findings
