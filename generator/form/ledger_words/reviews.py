"""Results of 行政复议 and 行政诉讼 as ledgers write them; what is not here is asked, case by case."""

from __future__ import annotations

from generator.form.ledger_words import columns as names

UPHELD, CORRECTED, OTHER, PENDING = "结果维持", "结果纠正", "其他结果", "尚未审结"
REVIEW_OUTCOMES = (UPHELD, CORRECTED, OTHER, PENDING)
"""The columns of table 4."""
REVIEW_WORDS = {
    UPHELD: ("结果维持", "维持", "维持原决定", "维持原行政行为", "维持原答复"),
    CORRECTED: ("结果纠正", "纠正", "撤销", "变更", "责令履行", "撤销并责令重新答复", "撤销原答复"),
    OTHER: ("其他结果",),
    PENDING: ("尚未审结", "未审结", "审理中", "正在审理", "未结"),
}
"""30号 names the columns; 结果纠正 is 撤销, 变更, 责令履行.

Not certain, so asked: 驳回诉讼请求, 驳回复议请求, 驳回起诉, 确认违法, 调解, 终止, 撤回.
"""
BY_RECEIPT, BY_END = "按立案的年度", "按审结的年度加尚未审结的"
"""Which cases a year's table holds; 30号 does not say."""
YES = frozenset({"是", "经复议", "经过复议", "已复议", "有"})
NO = frozenset({"否", "未经复议", "没有", "无", "未复议"})

_RESULT = ("结果", "审理结果", "处理结果", "裁决结果")
_FILED = ("立案日期", "立案日", "立案时间", "受理日期", "受理时间", "收到日期")
_ENDED = ("审结日期", "审结日", "结案日期", "审结时间", "决定日期", "判决日期", "裁判日期")


def _sheet(filed: str, ended: str, result: str) -> dict[str, str]:
    ways = ((_FILED, filed), (_ENDED, ended), (_RESULT, result), (("案号", "案件编号"), names.NUMBER))
    return {name: role for written, role in ways for name in written}


OF_REVIEW_SHEET = _sheet(names.REVIEW_FILED, names.REVIEW_ENDED, names.REVIEW_RESULT)
OF_SUIT_SHEET = _sheet(names.SUIT_FILED, names.SUIT_ENDED, names.SUIT_RESULT)
OF_BOTH = {**OF_REVIEW_SHEET, **dict.fromkeys(("类型", "类别", "案件类型", "案件类别"), names.CASE_TYPE)}
"""Columns of a sheet of their own, whose names need not say 复议 or 诉讼 again."""
