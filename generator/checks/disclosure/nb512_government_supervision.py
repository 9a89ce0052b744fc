"""NB512: a government's 监督保障 without 工作考核, 社会评议 or 责任追究."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.sections import is_about, overview, text_of
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, info
from generator.form import keys
from generator.report.agencies import is_government
from generator.report.model import Narrative, Report

_SUBJECTS = {
    "工作考核": ("考核", "考评", "绩效"),
    "社会评议": ("评议", "满意度", "社会评价", "民意", "第三方评估", "社会监督"),
    "责任追究": ("追究", "问责", "追责", "约谈"),
}
"""What has to be told, and the words of which one tells it."""


def check(report: Report) -> Iterator[Finding]:
    """Look into 监督保障; where part 一 has no subheadings, into the whole part."""
    part = overview(report.edition)
    narrative = report.narratives.get(part.key)
    if narrative is None or not is_government(report):
        return
    text = text_of(narrative, keys.SUPERVISION if narrative.entries else "")
    missing = [name for name, words in _SUBJECTS.items() if not any(word in text for word in words)]
    if missing and _is_written(narrative):
        entry = next((e.key for e in narrative.entries if is_about(e, keys.SUPERVISION)), None)
        path = (part.key, entry) if entry else (part.key,)
        yield info(
            "NB512",
            f"政府的报告在“{keys.SUPERVISION}”里还要写{'、'.join(missing)}，这里没有提到",
            report.places.key(path),
            hint="请各写一句结果；没有发生责任追究的，也写明没有发生。",
            path=path,
        )


def _is_written(narrative: Narrative) -> bool:
    """Whether there is text to look into; a subheading still to be written under says so itself (NB105)."""
    paragraphs = [e.paragraphs for e in narrative.entries if is_about(e, keys.SUPERVISION)] or [narrative.paragraphs]
    return any(paragraphs)


RULE = Rule(
    code="NB512",
    severity=Severity.INFO,
    title="政府的报告没有写工作考核、社会评议或者责任追究",
    why=(
        "各级政府的报告要在监督保障里写明工作考核、社会评议和责任追究结果（《条例》第五十条第四"
        "项；国办公开办函〔2021〕30号）。"
        "名称以“人民政府”结尾，或者统计范围为汇总的，是政府的报告；办公厅、办公室的不是。"
    ),
    fails=Example("机关: 示例县人民政府\n总体情况:\n  监督保障: 加强培训，配齐人员。\n"),
    passes=Example(
        "机关: 示例县人民政府\n总体情况:\n  监督保障: 列入年度考核，开展社会评议，没有发生责任追究的情形。\n"
    ),
    check=check,
)
