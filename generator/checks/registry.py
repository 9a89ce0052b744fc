"""All rules of this package, found by scanning it, and the run over a report."""

from __future__ import annotations

import pkgutil
import traceback
from functools import cache
from importlib import import_module

from generator.checks.rule import Rule
from generator.findings import WHOLE_FILE, Finding, error
from generator.report.model import Report


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    package = __name__.rpartition(".")[0]
    folder = import_module(package).__path__
    names = sorted(m.name for m in pkgutil.iter_modules(folder) if m.name.startswith("nb"))
    found = (import_module(f"{package}.{name}").RULE for name in names)
    return tuple(sorted(found, key=lambda rule: rule.code))


def run(report: Report) -> list[Finding]:
    """What all rules find. A rule that crashes becomes one NB900 finding; the others still run."""
    return [finding for rule in rules() for finding in run_one(rule, report)]


def run_one(rule: Rule, report: Report) -> list[Finding]:
    """What one rule finds; its crash is a finding too (the traceback stands in the hint for whoever mends it)."""
    try:
        return list(rule.check(report))
    except Exception as fault:  # whatever the fault, the clerk's other findings must still come
        return [_internal_fault(rule, fault)]


def _internal_fault(rule: Rule, fault: Exception) -> Finding:
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return error(
        "NB900",
        f"检查规则 {rule.code}（{rule.title}）内部出错，这一项没有检查",
        WHOLE_FILE,
        hint=f"其他检查不受影响。请把本文件和这一行发给维护人员：{type(fault).__name__}，{last.name} 第 {last.lineno} 行。",
    )
