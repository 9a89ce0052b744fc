"""NB307: the text says that there was none, the table says some; or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.contradictions import CONSOLIDATED
from generator.checks.disclosure.sentences.denials import Denial, denials
from generator.checks.disclosure.sentences.figure_refs import is_government, place_of
from generator.checks.disclosure.sentences.statements import sentences_of
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity
from generator.form.model import Path
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at each sentence that denies what a table counts, or tells of it where the table has none."""
    whole = is_government(report)
    for sentence in sentences_of(report):
        told: set[tuple[int, Path]] = set()
        for denial in denials(sentence, report.edition, whole):
            start, end = sentence.folded.origin(denial.start, denial.end)
            row = (denial.start, denial.readings[0].plus[0][:2] if denial.readings else ())
            if row in told:
                continue
            if _contradicted(report, denial) and not sentence.passage.computed(start, end):
                told.add(row)
                yield _finding(report, denial, start, end)


def _contradicted(report: Report, denial: Denial) -> bool:
    values = [reading.value(report) for reading in denial.readings]
    if not values or None in values:
        return False
    return not any(values) if denial.affirmed else all(values)


def _finding(report: Report, denial: Denial, start: int, end: int) -> Finding:
    passage = denial.sentence.passage
    reading = denial.readings[0]
    place = place_of(report.edition, reading.plus[0])
    expression = f"{{{{ {reading.expression(report.edition)} }}}}"
    said = f"{reading.label(report.edition)}是 {reading.value(report)}"
    hint = f"核对哪一处是对的。有的话写出件数，从表中取：{expression} 件；没有的话表中改为 0。"
    if denial.affirmed:
        hint = f"核对哪一处是对的。没有收到的话写明没有收到；收到了的，在表中填写件数，正文从表中取：{expression} 件。"
    return Finding(
        "NB307",
        Severity.INFO if report.consolidated else Severity.WARNING,
        f"正文{passage.place}写“{passage.text[start:end]}”，{said}，两处不一致",
        passage.span(start, end),
        hint=hint + (CONSOLIDATED if report.consolidated else ""),
        path=passage.path,
        related=(Related(report.places.value(place), said, place),),
    )


_FIGURES = "政府信息公开申请: {本年新收: {自然人: 2}, 上年结转: 0, 办理结果: {予以公开: {自然人: 2}}, 结转下年度: 0}\n"

RULE = Rule(
    code="NB307",
    severity=Severity.WARNING,
    title="正文说没有，表里却有（或者相反）",
    why=(
        "“未收到申请”“未发生行政复议、行政诉讼”常是从上年报告沿用下来的，表里已经有数，正文忘了改。"
        "只说没有某一种（没有超期、没有败诉）的不在此列。表中数字核定到12月31日（国办公开办函〔2021〕30号）。"
    ),
    fails=Example(f"{_FIGURES}总体情况:\n  依申请公开: 2023年，本机关未收到政府信息公开申请。\n"),
    passes=Example(
        f"{_FIGURES}总体情况:\n  依申请公开: 2023年，本机关收到政府信息公开申请2件，未发生行政复议、行政诉讼。\n"
    ),
    check=check,
)
