"""How the rules of any form are shown on this one: an example each way, and the title where rows of it make it plain.

A rule that is about this form alone carries its examples itself, and so does one of any form whose examples are text
alone; a rule of any form must not know this form's rows.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.checks.rule import Example, Rule


class ShownOnForm(NamedTuple):
    """What stands in for a rule's own words: ``title`` and ``why`` where they are not empty."""

    fails: Example
    passes: Example
    title: str = ""
    why: str = ""


_CHARGES = "主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: %s}\n"
_PENALTIES = (
    "主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: %s, 行政处罚: 12, 行政强制: 3, 行政事业性收费: 0}\n"
)
_LICENCES = (
    "主动公开政府信息: {规章: 0, 行政规范性文件: 0, 行政许可: %s, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}\n"
)
_CARRIED_OUT = "政府信息公开申请: {本年新收: {自然人: 1}, 上年结转: 0, 办理结果: 0, 结转下年度: {自然人: 1}}\n"
_CARRIED_IN = (
    "政府信息公开申请: {本年新收: 0, 上年结转: {自然人: 1}, 办理结果: {予以公开: {自然人: 1}}, 结转下年度: 0}\n"
)
_WINDOW = "把门户网站作为展示形象的窗口，落实值班读网制度，逐篇核对内容，发现差错当天改正。"

SHOWN = {
    "NB201": ShownOnForm(
        fails=Example(
            "政府信息公开申请: {本年新收: {自然人: 3}, 上年结转: 0, 办理结果: {予以公开: {自然人: 2}}, 结转下年度: 0}"
        ),
        passes=Example(
            "政府信息公开申请: {本年新收: {自然人: 3}, 上年结转: 0, "
            "办理结果: {予以公开: {自然人: 2}}, 结转下年度: {自然人: 1}}"
        ),
        title="表三某一列不平：本年新收＋上年结转≠办理结果总计＋结转下年度",
        why=(
            "表头原文写明“第一项加第二项之和，等于第三项加第四项之和”（国办公开办函〔2021〕30号所附格式）。"
            "不平的报告一公布就看得出来，会被要求更正。"
        ),
    ),
    "NB202": ShownOnForm(
        fails=Example("行政复议行政诉讼: {行政复议: {结果维持: 2, 总计: 3}, 未经复议直接起诉: 0, 复议后起诉: 0}"),
        passes=Example("行政复议行政诉讼: {行政复议: {结果维持: 2, 总计: 2}, 未经复议直接起诉: 0, 复议后起诉: 0}"),
        why=(
            "每行总计＝自然人＋五类法人或其他组织，（七）总计＝各办理结果之和，复议诉讼总计＝四种结果之和"
            "（国办公开办函〔2021〕30号所附格式）。总计由程序计算；自己写的总计只用来核对，对不上说明有一个数错了。"
        ),
    ),
    "NB401": ShownOnForm(
        fails=Example(
            "政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: 0, 结转下年度: 0}\n",
            _CARRIED_OUT,
        ),
        passes=Example(
            _CARRIED_IN,
            _CARRIED_OUT,
        ),
        title="上年结转与上年报告的结转下年度不一致",
    ),
    "NB405": ShownOnForm(
        fails=Example(_CHARGES % "77302800", _CHARGES % "7201.5"),
        passes=Example(_CHARGES % "7730.28", _CHARGES % "7201.5"),
        why="行政事业性收费的单位是万元，按元填写就大了一万倍（格式原表：本年收费金额（单位：万元））；与上年一比就能看出。",
    ),
    "NB407": ShownOnForm(
        fails=Example(
            _LICENCES % "40",
            _LICENCES % "100",
        ),
        passes=Example(
            _LICENCES % "80",
            _LICENCES % "100",
        ),
    ),
    "NB409": ShownOnForm(
        fails=Example(_PENALTIES % "40", _PENALTIES % "40"),
        passes=Example(_PENALTIES % "41", _PENALTIES % "40"),
    ),
    "NB501": ShownOnForm(
        fails=Example("年度: 2023\n总体情况:\n  依申请公开: 2022年，我局共收到政府信息公开申请3件。\n"),
        passes=Example(
            "年度: 2023\n总体情况:\n  依申请公开: 2023年，我局共收到政府信息公开申请3件，比2022年增加1件。\n"
        ),
    ),
    "NB505": ShownOnForm(
        fails=Example(f"总体情况:\n  政府信息管理: {_WINDOW}\n  政府信息公开平台建设: {_WINDOW}\n"),
        passes=Example(
            f"总体情况:\n  政府信息管理: {_WINDOW}\n"
            "  政府信息公开平台建设: 网站栏目按目录重新排列，新媒体账号由五个合并为两个，长期不更新的予以关停。\n"
        ),
    ),
    "NB513": ShownOnForm(
        fails=Example("其他需要报告的事项: 按照国办函【2020】109号规定,本年度没有收取信息处理费。。\n"),
        passes=Example("其他需要报告的事项: 按照国办函〔2020〕109号规定，本年度没有收取信息处理费。\n"),
    ),
}


def shown(rule: Rule) -> Rule:
    """The rule as it is told to people who fill in this form."""
    on_form = SHOWN.get(rule.code)
    if on_form is None:
        return rule
    return rule._replace(
        fails=on_form.fails,
        passes=on_form.passes,
        title=on_form.title or rule.title,
        why=on_form.why or rule.why,
    )
