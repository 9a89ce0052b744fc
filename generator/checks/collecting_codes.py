"""What only a run over many reports can find (NB408), for the catalogue: an example takes two agencies' texts.

The texts are, as in all examples, top-level entries that stand in for those of a minimal complete report.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.findings import Severity

SAME_TEXT = "NB408"


class Text(NamedTuple):
    """An agency's name and entries of its report."""

    agency: str
    entries: str


class CollectingCode(NamedTuple):
    """One code with reports in which it is found, and reports in which it is not."""

    code: str
    severity: Severity
    title: str
    why: str
    fails: tuple[Text, ...]
    passes: tuple[Text, ...]


_WATER = Text(
    "示例县水利局",
    "总体情况:\n  政府信息管理: 建立信息公开台账，起草文件时同步确定公开属性，示例县水利局办公室逐篇登记、逐篇审核，"
    "涉密和敏感内容由分管负责人把关，年底对网站上的文件集中清理一次，废止的及时标注并移出目录。\n",
)
_FORESTS = Text("示例县林业局", _WATER.entries.replace(_WATER.agency, "示例县林业局"))
_FORESTS_OWN = Text(
    "示例县林业局",
    "总体情况:\n  政府信息管理: 林地审批和森林防火的信息由业务股室当天送办公室，审核后三个工作日内发布。"
    "年内核对了历年的采伐许可公告，补上缺少的附件，改正了两处面积单位，旧版的办事指南已经下架。\n",
)

COLLECTING_CODES = (
    CollectingCode(
        SAME_TEXT,
        Severity.WARNING,
        "文字与其他机关几乎相同",
        "只换了机关名称和数字，其余照抄，报告就没有写本机关的情况。"
        "收表时把一次收到的全部报告互相比对，检查单独一份时不比。"
        "机关名称、数字和年份不计，很短的文字和“没有收到申请”一类的句子不计；上级统一要求写的内容可以不改。",
        fails=(_WATER, _FORESTS),
        passes=(_WATER, _FORESTS_OWN),
    ),
)


def in_turn(texts: tuple[Text, ...]) -> str:
    """The texts one after the other, each under its agency's name."""
    return "".join(f"# {text.agency}的报告\n{text.entries}" for text in texts)
