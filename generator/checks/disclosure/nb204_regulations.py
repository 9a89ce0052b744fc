"""NB204: 规章 reported by a body that has no power to make them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.form import keys
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Quiet when the agency's name could be that of a body with the power."""
    path = (keys.PROACTIVE, keys.REGULATIONS)
    figures = report.figures.row(path)
    some = [v for v in figures if v]
    if some and report.agency and not may_make_regulations(report.agency):
        yield warning(
            "NB204",
            f"“{keys.REGULATIONS}”填了 {max(some)} 件，“{report.agency}”一般没有规章制定权",
            report.places.value(path),
            hint=(
                "规章只能由国务院部门和省、设区的市、自治州的人民政府制定；"
                f"平时发的文件应填在“{keys.NORMATIVE_DOCUMENTS}”，这里填 0"
            ),
            path=path,
        )


@cache
def _of_government() -> re.Pattern[str]:
    return re.compile(r"(?P<place>.+?)(?:人民政府|政府)(?:办公厅|办公室|办)?$")


_STATE = r"^(?:国家|国务院|中华人民共和国|中国)|(?:部|总局|总署|委员会|署)$"
_UNITS = r"(?:自治区|自治州|特别行政区|省|市|地区|盟|自治县|自治旗|县|区|旗|镇|乡|街道)"
_LOCAL = r"[省市县区旗镇乡]|街道"


def may_make_regulations(agency: str) -> bool:
    """Whether a body of this name may have the power (《立法法》 articles 91 and 93).

    A 市 may be one with districts or a county-level one; the name alone does not tell, so it counts as able.
    """
    government = _of_government().fullmatch(agency)
    if government is None:
        return bool(re.search(_STATE, agency)) and not re.search(_LOCAL, agency)
    units = re.findall(_UNITS, government["place"])
    if not units:
        return False
    return units[-1] in {"省", "自治区", "自治州", "特别行政区"} or (units[-1] == "市" and units.count("市") == 1)


RULE = Rule(
    code="NB204",
    severity=Severity.WARNING,
    title="没有规章制定权的机关填了规章",
    why=(
        "规章由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定（《立法法》第九十一条、第九十三条）。"
        "乡镇、县级政府和一般部门把普通文件填成规章，是公布后常被指出的错误。"
    ),
    fails=Example(
        "机关: 某县城关镇人民政府\n主动公开政府信息: {规章: {现行有效: 6}, 行政规范性文件: 0, "
        "行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}"
    ),
    passes=Example(
        "机关: 洛阳市人民政府\n主动公开政府信息: {规章: {现行有效: 6}, 行政规范性文件: 0, "
        "行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}"
    ),
    check=check,
)
