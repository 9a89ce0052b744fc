"""Usual short names of bodies (住建局 for 住房和城乡建设局), without the place before them: data."""

from __future__ import annotations

import re
from functools import cache

SHORT_NAMES = {
    "住房和城乡建设": "住建 住建设",
    "住房城乡建设": "住建",
    "人力资源和社会保障": "人社",
    "教育和体育": "教体",
    "教育体育": "教体",
    "教育科技": "教科",
    "市场监督管理": "市监 市场监管",
    "卫生健康": "卫健",
    "发展和改革": "发改",
    "发展改革": "发改",
    "自然资源和规划": "资规 自规 自然资源",
    "自然资源与规划": "资规 自规",
    "规划和自然资源": "规自 规资",
    "工业和信息化": "工信",
    "科技和工业信息化": "科工信",
    "科学技术": "科技",
    "生态环境": "环境",
    "农业农村": "农业 农",
    "文化和旅游": "文旅",
    "文化广电和旅游": "文广旅 文旅",
    "文化广电旅游": "文广旅 文旅",
    "文化体育广电和旅游": "文体广旅 文旅",
    "退役军人事务": "退役军人",
    "应急管理": "应急",
    "综合行政执法": "综合执法 执法",
    "城市管理": "城管",
    "城市管理和综合执法": "城管 城管执法",
    "城市管理综合行政执法": "城管 城管执法",
    "交通运输": "交通",
    "行政审批服务": "审批 行政审批",
    "政务服务和数据管理": "政数 政务数据",
    "政务服务和大数据管理": "政数 大数据",
    "大数据管理": "大数据",
    "医疗保障": "医保",
    "乡村振兴": "乡振",
    "国有资产监督管理": "国资",
    "市政和园林": "市政园林",
    "市政园林": "市政",
    "机关事务管理": "机关事务",
    "金融工作": "金融",
    "民族宗教事务": "民宗",
    "经济和信息化": "经信",
    "经济贸易": "经贸",
    "商务和投资促进": "商务",
    "粮食和物资储备": "粮储 粮食",
    "林业和草原": "林草",
    "水务": "水务",
    "司法行政": "司法",
    "统计": "统计",
    "公安": "公安",
    "财政": "财政",
    "民政": "民政",
    "审计": "审计",
}
"""The name without its ending, and the short ones. Names that are short already stand for themselves."""
_ENDINGS = (("委员会", ("委", "委员会", "局")), ("局", ("局",)), ("厅", ("厅",)), ("办公室", ("办", "办公室")))


def short_names(name: str) -> tuple[str, ...]:
    """The usual short names of a body whose name has no place before it (住房和城乡建设局 → 住建局)."""
    return tuple(short for ending, shorts in _ENDINGS if name.endswith(ending) for short in _of(name, ending, shorts))


def _of(name: str, ending: str, shorts: tuple[str, ...]) -> list[str]:
    stem = name.removesuffix(ending)
    known = SHORT_NAMES.get(stem)
    words = [] if known is None else [stem, *known.split()]
    return [f"{word}{end}" for word in words for end in shorts if f"{word}{end}" != name]


@cache
def _known() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, SHORT_NAMES), key=len, reverse=True)))


def split_place(name: str) -> tuple[str, str]:
    """The places before a body whose full name is known here, and the body (云溪县, 住房和城乡建设局)."""
    match = _known().search(name)
    return (name[: match.start()], name[match.start() :]) if match else (name, "")
