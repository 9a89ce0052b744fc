"""NB508: a wrong citation of the notices and the law that an annual report rests on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.citations import Mistake, mistakes
from generator.checks.prose.passages import Passage, passages
from generator.checks.rule import Example, Rule
from generator.findings import Edit, Finding, Fix, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph that holds a title or a number of a document."""
    for passage in passages(report):
        for mistake in mistakes(passage.text):
            if not passage.computed(mistake.start, mistake.end):
                yield _finding(passage, mistake)


def _finding(passage: Passage, mistake: Mistake) -> Finding:
    span = passage.span(mistake.start, mistake.end)
    right = mistake.right
    return warning(
        "NB508",
        mistake.message,
        span,
        hint=f"请改为“{right}”。" if right else "请核对所引的文件。",
        path=passage.path,
        fix=Fix(f"改为“{right}”", (Edit(span, right),), mechanical=False) if right else None,
    )


RULE = Rule(
    code="NB508",
    severity=Severity.WARNING,
    title="依据的文件引用有误",
    why=(
        "年度报告依据的条例和通知只有几件，文号写错一字就成了另一个文件："
        "已公布的报告里有把国办公开办函〔2021〕30号写成国办发〔2021〕30号的，也有仍然引用2019年试行格式的。"
        "文号以国务院办公厅公布的为准；只核对这几件，其他文件不管。"
    ),
    fails=Example("引言: 根据国办发〔2021〕30号规定的年度报告格式，编制本报告。\n"),
    passes=Example("引言: 根据国办公开办函〔2021〕30号规定的年度报告格式，编制本报告。\n"),
    check=check,
)
