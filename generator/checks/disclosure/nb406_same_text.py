"""NB406: a section's text is nearly the same as in last year's report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.prose.sections import overview, problems
from generator.checks.rule import Example, Rule
from generator.checks.years.comparing import predecessor
from generator.checks.years.similarity import LONG, contained, likeness
from generator.findings import Finding, Path, Severity
from generator.form import keys
from generator.form.edition import key_form
from generator.report.model import Narrative, Paragraph, Report


class ComparedText(NamedTuple):
    """A stretch of this year's text that has its like in last year's report."""

    path: Path
    topic: str
    text: str


def check(report: Report) -> Iterator[Finding]:
    """Compare parts 一 and 五 entry by entry where both years have the entry, else part by part; part 六 is let be."""
    last = predecessor(report)
    if last is None:
        return
    for part in (overview(report.edition), problems(report.edition)):
        narrative, before = report.narratives.get(part.key), last.narratives.get(part.key)
        if narrative is None or before is None:
            continue
        strict = part is problems(report.edition)
        for section, earlier in section_pairs(part.key, narrative, before):
            ratio = likeness(section.text, earlier) or contained(section.text, earlier)
            if ratio is not None and not _says_none_again(report, last, section):
                yield _finding(report, section, ratio, strict=strict or _on_applications(section))


def section_pairs(part: str, narrative: Narrative, before: Narrative) -> Iterator[tuple[ComparedText, str]]:
    """Each section with last year's text of the same topic or heading."""
    if not (narrative.entries and before.entries):
        yield ComparedText((part,), "", _text(narrative)), _text(before)
        return
    earlier = {entry.topic or key_form(entry.heading): _joined(entry.paragraphs) for entry in before.entries}
    for entry in narrative.entries:
        section = ComparedText((part, entry.key), entry.topic, _joined(entry.paragraphs))
        if (text := earlier.get(entry.topic or key_form(entry.heading))) is not None:
            yield section, text


def _text(narrative: Narrative) -> str:
    return _joined(narrative.paragraphs) + "".join(_joined(entry.paragraphs) for entry in narrative.entries)


def _joined(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(paragraph.text for paragraph in paragraphs)


def _says_none_again(report: Report, last: Report, section: ComparedText) -> bool:
    """Whether both years had no application at all and a short text says so: there is nothing else to write."""
    tables = [r.figures.rows for r in (report, last)]
    nothing = all(not any(row) for rows in tables for path, row in rows.items() if _tells_of(report, path))
    return _on_applications(section) and nothing and len(section.text) < LONG and _is_negative(section.text)


def _on_applications(section: ComparedText) -> bool:
    return keys.ON_REQUEST in (section.topic or str(section.path[-1]))


def _tells_of(report: Report, path: Path) -> bool:
    return path[0] == report.edition.tables[1].key


def _is_negative(text: str) -> bool:
    return any(word in text for word in ("未", "没有", "无", "零"))


def _finding(report: Report, section: ComparedText, ratio: float, *, strict: bool) -> Finding:
    same = "完全相同" if ratio == 1 else f"相同 {int(ratio * 1000) / 10:g}%"
    return Finding(
        "NB406",
        Severity.WARNING if strict else Severity.INFO,
        f"“{section.path[-1]}”的文字与上年报告{same}（数字和年份不计）",
        report.places.key(section.path),
        hint="请写本年度的实际情况；确实没有变化的，也要核对里面的说法是否仍然属实。",
        path=section.path,
    )


RULE = Rule(
    code="NB406",
    severity=Severity.WARNING,
    title="文字与上年报告几乎相同",
    why=(
        "存在的主要问题及改进情况要具体，不得年年雷同（国办公开办函〔2021〕30号）；"
        "依申请公开的文字照抄，常常连数字也没有改。其他部分只作提示，第六部分不比。"
    ),
    fails=Example(
        "存在的主要问题及改进情况: 存在政策解读形式单一的问题，今后每份文件都配图解，逐步改进。\n",
        "存在的主要问题及改进情况: 存在政策解读形式单一的问题，今后每份文件都配图解，逐步改进。\n",
    ),
    passes=Example(
        "存在的主要问题及改进情况: 上年提出的解读单一已经改进；今年的问题是少数栏目更新慢，将按月通报。\n"
        "总体情况:\n  主动公开: 全年发布惠民政策和办事指南。\n",
        "存在的主要问题及改进情况: 存在政策解读形式单一的问题，今后每份文件都配图解，逐步改进。\n",
    ),
    check=check,
)
