"""What a rule is: a module of this package with a ``RULE`` (registry.py finds it; nothing is registered by hand)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.findings import Finding, Severity
from generator.report.model import Report

Check = Callable[[Report], Iterable[Finding]]


class Example(NamedTuple):
    """Top-level YAML entries that stand in for those of a minimal complete report, and last year's likewise.

    ``last_year`` empty: the report has no 上年报告.
    """

    report: str
    last_year: str = ""


NO_EXAMPLE = Example("")


class Rule(NamedTuple):
    """One rule. ``title`` says in a line what is wrong, ``why`` why it matters and on whose word.

    ``severity`` is the ordinary one; a check may lower it in a single finding where the text may well be right.
    ``form`` is the form that it is for, '' for any: the package that it stands in says so (registry.py).
    ``superseded_by``: codes whose finding at the same place says the same fact better; this rule's is then left out.
    ``fails`` is an example that the check must find, ``passes`` the same put right; where a rule of any form
    needs words of this form's tables for them, they stand with the form (disclosure/shown.py).
    """

    code: str
    severity: Severity
    title: str
    why: str
    check: Check
    fails: Example = NO_EXAMPLE
    passes: Example = NO_EXAMPLE
    superseded_by: tuple[str, ...] = ()
    form: str = ""
