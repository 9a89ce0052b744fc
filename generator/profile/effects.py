"""An office's rules applied: findings of its own, limits of its own, severities raised or lowered; never in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.disclosure.nb406_same_text import section_pairs
from generator.checks.disclosure.nb511_too_long import overview_length
from generator.checks.prose.passages import passages
from generator.checks.prose.sections import overview, problems, text_of
from generator.checks.years.comparing import predecessor
from generator.checks.years.similarity import contained_share
from generator.findings import SEVERITY_WORDS, Edit, Finding, Fix, Severity, info, warning
from generator.form.edition import member
from generator.form.names import SUBJECT
from generator.profile.model import BY_OFFICE, OfficeRules
from generator.report.model import Report

NUMBER_MISSING, WORDING = "NB621", "NB622"
TOO_LONG, TOO_LIKE, TOO_LATE = "NB511", "NB406", "NB510"
_NUMBER = r"(?:\d|[一二两三四五六七八九十百千]+(?:余)?(?:件|条|次|个|篇|期|部|项|场|人次|份|批))"
_NONE = r"(?:未|没有|无|零|不涉及)"


def office_findings(report: Report, rules: OfficeRules) -> Iterator[Finding]:
    """What the office's own rules find."""
    yield from _missing_numbers(report, rules)
    yield from _wordings(report, rules)
    yield from _length(report, rules)
    yield from _likeness(report, rules)


def applied(findings: Iterable[Finding], report: Report, rules: OfficeRules) -> list[Finding]:
    """The findings with the office's own beside them, and without those of general limits that it has set otherwise."""
    own = list(office_findings(report, rules))
    replaced = {(finding.code, finding.path) for finding in own}
    kept = [
        _dated(finding, rules)
        for finding in findings
        if (finding.code, finding.path) not in replaced and not (finding.code == TOO_LONG and rules.length is not None)
    ]
    return [*kept, *own]


def levelled(findings: Iterable[Finding], rules: OfficeRules) -> list[Finding]:
    """The findings with the office's severities; an error is never lowered."""
    return [_levelled(finding, rules.severities.get(finding.code)) for finding in findings]


def _levelled(finding: Finding, level: Severity | None) -> Finding:
    if level is None or level is finding.severity or finding.severity is Severity.ERROR:
        return finding
    verb = "提为" if level.rank < finding.severity.rank else "降为"
    message = f"{finding.message}（{BY_OFFICE}{verb}{SEVERITY_WORDS[level]}）"
    return finding._replace(severity=level, message=message)


def _dated(finding: Finding, rules: OfficeRules) -> Finding:
    """NB510 after the office's own deadline says whose it is."""
    if finding.code == TOO_LATE and rules.deadline and finding.severity is Severity.INFO:
        return finding._replace(message=f"{finding.message}（{BY_OFFICE}）")
    return finding


def _missing_numbers(report: Report, rules: OfficeRules) -> Iterator[Finding]:
    for topic, wanted in rules.numbers.items():
        part = next(
            (p for p in report.edition.narratives if topic == p.key or member(p, topic)), overview(report.edition)
        )
        narrative = report.narratives.get(part.key)
        if narrative is None:
            continue
        text = text_of(narrative, "" if topic == part.key or not narrative.entries else topic)
        for words in wanted:
            if not any(_has_number(text, word) for word in words):
                path = next(((part.key, entry.key) for entry in narrative.entries if _is(entry, topic)), (part.key,))
                yield warning(
                    NUMBER_MISSING,
                    f"“{topic}”没有写“{'”或者“'.join(words)}”的数字（{BY_OFFICE}）",
                    report.places.key(path),
                    hint="请写出具体的数；没有的，写明没有。",
                    path=path,
                )


def _is(entry: object, topic: str) -> bool:
    return topic in (getattr(entry, "key", ""), getattr(entry, "topic", ""), getattr(entry, "heading", ""))


def _has_number(text: str, word: str) -> bool:
    """Whether a word stands with a number, or with a denial, in one clause or right before the next one."""
    said = re.escape(word)
    behind, before = rf"{said}[^。；！？\n]{{0,30}}?{_NUMBER}", rf"(?:{_NUMBER}|{_NONE})[^。；！？，\n]{{0,16}}?{said}"
    denied = rf"{said}[^。；！？，\n]{{0,12}}?{_NONE}"
    return re.search(f"{behind}|{before}|{denied}", text) is not None


def _wordings(report: Report, rules: OfficeRules) -> Iterator[Finding]:
    for passage in passages(report):
        for wrong, right in rules.wordings.items():
            for match in re.finditer(re.escape(wrong), passage.text):
                start, end = match.span()
                if _inside(passage.text, right, start, end):
                    continue
                fix = None if passage.computed(start, end) else Edit(passage.span(start, end), right)
                yield warning(
                    WORDING,
                    f"“{wrong}”应当写“{right}”（{BY_OFFICE}）",
                    passage.span(start, end),
                    hint="请统一说法。",
                    path=passage.path,
                    fix=fix and Fix(f"改为“{right}”", (fix,), mechanical=False),
                )


def _inside(text: str, right: str, start: int, end: int) -> bool:
    """Whether what was found is a piece of the right wording."""
    return any(m.start() <= start and end <= m.end() for m in re.finditer(re.escape(right), text))


def _length(report: Report, rules: OfficeRules) -> Iterator[Finding]:
    part = overview(report.edition)
    length = overview_length(report)
    if rules.length is not None and length > rules.length:
        yield info(
            TOO_LONG,
            f"“{part.key}”有 {length} 字，超过上限 {rules.length} 字（{BY_OFFICE}）",
            report.places.key((part.key,)),
            hint=f"请压缩，与{SUBJECT}无关的内容可以不写。",
            path=(part.key,),
        )


def _likeness(report: Report, rules: OfficeRules) -> Iterator[Finding]:
    last = predecessor(report)
    if rules.likeness is None or last is None:
        return
    for part in (overview(report.edition), problems(report.edition)):
        narrative, before = report.narratives.get(part.key), last.narratives.get(part.key)
        if narrative is None or before is None:
            continue
        for section, earlier in section_pairs(part.key, narrative, before):
            share = contained_share(section.text, earlier)
            if share is not None and share > rules.likeness:
                yield warning(
                    TOO_LIKE,
                    f"“{section.path[-1]}”有 {share * 100:.0f}% 的文字在上年报告里，超过上限 "
                    f"{(rules.likeness * 100).normalize():f}%（{BY_OFFICE}）",
                    report.places.key(section.path),
                    hint="请写本年度的实际情况。",
                    path=section.path,
                )
