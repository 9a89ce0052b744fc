"""Findings as GitHub workflow commands: an annotation at each place in the pull request.

A workflow command is one line, ``::error file=…,line=…,col=…,title=…::message``; line breaks, commas and colons are
written as percent escapes, so no report's text can end a command or begin another.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.cli.cells import readable
from generator.cli.running import close, show_trace
from generator.cli.streams import put
from generator.findings import Finding, Severity

if TYPE_CHECKING:
    from generator.cli.outcome import Outcome
    from generator.pipeline.checking import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def show(results: Iterable[Checked], outcome: Outcome, *, debug: bool) -> int:
    """Print a line for each finding as they come; the exit code."""
    for checked in results:
        for finding in checked.findings:
            put(annotation(finding))
        show_trace(checked, debug=debug)
    return close(outcome)


def annotation(finding: Finding) -> str:
    """The workflow command of one finding."""
    where = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in _properties(finding).items())
    text = finding.said + (f"\n提示：{finding.hint}" if finding.hint else "")
    return f"::{_COMMANDS[finding.severity]} {where}::{_escaped(text, _IN_MESSAGE)}"


def _properties(finding: Finding) -> dict[str, str]:
    """File, place and title; an end column only on one line, as GitHub has it, and there the last one inside."""
    span = finding.span
    place = {"file": finding.file.replace(os.sep, "/"), "line": str(span.line)}
    if span.end_line > span.line:
        place["endLine"] = str(span.end_line)
    else:
        place |= {"col": str(span.column), "endColumn": str(max(span.column, span.end_column - 1))}
    return place | {"title": finding.code}


def _escaped(text: str, escapes: dict[int, str]) -> str:
    return readable(text).translate(escapes)
