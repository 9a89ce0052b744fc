"""All rules of this package and of the packages in it, found by scanning them, and the run over a report."""

from __future__ import annotations

import pkgutil
import traceback
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import islice
from typing import NamedTuple

from generator.checks.rule import Rule
from generator.checks.superseding import once
from generator.findings import WHOLE_FILE, Finding, error
from generator.report.model import Report
from generator.wording import Worded, joined

MOST_FINDINGS = 200
"""Findings of one rule in one file; with more of them nobody reads on, and there may be no end to them."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found = (_rule(name) for name in _modules(__name__.rpartition(".")[0]))
    return tuple(sorted(found, key=lambda rule: rule.code))


def _rule(module: str) -> Rule:
    """A module's rule; in a package that is there for one form, it is of that form."""
    rule: Rule = import_module(module).RULE
    package = import_module(module.rpartition(".")[0])
    return rule._replace(form=getattr(package, "FORM", ""))


def _modules(package: str) -> Iterator[str]:
    for module in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        if module.ispkg:
            yield from _modules(module.name)
        elif module.name.rpartition(".")[2].startswith("nb"):
            yield module.name


class RuleOutcome(NamedTuple):
    """What the rules found; ``trace`` is the traceback of those that crashed, for whoever mends them."""

    findings: list[Finding]
    trace: str = ""


def run(report: Report) -> RuleOutcome:
    """Run the rules of the report's form. One that crashes becomes one NB900 finding; the others still run."""
    outcomes = [run_one(rule, report) for rule in rules() if rule.form in ("", report.edition.form)]
    return RuleOutcome([f for o in outcomes for f in o.findings], "".join(o.trace for o in outcomes))


def without_superseded(found: Iterable[Finding], lines: Sequence[str] = ()) -> list[Finding]:
    """The findings without those that another at the same place supersedes, by what the rules say of themselves."""
    return once(found, _superseded_by(), lines)


@cache
def _superseded_by() -> dict[str, tuple[str, ...]]:
    return {rule.code: rule.superseded_by for rule in rules() if rule.superseded_by}


def run_one(rule: Rule, report: Report) -> RuleOutcome:
    """Run one rule; whatever goes wrong in it, the clerk's other findings must still come."""
    try:
        found = list(islice(rule.check(report), MOST_FINDINGS + 1))
    except Exception:
        return RuleOutcome([_internal_fault(rule)], traceback.format_exc())
    return RuleOutcome(found if len(found) <= MOST_FINDINGS else [*found[:MOST_FINDINGS], _more(rule)])


def _more(rule: Rule) -> Finding:
    hint = "先把列出的改好，再检查一次；问题这样多，也可能是选错了文件。"
    return Finding(
        rule.code, rule.severity, f"{rule.title}：问题太多，只列出前 {MOST_FINDINGS} 处", WHOLE_FILE, hint=hint
    )


def _internal_fault(rule: Rule) -> Finding:
    return error(
        "NB900",
        f"检查规则 {rule.code}（{rule.title}）内部出错，这一项没有检查",
        WHOLE_FILE,
        hint=joined("其他检查不受影响。请把本文件发给维护人员", Worded("，并附上 --debug 的输出", "")),
    )
