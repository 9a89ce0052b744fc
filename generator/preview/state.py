"""A look as plain data for the page: counts, banner, findings with their words and places."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from generator.files.errors import shown
from generator.pipeline.findings import SEVERITY_WORDS, WHOLE_FILE, Finding, Severity, Span, urgency
from generator.pipeline.previewing import Located, PagePlace, Snapshot

_BEFORE, _MARKED, _AFTER = 24, 60, 48
"""Characters of the source line shown before, in and after the place."""


def state_of(look: Snapshot, *, fits: bool, kept: bool) -> dict[str, Any]:
    """What the page says about a look, all but the report itself.

    ``fits``: the report that is shown is that look's; else it is the last good one, if one is ``kept``.
    """
    findings = look.checked.findings
    located = look.located if fits else (Located(),) * len(findings)
    pairs = sorted(zip(findings, located, strict=True), key=lambda pair: urgency(pair[0]))
    return {
        "name": shown(os.path.basename(look.checked.file)),
        "banner": _banner(look, fits=fits, kept=kept),
        "counts": [_count(findings, severity) for severity in Severity],
        "findings": [_finding(f, at, look.checked.source_lines) for f, at in pairs],
    }


def errors_in(findings: Sequence[Finding]) -> int:
    """How many of the findings are errors."""
    return sum(f.severity is Severity.ERROR for f in findings)


def _banner(look: Snapshot, *, fits: bool, kept: bool) -> str:
    """Why the report that is shown is not the file as it stands; '' when it is."""
    if not look.broken:
        return ""
    shown_now = "下面只是能读懂的部分。" if fits else "下面是最近一次能读时的样子。" if kept else ""
    if look.problem:
        return f"{look.problem.message}。{look.problem.hint}；文件恢复后这里自动更新。{shown_now}"
    errors = errors_in(look.checked.findings)
    return f"文件的写法有错，读不准；有 {errors} 个错误要改正，保存后这里自动更新。{shown_now}"


def _count(findings: Sequence[Finding], severity: Severity) -> dict[str, Any]:
    count = sum(f.severity is severity for f in findings)
    return {"severity": severity.value, "word": SEVERITY_WORDS[severity], "count": count}


def _finding(finding: Finding, located: Located, source: Sequence[str]) -> dict[str, Any]:
    marks = located.related or ((),) * len(finding.related)
    return {
        "severity": finding.severity.value,
        "word": SEVERITY_WORDS[finding.severity],
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
        "place": _place(finding.span),
        "source": _source(finding.span, source),
        "marks": _plain(located.marks),
        "related": [
            {"message": other.message, "place": _place(other.span), "marks": _plain(at)}
            for other, at in zip(finding.related, marks, strict=True)
        ],
    }


def _place(span: Span) -> str:
    return "整个文件" if span == WHOLE_FILE else f"第 {span.line} 行，第 {span.column} 列"


def _source(span: Span, source: Sequence[str]) -> list[str]:
    """The source line in three pieces: before, in, and after the place; empty when there is none to show."""
    if span == WHOLE_FILE or span.line > len(source):
        return []
    line = source[span.line - 1]
    start = span.column - 1
    end = len(line) if span.end_line > span.line else span.end_column - 1
    before, marked, after = line[:start].lstrip(), line[start:end], line[end:]
    return [
        f"…{before[-_BEFORE:]}" if len(before) > _BEFORE else before,
        f"{marked[:_MARKED]}…" if len(marked) > _MARKED else marked,
        f"{after[:_AFTER]}…" if len(after) > _AFTER else after,
    ]


def _plain(marks: Sequence[PagePlace]) -> list[list[int]]:
    return [list(mark) for mark in marks]
