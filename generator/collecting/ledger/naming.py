"""What the sheets are called, and the words that more than one of them uses."""

STATUS = "报送情况"
PROBLEMS = "问题清单"
DATA = "分单位数据"
SUMS = "汇总"
YEARS = "同比"
DETAIL = "同比明细"
OTHERS = "其他文件"
MARKS = "评分"
CHASING = "催交名单"

AGENCY = "单位"
AGENCY_WIDTH = 34.0
"""Seventeen characters: nearly every agency's name on one line."""
COUNTED = "计入汇总"
YES, NO = "是", "否"
_MOST = 60
"""Names listed in one line."""


def listed(names: list[str]) -> str:
    """The names in one line; of very many the first ones and how many there are."""
    more = f" 等，共 {len(names)} 个" if len(names) > _MOST else ""
    return "、".join(names[:_MOST]) + more
