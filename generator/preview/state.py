"""A look as plain data for the page: counts, banner, findings with their words and places."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from generator.pipeline.errors import shown
from generator.pipeline.findings import WHOLE_FILE, Finding, Severity, Span
from generator.pipeline.previewing import Located, Look, Mark

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提醒"}
_BEFORE, _MARKED, _AFTER = 24, 60, 48
"""Characters of the source line shown before, in and after the place."""


def state_of(look: Look) -> dict[str, Any]:
    """What the page says about a look, all but the report itself."""
    findings = look.checked.findings
    located = look.located or (Located(),) * len(findings)
    return {
        "name": shown(os.path.basename(look.checked.file)),
        "banner": _banner(look),
        "counts": [_count(findings, severity) for severity in Severity],
        "findings": [_finding(f, at, look.checked.source_lines) for f, at in zip(findings, located, strict=True)],
    }


def errors_in(findings: Sequence[Finding]) -> int:
    """How many of the findings are errors."""
    return sum(f.severity is Severity.ERROR for f in findings)


def _banner(look: Look) -> str:
    """Why the page below is not the file as it stands; '' when it is."""
    if look.problem:
        return f"{look.problem.message}。{look.problem.hint}；文件恢复后这里自动更新。"
    if look.html is None:
        return f"文件现在读不了，有 {errors_in(look.checked.findings)} 个错误要先改正；改好保存后这里自动更新。"
    return ""


def _count(findings: Sequence[Finding], severity: Severity) -> dict[str, Any]:
    count = sum(f.severity is severity for f in findings)
    return {"severity": severity.value, "word": WORDS[severity], "count": count}


def _finding(finding: Finding, located: Located, source: Sequence[str]) -> dict[str, Any]:
    marks = located.related or ((),) * len(finding.related)
    return {
        "severity": finding.severity.value,
        "word": WORDS[finding.severity],
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


def _plain(marks: Sequence[Mark]) -> list[list[int]]:
    return [list(mark) for mark in marks]
