"""NB515: an abolished rule or a renamed body, told as if it still were."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.abolished import STALE_SIEVE, stale
from generator.checks.prose.passages import sifted
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.form import keys
from generator.report.agencies import own_names
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph; what was renamed in a later year is not yet out of date."""
    own = own_names(report)
    for passage, _ in sifted(report, STALE_SIEVE):
        about = keys.ON_REQUEST in (passage.topic or passage.entry)
        for found in stale(passage.text, about_applications=about, year=report.year or 0, own=own):
            if not passage.computed(found.start, found.end):
                yield warning(
                    "NB515",
                    found.message,
                    passage.span(found.start, found.end),
                    hint=found.hint,
                    path=passage.path,
                )


RULE = Rule(
    code="NB515",
    severity=Severity.WARNING,
    title="写的是已经废止的规定或者机构改革前的名称",
    why=(
        "沿用多年的文字里常留着2019年修订以前的规定：15个工作日答复（现为20个）、检索费复制费邮寄费（现为信息处理费）、"
        "“自身生产、生活、科研等特殊需要”；也有2018年机构改革前的机构名称。"
        "没有收取、已经取消、压缩至15个工作日、第三方和补正的期限、写明“原”的不算。"
    ),
    fails=Example("总体情况:\n  依申请公开: 对收到的申请，均在15个工作日内予以答复。\n"),
    passes=Example("总体情况:\n  依申请公开: 对收到的申请，均在20个工作日内予以答复，未收取检索费、复制费。\n"),
    check=check,
)
