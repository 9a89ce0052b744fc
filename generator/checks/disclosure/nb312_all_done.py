"""NB312: the text says that all applications were dealt with, the table carries some over."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import CONSOLIDATED
from generator.checks.disclosure.sentences.figure_refs import FigureRef, is_government
from generator.checks.disclosure.sentences.quantifiers import AllDone, applications_done
from generator.checks.disclosure.sentences.readings import RESULT
from generator.checks.disclosure.sentences.statements import sentences_of
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity
from generator.form import keys
from generator.report.model import Report

_OUT = (keys.APPLICATIONS, keys.CARRIED_OUT)
_DEALT_WITH = (keys.APPLICATIONS, keys.RESULTS)


def check(report: Report) -> Iterator[Finding]:
    """Look for 全部办结, 均已答复, 办结率100% where 结转下年度 is not 0."""
    left = FigureRef((_OUT,)).value(report)
    if not left:
        return
    for sentence in sentences_of(report):
        for claim in applications_done(sentence, is_government(report)):
            start, end = sentence.folded.origin(claim.start, claim.end)
            if not sentence.passage.computed(start, end) and not _of_those_counted(report, claim):
                yield _finding(report, claim, f"{left}", start, end)
                break


def _of_those_counted(report: Report, claim: AllDone) -> bool:
    """Whether the sentence counts just those that were dealt with: 办理申请29件，全部办结, where the results are 29."""
    if claim.as_rate:
        return False
    done = FigureRef((_DEALT_WITH,)).value(report)
    meant = (m for said in claim.sentence.said for m in said.meant)
    told = [m for m in meant if m.targets and m.number.start < claim.start]
    last = next((m for m in reversed(told)), None)
    of_results = last is not None and last.targets[0].code == RESULT
    return last is not None and (of_results or last.number.fits(done))


def _finding(report: Report, claim: AllDone, left: str, start: int, end: int) -> Finding:
    passage = claim.sentence.passage
    there = f"表三“{keys.CARRIED_OUT}”是 {left} 件"
    return Finding(
        "NB312",
        Severity.INFO if report.consolidated else Severity.WARNING,
        f"正文{passage.place}写“{passage.text[start:end]}”，{there}，两处不一致",
        passage.span(start, end),
        hint=(
            "核对哪一处是对的。还有申请结转下年度的，请写明办结了多少件、结转多少件，或者写“均按期答复”；"
            f"已经全部办结的，表中结转下年度改为 0。{CONSOLIDATED if report.consolidated else ''}"
        ),
        path=passage.path,
        related=(Related(report.places.value(_OUT), there, _OUT),),
    )


_FIGURES = (
    "政府信息公开申请: {本年新收: {自然人: 16}, 上年结转: 0, 办理结果: {予以公开: {自然人: 14}, 部分公开: 0, "
    "不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}, 结转下年度: {自然人: 2}}\n"
)

RULE = Rule(
    code="NB312",
    severity=Severity.WARNING,
    title="正文说申请已全部办结，表三却有结转下年度的",
    why=(
        "“已全部办结”“办结率100%”多是沿用往年的话，表三还有件结转下年度，两处不能都对。"
        "只说按时、按期、在法定期限内答复的，说到期的、上年结转的，不在此列；所写件数正好是办理结果总计的，也不提出。"
        "依据《条例》第五十条第（二）项，表中数字核定到12月31日（国办公开办函〔2021〕30号）。"
    ),
    fails=Example(f"{_FIGURES}总体情况:\n  依申请公开: 收到政府信息公开申请16件，已全部办结。\n"),
    passes=Example(f"{_FIGURES}总体情况:\n  依申请公开: 收到政府信息公开申请16件，均按期答复，2件结转下年度。\n"),
    check=check,
)
