"""How names of agencies end, and what is never one."""

from __future__ import annotations

import re

from generator.han.variants import in_usual

_WHOLE_NAME = re.compile(
    r"(?:政府|局|委员会|办公室|办公厅|办事处|厅|部|院|处|中心|委|办|会|队|站|所|公司|学校|学院|大学|医院|馆|社|银行|"
    r"管委会|开发区|实验区|园区|新区)(?:[（(].{1,30}[）)])?$"
)

_KINDS = "机关|单位|部门|局|办公室|办|厅|委员会|委|院|镇|乡|街道|县|市|区|旗|省|州|校|所|站|队|中心|公司"
_OF_ITSELF = re.compile(rf"(?:我|贵|该|本(?=行政|级|{_KINDS})|全(?=(?:{_KINDS})$)|各(?=(?:级|{_KINDS})))")
"""How a report speaks of its own agency, or of several: 我办, 本机关, 全市. (本溪市 and 全椒县 are names.)"""
_OTHER_WORDS = re.compile(
    r"正文|附件|附表|标题|目录|首页|信息公开|政务公开|年度|年报|报告|公告|如下|本级$|稿[）)]?$|\d{4}年|^[（(]?第?\d+[）)]?$"
)
_OPENING = re.compile(r"(?:关于|根据|依据|依照|按照|现将|为|由|自|以下)")
_MARKS = re.compile(r"[，,。；;：:！!？?、《》“”|]")
_LONGEST = 40
"""Characters of an agency's name; the longest ones have under 40."""


def is_whole_name(text: str) -> bool:
    """Whether a text ends as the name of an agency does."""
    return _WHOLE_NAME.search(in_usual(text)) is not None


def may_be_agency(text: str) -> bool:
    """Whether a text found in the place of a name can be one: no heading, no sentence, not 我局."""
    text = in_usual(text)
    return (
        1 < len(text) <= _LONGEST
        and not _OF_ITSELF.match(text)
        and not _OPENING.match(text)
        and not _OTHER_WORDS.search(text)
        and not _MARKS.search(text)
    )
