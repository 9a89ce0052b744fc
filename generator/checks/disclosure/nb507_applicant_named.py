"""NB507: an applicant or third party named in a sentence about applications, 复议 or 诉讼."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.applicants import APPLICANT_SIEVE, Named, Sort, named_in
from generator.checks.prose.passages import Passage, passages, whole_text
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.form import keys
from generator.report.model import Report

_INSTEAD = {"个人": "“自然人”或者“申请人张某”", "单位": "“商业企业”或者“某公司”"}


def check(report: Report) -> Iterator[Finding]:
    """Look at each sentence, once for every name."""
    words = APPLICANT_SIEVE.words_in(*whole_text(report))
    for passage in passages(report):
        about = keys.ON_REQUEST in (passage.topic or passage.entry)
        sorts = APPLICANT_SIEVE.kinds_by(words, passage.text)
        if about or Sort.ABOUT in sorts:
            for found in named_in(passage.text, about_applications=about, bodies=Sort.BODIES in sorts):
                yield _finding(passage, found)


def _finding(passage: Passage, found: Named) -> Finding:
    return warning(
        "NB507",
        f"这里写出了{found.what}的名称“{passage.text[found.start : found.end]}”，看起来是申请人或者第三方",
        passage.span(found.start, found.end),
        hint=f"报告只统计件数和类别，请改为{_INSTEAD[found.what]}之类不指明是谁的写法。",
        path=passage.path,
    )


RULE = Rule(
    code="NB507",
    severity=Severity.WARNING,
    title="写出了申请人或者第三方的名称",
    why=(
        "谁申请过什么属于申请人的事，公布姓名、企业名称可能损害个人隐私和商业秘密（《条例》第十五条、第三十二条）；"
        "年度报告只要求分类件数。已公布的报告里有写出申请公司全称的。其他方面提到的网站运维公司等不算。"
    ),
    fails=Example("总体情况:\n  依申请公开: 法人申请2件，均为清河县兴达工贸有限公司。\n"),
    passes=Example("总体情况:\n  依申请公开: 法人申请2件，均为商业企业；申请人张某的申请已答复。\n"),
    check=check,
)
